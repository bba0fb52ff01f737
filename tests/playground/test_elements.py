"""What is pressed: for each kind of element what Slack tells of it, and what it cannot hold."""

from typing import Any

import pytest

from bot.playground.element_shapes import ELEMENTS
from bot.playground.elements import PRESSED
from bot.playground.refusals import Unwelcome
from bot.playground.standing import StandIn
from tests.playground.conftest import Bot

POLICY, MINA, JORDAN = "C0POLICY", "U0MINA", "U0JORDAN"
Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


YES, NO = ({"text": plain(word), "value": word} for word in ("yes", "no"))
ELSE = {"text": plain("else"), "value": "else"}
BOTH = {"options": [YES, NO]}
GOOD, BAD = ({"text": plain(word), "value": word} for word in ("good", "bad"))
FEEDBACK = {"positive_button": GOOD, "negative_button": BAD}
Row = tuple[str, Json, Json, Json, Json | None]
# The kind, its fields, what the page sends, what the bot is told, and what cannot be.
KINDS: list[Row] = [
    (
        "button",
        {"text": plain("Go"), "value": "v", "style": "danger"},
        {"value": "forged"},
        {"text": plain("Go"), "value": "v", "style": "danger"},
        None,
    ),
    (
        "icon_button",
        {"icon": "trash", "text": plain("Away"), "value": "v", "visible_to_user_ids": [MINA]},
        {},
        {"icon": "trash", "text": plain("Away"), "value": "v"},
        None,
    ),
    ("feedback_buttons", FEEDBACK, {"value": "bad"}, BAD, {"value": "ugly"}),
    (
        "static_select",
        {**BOTH, "initial_option": NO, "placeholder": plain("Which?")},
        {"selected_option": {"value": "yes"}},
        {"selected_option": YES, "initial_option": NO, "placeholder": plain("Which?")},
        {"selected_option": {"value": "forged"}},
    ),
    (
        "static_select",
        {"option_groups": [{"label": plain("a"), "options": [YES]}]},
        {"selected_option": {"value": "yes"}},
        {"selected_option": YES},
        {"selected_option": {"value": "no"}},
    ),
    (
        "external_select",
        {},
        {"selected_option": ELSE},
        {"selected_option": ELSE},
        {"selected_option": {"value": "v"}},
    ),
    (
        "overflow",
        BOTH,
        {"selected_option": {"value": "no"}},
        {"selected_option": NO},
        {"selected_option": None},
    ),
    (
        "radio_buttons",
        BOTH,
        {"selected_option": {"value": "no"}},
        {"selected_option": NO},
        {"selected_option": "no"},
    ),
    (
        "checkboxes",
        BOTH,
        {"selected_options": [YES, NO]},
        {"selected_options": [YES, NO]},
        {"selected_options": [ELSE]},
    ),
    ("checkboxes", BOTH, {"selected_options": []}, {"selected_options": []}, None),
    (
        "multi_static_select",
        {**BOTH, "max_selected_items": 1},
        {"selected_options": [NO]},
        {"selected_options": [NO]},
        {"selected_options": [YES, NO]},
    ),
    (
        "users_select",
        {"initial_user": JORDAN},
        {"selected_user": MINA},
        {"selected_user": MINA, "initial_user": JORDAN},
        {"selected_user": "U0NOBODY"},
    ),
    (
        "channels_select",
        {},
        {"selected_channel": "C0DIGEST"},
        {"selected_channel": "C0DIGEST"},
        {"selected_channel": "D0MINA"},
    ),
    (
        "users_select",
        {},
        {"selected_user": JORDAN},
        {"selected_user": JORDAN},
        {"selected_user": [JORDAN]},
    ),
    (
        "conversations_select",
        {},
        {"selected_conversation": "D0MINA"},
        {"selected_conversation": "D0MINA"},
        {"selected_conversation": "D0JORDAN"},
    ),
    (
        "datepicker",
        {},
        {"selected_date": "2026-02-28"},
        {"selected_date": "2026-02-28"},
        {"selected_date": "2026-02-30"},
    ),
    (
        "timepicker",
        {},
        {"selected_time": "23:59"},
        {"selected_time": "23:59"},
        {"selected_time": "24:00"},
    ),
    (
        "plain_text_input",
        {},
        {"value": "whales"},
        {"value": "whales"},
        {"value": 7},
    ),
]


def standing(kind: str, fields: Json) -> Json:
    """The element in a block that it may stand in."""
    element = {"type": kind, "action_id": "do", **fields}
    if kind == "plain_text_input":
        told = {"label": plain("a"), "dispatch_action": True, "element": element}
        return {"type": "input", "block_id": "here", **told}
    row = "context_actions" if kind in ("icon_button", "feedback_buttons") else "actions"
    return {"type": row, "block_id": "here", "elements": [element]}


def press(stand_in: StandIn, person: str, block: Json, given: Json) -> None:
    post = stand_in.workspace.post(POLICY, "U0ALLIANCE", "a", blocks=[block])
    named = {"channel": POLICY, "ts": post.ts, "block_id": "here", "action_id": "do"}
    stand_in.stage.act(person, {**named, **given})


def test_every_kind_of_element_can_be_pressed() -> None:
    assert {kind for kind, *_ in KINDS} == PRESSED == ELEMENTS.keys() - {"image_element"}


@pytest.mark.parametrize(("kind", "fields", "given", "told", "forged"), KINDS)
def test_a_press_is_told(
    stand_in: StandIn,
    bot: Bot,
    kind: str,
    fields: Json,
    given: Json,
    told: Json,
    forged: Json | None,
) -> None:
    block = standing(kind, fields)
    press(stand_in, MINA, block, given)
    (action,) = bot.got[0]["actions"]
    assert action.pop("action_ts") == "1800000000.000000"
    assert action == {"type": kind, "block_id": "here", "action_id": "do", **told}
    if forged is not None:
        with pytest.raises(Unwelcome):
            press(stand_in, MINA, block, forged)
        assert len(bot.got) == 1


def test_an_accessory_is_pressed_too(stand_in: StandIn, bot: Bot) -> None:
    menu = {"type": "overflow", "action_id": "do", **BOTH}
    press(
        stand_in,
        MINA,
        {"type": "section", "block_id": "here", "text": plain("a"), "accessory": menu},
        {"selected_option": YES},
    )
    assert bot.got[0]["actions"][0]["selected_option"] == YES


def test_a_button_for_others_is_not_there(stand_in: StandIn, bot: Bot) -> None:
    fields = {"icon": "trash", "text": plain("a"), "visible_to_user_ids": [MINA]}
    with pytest.raises(Unwelcome):
        press(stand_in, JORDAN, standing("icon_button", fields), {})
    assert bot.got == []


def test_an_input_tells_at_once_only_where_it_says_so(stand_in: StandIn, bot: Bot) -> None:
    block = standing("plain_text_input", {})
    press(stand_in, MINA, block, {"value": "a"})
    with pytest.raises(Unwelcome):
        press(stand_in, MINA, {**block, "dispatch_action": False}, {"value": "a"})
    assert len(bot.got) == 1


def test_what_else_stands_in_the_message_is_told(stand_in: StandIn, bot: Bot) -> None:
    row = {
        "type": "actions",
        "block_id": "here",
        "elements": [
            {"type": "button", "action_id": "do", "text": plain("Go")},
            {"type": "static_select", "action_id": "menu", **BOTH, "initial_option": NO},
            {"type": "datepicker", "action_id": "day"},
        ],
    }
    given = {"here": {"day": {"type": "datepicker", "selected_date": "2026-01-01"}}}
    press(stand_in, MINA, row, {"state": given})
    assert bot.got[0]["state"]["values"] == {
        "here": {
            "menu": {"type": "static_select", "selected_option": NO},
            "day": {"type": "datepicker", "selected_date": "2026-01-01"},
        }
    }
    with pytest.raises(Unwelcome):
        press(stand_in, MINA, row, {"state": {"here": {"menu": {"selected_option": ELSE}}}})


def test_what_is_picked_is_in_the_state(stand_in: StandIn, bot: Bot) -> None:
    press(stand_in, MINA, standing("static_select", BOTH), {"selected_option": YES})
    held = {"here": {"do": {"type": "static_select", "selected_option": YES}}}
    assert bot.got[0]["state"]["values"] == held


SEARCH = standing("external_select", {"min_query_length": 2})


def suggest(stand_in: StandIn, block: Json, typed: str) -> Json:
    post = stand_in.workspace.post(POLICY, "U0ALLIANCE", "a", blocks=[block])
    named = {"channel": POLICY, "ts": post.ts, "block_id": "here", "action_id": "do"}
    return stand_in.stage.suggest(MINA, {**named, "value": typed})


def test_the_bot_fills_a_menu(stand_in: StandIn, bot: Bot) -> None:
    bot.says(options=[YES])
    assert suggest(stand_in, SEARCH, "wh") == {"options": [YES]}
    (told,) = bot.got
    assert (told["type"], told["block_id"], told["action_id"], told["value"]) == (
        *("block_suggestion", "here", "do", "wh"),
    )
    assert told["container"]["type"] == "message" and told["channel"]["id"] == POLICY
    assert not {"trigger_id", "response_url", "actions"} & told.keys()
    groups = [{"label": plain("a"), "options": [NO]}]
    bot.says(option_groups=groups)
    assert suggest(stand_in, SEARCH, "wh") == {"option_groups": groups}


def test_a_menu_waits_until_enough_is_typed(stand_in: StandIn, bot: Bot) -> None:
    bot.says(options=[YES])
    assert suggest(stand_in, SEARCH, "w") == {"options": []}
    assert suggest(stand_in, standing("external_select", {}), "wh") == {"options": []}
    assert bot.got == []
    with pytest.raises(Unwelcome, match="not filled"):
        suggest(stand_in, standing("static_select", BOTH), "wha")


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ({"options": [YES] * 101}, "invalid_options: [ERROR] no more than 100"),
        ({"options": [{**YES, "text": plain("a" * 76)}]}, "invalid_options: [ERROR] must be less"),
        ({"options": [], "option_groups": []}, "invalid_options"),
        ({}, "invalid_options"),
    ],
)
def test_what_slack_cannot_offer_is_told_in_the_ledger(
    stand_in: StandIn, bot: Bot, answer: Json, verdict: str
) -> None:
    bot.says(**answer)
    with pytest.raises(Unwelcome, match="Result loading failed"):
        suggest(stand_in, SEARCH, "wh")
    ((_, entry),) = stand_in.ledger.entries()
    assert entry.verdict.startswith(verdict)

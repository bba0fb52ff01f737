"""What a person does with modals and Homes, what the bot is told of it, and what its answers do."""

from typing import Any

import pytest
from slack_sdk import WebClient

from bot.playground.refusals import Unwelcome
from bot.playground.standing import StandIn
from bot.playground.submitting import TROUBLE
from tests.playground.conftest import Bot, impatient
from tests.playground.test_door import read
from tests.playground.test_elements import BOTH, NO, YES, plain
from tests.playground.test_web_api import SECTION, client, refusal

GENERAL, MINA, JORDAN = "C0GENERAL", "U0MINA", "U0JORDAN"
Json = dict[str, Any]
NAME = {"type": "plain_text_input", "action_id": "typed", "min_length": 2, "max_length": 5}
MENU = {"type": "static_select", "action_id": "picked", **BOTH}
FORM = {
    "type": "modal",
    "title": plain("Ask"),
    "submit": plain("Go"),
    "callback_id": "ask",
    "private_metadata": "kept",
    "blocks": [
        {"type": "input", "block_id": "name", "label": plain("Name"), "element": NAME},
        {"type": "input", "block_id": "menu", "label": plain("Menu"), "element": MENU}
        | {"optional": True},
        {
            "type": "actions",
            "block_id": "row",
            "elements": [{"type": "button", "action_id": "go", "text": plain("Go"), "value": "v"}],
        },
    ],
}
BARE = {"type": "modal", "title": plain("Bare"), "blocks": [SECTION]}


@pytest.fixture
def slack(stand_in: StandIn) -> WebClient:
    return client(stand_in)


def opened(stand_in: StandIn, slack: WebClient, view: Json = FORM) -> str:
    answer = slack.views_open(trigger_id=stand_in.workspace.trigger(MINA), view=view)
    return str(answer["view"]["id"])


def pushed(stand_in: StandIn, slack: WebClient, view: Json = BARE) -> Json:
    answer = slack.views_push(trigger_id=stand_in.workspace.trigger(MINA), view=view)
    told: Json = answer["view"]
    return told


def named(text: str | None) -> Json:
    """What is typed into the form, as the page tells it."""
    return {"name": {"typed": {"type": "plain_text_input", "value": text}}}


def on_screen(stand_in: StandIn) -> list[Json]:
    views: list[Json] = read(stand_in, f"/play/modal?person={MINA}")["views"]
    return views


def test_a_submission_is_told_and_closes_the_view(
    stand_in: StandIn, bot: Bot, slack: WebClient
) -> None:
    id = opened(stand_in, slack)
    assert stand_in.stage.submit(MINA, id, named("Mina")) == {}
    (told,) = bot.got
    assert (told["type"], told["user"]["id"], told["response_urls"]) == (
        *("view_submission", MINA, []),
    )
    assert told["trigger_id"] and "response_url" not in told and "channel" not in told
    view = told["view"]
    assert (view["id"], view["root_view_id"], view["previous_view_id"]) == (id, id, None)
    assert (view["callback_id"], view["private_metadata"]) == ("ask", "kept")
    assert view["state"]["values"] == {
        "name": {"typed": {"type": "plain_text_input", "value": "Mina"}},
        "menu": {"picked": {"type": "static_select", "selected_option": None}},
    }
    assert on_screen(stand_in) == []


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (None, "Please complete this required field."),
        ("", "Please complete this required field."),
        ("a", "Please use at least 2 characters."),
        ("a" * 6, "Please use at most 5 characters."),
    ],
)
def test_slack_itself_looks_at_the_inputs_first(
    stand_in: StandIn, bot: Bot, slack: WebClient, typed: str | None, sentence: str
) -> None:
    id = opened(stand_in, slack)
    assert stand_in.stage.submit(MINA, id, named(typed)) == {"name": sentence}
    assert bot.got == []
    assert stand_in.stage.submit(MINA, id, named("a" * 5)) == {}


def test_what_the_view_does_not_offer_is_not_submitted(
    stand_in: StandIn, bot: Bot, slack: WebClient
) -> None:
    id, forged = opened(stand_in, slack), {"menu": {"picked": {"selected_option": {"value": "x"}}}}
    with pytest.raises(Unwelcome):
        stand_in.stage.submit(MINA, id, {**named("Mina"), **forged})
    with pytest.raises(Unwelcome, match="nothing to submit"):
        stand_in.stage.submit(MINA, opened(stand_in, slack, BARE), {})
    assert bot.got == []


def test_faults_that_the_bot_finds_leave_the_view(
    stand_in: StandIn, bot: Bot, slack: WebClient
) -> None:
    id = opened(stand_in, slack)
    bot.says(response_action="errors", errors={"name": "Taken."})
    given = {"person": MINA, "view": id, "state": named("Mina")}
    answer = read(stand_in, "/play/submit", given)
    assert answer == {"ok": True, "errors": {"name": "Taken."}}
    (view,) = on_screen(stand_in)
    assert view["state"]["values"]["name"]["typed"]["value"] == "Mina"


def test_the_answer_changes_the_view(stand_in: StandIn, bot: Bot, slack: WebClient) -> None:
    id = opened(stand_in, slack)
    before = on_screen(stand_in)[0]
    bot.says(response_action="update", view={**FORM, "title": plain("Again")})
    stand_in.stage.submit(MINA, id, named("Mina"))
    (view,) = on_screen(stand_in)
    assert (view["id"], view["title"]["text"]) == (id, "Again")
    assert view["hash"] != before["hash"]
    assert view["state"]["values"]["name"]["typed"]["value"] == "Mina"


def test_the_answer_pushes_and_clears(stand_in: StandIn, bot: Bot, slack: WebClient) -> None:
    id = opened(stand_in, slack)
    bot.says(response_action="push", view={**FORM, "callback_id": "second"})
    stand_in.stage.submit(MINA, id, named("Mina"))
    first, second = on_screen(stand_in)
    assert (first["id"], second["callback_id"]) == (id, "second")
    assert (second["root_view_id"], second["previous_view_id"]) == (id, id)
    with pytest.raises(Unwelcome, match="no more"):
        stand_in.stage.submit(MINA, id, named("Mina"))
    bot.says(response_action="clear")
    stand_in.stage.submit(MINA, second["id"], named("Mina"))
    assert on_screen(stand_in) == []


@pytest.mark.parametrize(
    ("status", "answer", "verdict"),
    [
        (500, b"", "http_error: 500"),
        (200, b"thanks", "invalid_response"),
        (200, b'{"text": "thanks"}', "invalid_response_action"),
        (200, b'{"response_action": "dance"}', "invalid_response_action"),
        (200, b'{"response_action": "errors", "errors": {}}', "invalid_errors"),
        (200, b'{"response_action": "errors", "errors": {"name": 7}}', "invalid_errors"),
        (200, b'{"response_action": "update"}', "invalid_arguments"),
        (200, b'{"response_action": "push", "view": {"type": "home"}}', "invalid_arguments: [ERR"),
    ],
)
def test_an_answer_that_slack_cannot_read_is_trouble(
    stand_in: StandIn, bot: Bot, slack: WebClient, status: int, answer: bytes, verdict: str
) -> None:
    id = opened(stand_in, slack)
    bot.status, bot.answer = status, answer
    with pytest.raises(Unwelcome) as trouble:
        stand_in.stage.submit(MINA, id, named("Mina"))
    assert str(trouble.value) == TROUBLE
    assert [view["id"] for view in on_screen(stand_in)] == [id]
    assert stand_in.ledger.entries()[-1][1].verdict.startswith(verdict)


@impatient
def test_an_answer_that_does_not_come_is_trouble(
    stand_in: StandIn, bot: Bot, slack: WebClient
) -> None:
    id = opened(stand_in, slack)
    bot.asleep = True
    given = {"person": MINA, "view": id, "state": named("Mina")}
    assert read(stand_in, "/play/submit", given) == {"ok": False, "error": TROUBLE}


def test_a_fourth_view_is_not_pushed(stand_in: StandIn, bot: Bot, slack: WebClient) -> None:
    opened(stand_in, slack)
    pushed(stand_in, slack)
    third = pushed(stand_in, slack, FORM)
    bot.says(response_action="push", view=BARE)
    with pytest.raises(Unwelcome):
        stand_in.stage.submit(MINA, third["id"], named("Mina"))
    assert len(on_screen(stand_in)) == 3


def test_a_menu_of_conversations_brings_a_response_url(
    stand_in: StandIn, bot: Bot, slack: WebClient
) -> None:
    menu = {"type": "conversations_select", "action_id": "where", "response_url_enabled": True}
    block = {"type": "input", "block_id": "to", "label": plain("To"), "element": menu}
    other = {**block, "block_id": "cc", "element": {**menu, "response_url_enabled": False}}
    id = opened(stand_in, slack, {**FORM, "blocks": [block, other]})
    chosen = {"where": {"selected_conversation": GENERAL}}
    stand_in.stage.submit(MINA, id, {"to": chosen, "cc": chosen})
    (url,) = bot.got[0]["response_urls"]
    assert (url["block_id"], url["action_id"], url["channel_id"]) == ("to", "where", GENERAL)
    assert url["response_url"].startswith(f"{stand_in.address}/responses/")


def test_closing_is_told_where_the_view_asks_for_it(
    stand_in: StandIn, bot: Bot, slack: WebClient
) -> None:
    id = opened(stand_in, slack, {**BARE, "notify_on_close": True})
    pushed(stand_in, slack)
    first, second = on_screen(stand_in)
    for view in (second, first):
        stand_in.stage.close(MINA, view["id"])
    (told,) = bot.got
    assert (told["type"], told["view"]["id"], told["is_cleared"]) == ("view_closed", id, False)
    assert on_screen(stand_in) == []


@pytest.mark.parametrize(("clears", "every"), [(True, False), (False, True)])
def test_a_whole_stack_is_closed(
    stand_in: StandIn, bot: Bot, slack: WebClient, clears: bool, every: bool
) -> None:
    opened(stand_in, slack, {**BARE, "notify_on_close": True})
    upper = pushed(stand_in, slack, {**BARE, "notify_on_close": True, "clear_on_close": clears})
    given = {"person": MINA, "view": upper["id"], "all": every}
    assert read(stand_in, "/play/close", given) == {"ok": True}
    assert [told["is_cleared"] for told in bot.got] == [True, True]
    assert on_screen(stand_in) == []


GO = {"block_id": "row", "action_id": "go"}


def test_a_press_in_a_modal_comes_with_the_view(
    stand_in: StandIn, bot: Bot, slack: WebClient
) -> None:
    id = opened(stand_in, slack)
    stand_in.stage.act(MINA, {"view": id, "state": named("M"), **GO})
    (told,) = bot.got
    assert told["container"] == {"type": "view", "view_id": id}
    assert told["view"]["state"]["values"]["name"]["typed"]["value"] == "M"
    assert told["view"]["hash"] == on_screen(stand_in)[0]["hash"]
    assert not {"response_url", "channel", "message", "state"} & told.keys()
    with pytest.raises(Unwelcome, match="no more"):
        stand_in.stage.act(JORDAN, {"view": id, **GO})


def test_only_the_upper_view_is_pressed(stand_in: StandIn, bot: Bot, slack: WebClient) -> None:
    id = opened(stand_in, slack)
    pushed(stand_in, slack)
    with pytest.raises(Unwelcome, match="no more"):
        stand_in.stage.act(MINA, {"view": id, **GO})


def test_a_press_in_a_home(stand_in: StandIn, bot: Bot, slack: WebClient) -> None:
    row = {**FORM["blocks"][2]}
    home = slack.views_publish(user_id=MINA, view={"type": "home", "blocks": [row]})["view"]
    stand_in.stage.act(MINA, {"view": home["id"], **GO})
    (told,) = bot.got
    assert (told["container"]["view_id"], told["view"]["type"]) == (home["id"], "home")


def test_the_bot_fills_a_menu_of_a_modal(stand_in: StandIn, bot: Bot, slack: WebClient) -> None:
    menu = {"type": "external_select", "action_id": "do", "min_query_length": 0}
    block = {"type": "input", "block_id": "here", "label": plain("a"), "element": menu}
    id = opened(stand_in, slack, {**FORM, "blocks": [block]})
    bot.says(options=[YES, NO])
    named = {"person": MINA, "view": id, "block_id": "here", "action_id": "do", "value": ""}
    assert read(stand_in, "/play/options", named) == {"ok": True, "options": [YES, NO]}
    assert bot.got[0]["view"]["id"] == id
    bot.status = 500
    failed = {"ok": False, "error": "Result loading failed"}
    assert read(stand_in, "/play/options", named) == failed


def test_an_update_keeps_what_was_typed_into_the_same_inputs(
    stand_in: StandIn, bot: Bot, slack: WebClient
) -> None:
    id = opened(stand_in, slack)
    stand_in.stage.act(MINA, {"view": id, "state": named("M"), **GO})
    slack.views_update(view_id=id, view={**FORM, "title": plain("Later")})
    stand_in.stage.act(MINA, {"view": id, **GO})
    assert bot.got[1]["view"]["state"]["values"]["name"]["typed"]["value"] == "M"
    other = {**FORM["blocks"][0], "block_id": "other"}
    slack.views_update(view_id=id, view={**FORM, "blocks": [other, FORM["blocks"][2]]})
    stand_in.stage.act(MINA, {"view": id, **GO})
    assert bot.got[2]["view"]["state"]["values"]["other"]["typed"]["value"] is None


def test_an_update_drops_a_choice_that_is_not_offered_any_more(
    stand_in: StandIn, bot: Bot, slack: WebClient
) -> None:
    id = opened(stand_in, slack)
    chosen = {"menu": {"picked": {"type": "static_select", "selected_option": YES}}}
    stand_in.stage.act(MINA, {"view": id, "state": chosen, **GO})
    fewer = {**FORM["blocks"][1], "element": {**MENU, "options": [NO]}}
    for menu, held in ((FORM["blocks"][1], YES), (fewer, None)):
        blocks = [FORM["blocks"][0], menu, FORM["blocks"][2]]
        slack.views_update(view_id=id, view={**FORM, "blocks": blocks})
        stand_in.stage.act(MINA, {"view": id, **GO})
        values = bot.got[-1]["view"]["state"]["values"]
        assert values["menu"]["picked"]["selected_option"] == held


def test_every_block_and_element_of_a_view_has_an_id(stand_in: StandIn, slack: WebClient) -> None:
    menu = {"type": "static_select", **BOTH}
    blocks = [SECTION, {"type": "actions", "elements": [menu]}]
    opened(stand_in, slack, {**BARE, "blocks": blocks})
    (view,) = on_screen(stand_in)
    ids = [view["blocks"][0]["block_id"], view["blocks"][1]["block_id"]]
    assert all(ids) and len(set(ids)) == 2
    assert view["blocks"][1]["elements"][0]["action_id"]


def test_an_external_id_is_for_one_view(stand_in: StandIn, slack: WebClient) -> None:
    id = opened(stand_in, slack, {**BARE, "external_id": "mine"})
    again = refusal(lambda: pushed(stand_in, slack, {**BARE, "external_id": "mine"}))
    assert again["error"] == "duplicate_external_id"
    changed = slack.views_update(external_id="mine", view={**BARE, "external_id": "mine"})["view"]
    assert (changed["id"], changed["root_view_id"]) == (id, id)

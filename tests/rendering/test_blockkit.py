"""The checker that every message in the tests goes through refuses what Slack refuses."""

from typing import Any

import pytest

from tests.support.blockkit import check, check_view, not_in_text

PLAIN = {"type": "plain_text", "text": "a"}
BUTTON = {"type": "button", "action_id": "a", "text": PLAIN}
OPTION = {"text": PLAIN, "value": "v"}
MENU = {"type": "static_select", "action_id": "m", "placeholder": PLAIN}
SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "a"}}


def actions(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements)}


def menu(*groups: dict[str, Any]) -> dict[str, Any]:
    return actions({**MENU, "option_groups": list(groups)})


def written(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


@pytest.mark.parametrize(
    "block",
    [
        {"type": "unknown"},
        {"type": "section"},
        written(""),
        written("a" * 3001),
        written("🐳" * 1501),
        {**SECTION, "colour": "red"},
        {"type": "section", "text": {"type": "markdown", "text": "a"}},
        {"type": "header", "text": {"type": "plain_text", "text": "a" * 151}},
        {"type": "header", "text": {"type": "mrkdwn", "text": "a"}},
        {"type": "divider", "text": "a"},
        {"type": "context", "elements": []},
        {"type": "context", "elements": [PLAIN] * 11},
        {"type": "rich_text", "elements": []},
        {"type": "rich_text", "elements": [{"type": "rich_text_quote", "elements": []}]},
        {"type": "rich_text", "elements": [{"type": "text", "text": "a"}]},
        actions(),
        actions(*({**BUTTON, "action_id": str(number)} for number in range(26))),
        actions(BUTTON, BUTTON),
        actions({**BUTTON, "text": {"type": "plain_text", "text": "a" * 76}}),
        actions({**BUTTON, "value": "a" * 2001}),
        actions({**BUTTON, "url": "a" * 3001}),
        actions({**BUTTON, "accessibility_label": "a" * 76}),
        actions({**BUTTON, "action_id": "a" * 256}),
        actions({"type": "button", "text": PLAIN}),
        menu(),
        menu({"label": PLAIN, "options": []}),
        menu({"label": PLAIN, "options": [OPTION] * 101}),
        menu(*[{"label": PLAIN, "options": [OPTION]}] * 101),
        menu({"label": {"type": "plain_text", "text": "a" * 76}, "options": [OPTION]}),
        menu({"label": PLAIN, "options": [{**OPTION, "value": "a" * 151}]}),
        menu({"label": PLAIN, "options": [{"text": PLAIN}]}),
    ],
)
def test_a_block_that_slack_refuses_is_refused(block: dict[str, Any]) -> None:
    with pytest.raises(AssertionError):
        check({"text": "a", "blocks": [block]})


@pytest.mark.parametrize(
    "message",
    [
        {},
        {"text": " "},
        {"text": "a" * 40_001},
        {"text": "a", "blocks": [SECTION] * 51},
        {"text": "a", "blocks": [written("a" * 3000)] * 4},
        {"text": "a", "blocks": [{**SECTION, "block_id": "b"}] * 2},
    ],
)
def test_a_message_that_slack_refuses_is_refused(message: dict[str, Any]) -> None:
    with pytest.raises(AssertionError):
        check(message)


def test_a_message_that_slack_takes_is_taken() -> None:
    group = {"label": PLAIN, "options": [OPTION]}
    check({"text": "a", "blocks": [SECTION, actions(BUTTON), menu(group), {"type": "divider"}]})


def labelled(action_id: str, label: str, described: str = "") -> dict[str, Any]:
    element = {**BUTTON, "action_id": action_id, "text": {"type": "plain_text", "text": label}}
    return {**element, "accessibility_label": described} if described else element


@pytest.mark.parametrize(
    "buttons",
    [
        (labelled("1", "Read"), labelled("2", "Read")),
        (labelled("1", "Read", "Read Ferries"), labelled("2", "Read")),
        (labelled("1", "Read", "Read Ferries"), labelled("2", "Read", "Read Ferries")),
        (labelled("1", "Read", "Ferries"), labelled("2", "Ferries")),
    ],
)
def test_what_cannot_be_told_apart_by_ear_is_refused(buttons: tuple[dict[str, Any], ...]) -> None:
    for shown in ([actions(*buttons)], [actions(button) for button in buttons]):
        with pytest.raises(AssertionError, match="told apart"):
            check({"text": "a", "blocks": shown})
        with pytest.raises(AssertionError, match="told apart"):
            check_view({"type": "modal", "blocks": shown})


def test_labels_that_repeat_may_be_read_out_differently() -> None:
    buttons = (labelled("1", "Read", "Read Ferries"), labelled("2", "Read", "Read Whales"))
    check({"text": "a", "blocks": [actions(*buttons)]})


def test_what_stands_in_the_blocks_alone_is_missed_by_whoever_listens() -> None:
    spans = [{"type": "text", "text": "Salt & pepper"}]
    quoted = {
        "type": "rich_text",
        "elements": [{"type": "rich_text_quote", "elements": spans}],
    }
    opens = actions({**BUTTON, "url": "https://salt.example/?a=1&b=2"})
    link = "<https://salt.example/?a=1&amp;b=2|Open>"
    assert not_in_text(f"> Salt &amp; pepper\n{link}", [quoted, opens]) == []
    assert not_in_text("> Salt &amp; pepper", [opens]) == ["<https://salt.example/?a=1&amp;b=2"]
    assert not_in_text(link, [quoted]) == ["Salt &amp; pepper"]

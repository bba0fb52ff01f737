"""The checker that every message in the tests goes through refuses what Slack refuses."""

from typing import Any

import pytest

from tests.support.blockkit import check

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

"""A person presses the buttons and picks from the menus."""

from typing import Any

import pytest

from tests.support.slack import Slack
from tests.support.statements import FERRIES, KEEPER, LANTERNS, WHALES

GONE = "I cannot find what this leads to any more. Please ask again."


def test_another_passage_takes_the_place_of_the_answer(slack: Slack) -> None:
    first = slack.command("¶1")
    second = slack.click(first.button("Lanterns <& lights> ¶1"))
    assert (first.quote, second.quote) == (LANTERNS, KEEPER)
    assert second.message["replace_original"] is True
    back = slack.click(second.button("Lanterns <& lights> ¶1"))
    assert back.quote == LANTERNS


def test_the_passages_to_pick_stay_the_same_whichever_is_shown(slack: Slack) -> None:
    found = {
        "type": "button",
        "action_id": "show_passage:1",
        "value": "harbour/ferries-cross/en/lanterns-keeper,whales-protect,no-such-passage",
    }
    second = slack.click(found)
    assert second.quote == FERRIES
    keeper, whales = second.labels[-2:]
    assert (keeper, whales) == ("Lanterns <& lights> ¶1", "Whales ¶3")
    third = slack.click(second.button(whales))
    assert third.quote == WHALES
    assert third.labels[-2:] == ["Ferries ¶2", "Lanterns <& lights> ¶1"]


def test_a_theme_is_picked_from_the_contents(slack: Slack) -> None:
    reply = slack.click(slack.command("contents").option("Whales"))
    assert reply.quote == WHALES
    assert reply.message["replace_original"] is True


def test_a_click_in_a_channel_changes_nothing_for_the_others(slack: Slack) -> None:
    container = {"type": "message", "channel_id": "C1", "thread_ts": "1.1", "is_ephemeral": False}
    reply = slack.click(slack.mention("contents").option("Whales"), container=container)
    assert reply.quote == WHALES
    kind = ("replace_original", "response_type", "thread_ts")
    assert [reply.message[key] for key in kind] == [False, "ephemeral", "1.1"]


def test_a_click_in_a_direct_message_replaces_the_answer(slack: Slack) -> None:
    fields = {"channel": {"id": "D1"}, "container": {"type": "message", "channel_id": "D1"}}
    reply = slack.click(slack.message("contents").option("Whales"), **fields)
    assert reply.quote == WHALES
    assert reply.message["replace_original"] is True


def test_what_was_asked_in_korean_stays_korean(slack: Slack) -> None:
    reply = slack.click(slack.command("목차").option("여객선"))
    assert reply.quote == FERRIES
    assert "¶2 · 물 위에서" in reply.prose


def test_opening_the_source_is_acknowledged(slack: Slack) -> None:
    reply = slack.command("ferries")
    element = {"type": "button", "action_id": "open_source", "url": reply.link}
    assert slack.press(element).status == 200
    assert slack.heard() == []


@pytest.mark.parametrize(
    ("action", "value"),
    [
        ("show_passage:1", "harbour/no-such-passage/en"),
        ("show_passage:1", "another-statement/lanterns-light/en"),
        ("show_passage:1", "harbour/lanterns-light"),
        ("show_passage:1", "harbour/lanterns-light/fr"),
        ("show_passage:1", "../../etc/passwd"),
        ("show_passage:1", "<!channel>"),
        ("show_passage:1", "x" * 2000),
        ("show_passage:1", ""),
        ("show_passage:1", None),
        ("show_passage:1", 7),
        ("show_passage:1", ["harbour/lanterns-light/en"]),
        ("show_theme:1", "harbour/lanterns-light/en"),
        ("pick_theme", "harbour/no-such-theme/en"),
    ],
)
def test_a_value_that_names_nothing_gets_a_sentence(
    slack: Slack, action: str, value: object
) -> None:
    reply = slack.click({"type": "button", "action_id": action, "value": value})
    assert reply.text == GONE
    assert reply.message["response_type"] == "ephemeral"
    assert reply.message["replace_original"] is False


@pytest.mark.parametrize("option", [{}, None, "harbour/ferries/en", {"value": 3}])
def test_a_malformed_option_gets_a_sentence(slack: Slack, option: object) -> None:
    element = {"type": "static_select", "action_id": "pick_theme", "selected_option": option}
    assert slack.click(element).text == GONE


@pytest.mark.parametrize(
    "fields",
    [
        {"actions": []},
        {"actions": None},
        {"actions": "button"},
        {"actions": [7]},
        {"actions": [{"action_id": "unknown", "block_id": "b", "type": "button"}]},
        {"actions": [{"action_id": "show_passage:1"}]},
        {"team": None, "user": None, "channel": None},
        {"container": None},
        {"container": 7, "channel": {"id": 7}},
        {"response_url": None},
        {"response_url": 7},
        {"response_url": "file:///etc/passwd"},
        {"response_url": "not an address"},
    ],
)
def test_a_malformed_click_breaks_nothing(slack: Slack, fields: dict[str, Any]) -> None:
    element = {"type": "button", "action_id": "show_passage:1", "value": "harbour/x/en"}
    assert slack.press(element, **fields).status in (200, 400)
    assert slack.command("ferries").quote == FERRIES

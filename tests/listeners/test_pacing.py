"""Whoever asks too much is told so, once a minute, and nobody else is held up."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from bot.core.library import Library
from tests.support.slack import Slack, workspace
from tests.support.statements import FERRIES
from tests.support.web_api import TOKEN

TOO_FAST = (
    "That was a lot at once. Please wait a minute, then ask again.\n"
    "짧은 시간에 요청이 너무 많았습니다. 1분 뒤에 다시 물어봐 주십시오."
)
DIRECT = {"type": "message", "channel_type": "im", "channel": "D1", "ts": "1.1", "text": "ferries"}


@pytest.fixture
def slack(harbour: Library) -> Iterator[Slack]:
    """A workspace in which three requests a minute are answered, and sixty of everybody's."""
    with workspace(harbour, per_minute=3) as slack:
        yield slack


def spoken(slack: Slack) -> list[Any]:
    return [call.body["text"] for call in slack.heard()]


def test_a_command_too_many_is_answered_with_what_to_do(slack: Slack) -> None:
    assert [slack.command("ferries").quote for _ in range(3)] == [FERRIES] * 3
    assert slack.command("ferries").text == TOO_FAST
    assert slack.command("ferries", user_id="U2").quote == FERRIES


def test_of_too_many_messages_one_is_told_so(slack: Slack) -> None:
    for _ in range(6):
        assert slack.event({**DIRECT, "user": "U1"}).status == 200
    assert [text == TOO_FAST for text in spoken(slack)] == [False, False, False, True]


def test_of_too_many_clicks_one_is_told_so(slack: Slack) -> None:
    button = {"type": "button", "action_id": "show_passage:1", "value": "harbour/ferries-cross/en"}
    for _ in range(6):
        assert slack.press(button).status == 200
    assert [text == TOO_FAST for text in spoken(slack)] == [False, False, False, True]


def test_a_menu_suggests_nothing_then(slack: Slack) -> None:
    asked = {"type": "block_suggestion", "action_id": "x", "block_id": "b", "value": "v"}
    payload = json.dumps({"team": {"id": "T1"}, "user": {"id": "U1"}, **asked})
    for _ in range(4):
        response = slack.form({"payload": payload})
    assert (response.status, json.loads(response.body)) == (200, {"options": []})


def test_a_whole_workspace_has_a_limit_too(slack: Slack) -> None:
    answers = [slack.command("ferries", user_id=f"U{number}").text for number in range(61)]
    assert [text == TOO_FAST for text in answers] == [False] * 60 + [True]
    assert slack.command("ferries", user_id="U1", team_id="T2").quote == FERRIES


def test_each_person_is_told_once_where_the_workspace_has_asked_too_much(slack: Slack) -> None:
    for number in range(60):
        slack.command("ferries", user_id=f"U{number}")
    for person in ("U100", "U101"):
        slack.event({"type": "app_home_opened", "tab": "messages", "user": person})
        for _ in range(3):
            slack.event({**DIRECT, "user": person, "channel": f"D{person}"})
    told = [(call.body["channel"], call.body["text"]) for call in slack.heard()]
    assert told == [("DU100", TOO_FAST), ("DU101", TOO_FAST)]


def test_a_workflows_step_is_never_too_much(slack: Slack) -> None:
    step = {"function": {"callback_id": "find_passage"}, "inputs": {"query": "boats"}}
    named = {"function_execution_id": "Fx1", "bot_access_token": TOKEN}
    for _ in range(5):
        slack.event({"type": "function_executed", **step, **named})
    assert [call.name for call in slack.heard()] == ["functions.completeSuccess"] * 5


@pytest.mark.parametrize("echo", [{"user": "U0BOT", "bot_id": "B1"}, {"hidden": True}])
def test_what_the_bot_says_itself_is_not_counted(slack: Slack, echo: dict[str, Any]) -> None:
    for _ in range(61):
        slack.event({**DIRECT, **echo})
    assert slack.command("ferries").quote == FERRIES


def test_slack_being_away_is_no_fault_then(slack: Slack, caplog: pytest.LogCaptureFixture) -> None:
    button = {"type": "button", "action_id": "open_source"}
    for _ in range(4):
        slack.press(button, response_url="https://elsewhere.example/")
    assert caplog.records == []

"""Slack is down, slow or refuses; a listener raises. The bot goes on, and one line tells of it."""

import json
import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from bot.core.library import Library
from bot.listeners.asking import Asking
from bot.playground.faults import CLOSED, HANGING, SERVER_ERROR, Fault, rate_limited, refused
from bot.rendering.references import Reference
from tests.support.slack import Slack, workspace
from tests.support.statements import FERRIES
from tests.support.web_api import TOKEN

MENTION = {"type": "app_mention", "user": "U1", "channel": "C1", "ts": "1.1", "text": "boats"}
BUTTON = {
    "type": "button",
    "action_id": "show_passage:1",
    "value": Reference("harbour", "ferries-cross", "en").value,
}


def failures(caplog: pytest.LogCaptureFixture) -> list[dict[str, Any]]:
    """The lines at WARNING or above."""
    return [vars(line) for line in caplog.records if line.levelno >= logging.WARNING]


@pytest.mark.parametrize(
    ("fault", "error", "word"),
    [
        (refused("channel_not_found"), "SlackApiError", "channel_not_found"),
        (refused("invalid_auth"), "SlackApiError", "invalid_auth"),
        (refused("No channel named boats"), "SlackApiError", ""),
        (CLOSED, "RemoteDisconnected", ""),
    ],
    ids=["refused", "token revoked", "words that are not Slack's", "connection lost"],
)
def test_a_failed_post_is_logged_once_with_an_id(
    slack: Slack, caplog: pytest.LogCaptureFixture, fault: Fault, error: str, word: str
) -> None:
    slack.api.fail(fault)
    assert slack.event(MENTION).status == 200
    (line,) = failures(caplog)
    assert re.fullmatch("[0-9a-f]{8}", line["failure"])
    assert line["error"] == error
    assert line["slack"] == word
    assert slack.mention("boats").quote == FERRIES


def test_a_server_error_is_logged_and_not_repeated(
    slack: Slack, caplog: pytest.LogCaptureFixture
) -> None:
    slack.api.fail(SERVER_ERROR)
    assert slack.event(MENTION).status == 200
    (line,) = failures(caplog)
    assert line["error"] == "SlackApiError"
    assert len(slack.heard()) == 1


def test_a_rate_limit_is_waited_out(slack: Slack, caplog: pytest.LogCaptureFixture) -> None:
    slack.api.fail(rate_limited())
    slack.event(MENTION)
    refused, posted = slack.heard()
    assert refused.body == posted.body
    assert failures(caplog) == []


def test_a_rate_limit_without_end_is_logged_once(
    slack: Slack, caplog: pytest.LogCaptureFixture
) -> None:
    slack.api.fail(rate_limited(), rate_limited(), rate_limited())
    slack.event(MENTION)
    (line,) = failures(caplog)
    assert (line["error"], line["slack"]) == ("SlackApiError", "ratelimited")
    assert len(slack.heard()) == 3


@pytest.mark.parametrize("seconds", ["31", "86400", "9" * 5000, "-1", "x", ""])
def test_a_long_rate_limit_is_given_up_at_once(
    slack: Slack, caplog: pytest.LogCaptureFixture, seconds: str
) -> None:
    slack.api.fail(*[replace(rate_limited(), headers={"Retry-After": seconds})] * 2)
    slack.event(MENTION)
    slack.press(BUTTON)
    posted, pressed = failures(caplog)
    assert (posted["error"], posted["slack"]) == ("SlackApiError", "ratelimited")
    assert (pressed["error"], pressed["slack"]) == ("Undelivered", "429")
    assert len(slack.heard()) == 2


@pytest.fixture
def hasty(harbour: Library) -> Iterator[Slack]:
    """A workspace whose bot waits for Slack no longer than a second."""
    with workspace(harbour, patience=1) as slack:
        yield slack


def test_a_slack_that_hangs_is_given_up(hasty: Slack, caplog: pytest.LogCaptureFixture) -> None:
    hasty.api.fail(HANGING)
    hasty.event(MENTION)
    (line,) = failures(caplog)
    assert line["error"] == "TimeoutError"
    assert hasty.command("boats").quote == FERRIES


@pytest.mark.parametrize("status", [404, 410, 500])
def test_a_response_url_that_is_no_more_is_logged_once(
    slack: Slack, caplog: pytest.LogCaptureFixture, status: int
) -> None:
    slack.api.fail(Fault(status, b"expired_url"))
    assert slack.press(BUTTON).status == 200
    (line,) = failures(caplog)
    assert (line["error"], line["slack"]) == ("Undelivered", str(status))


def test_a_rate_limited_response_url_is_waited_out(
    slack: Slack, caplog: pytest.LogCaptureFixture
) -> None:
    slack.api.fail(rate_limited())
    slack.press(BUTTON)
    assert len(slack.heard()) == 2
    assert failures(caplog) == []


class Broken(Asking):
    """A bot whose every answer fails, and says what was asked while it does."""

    def ask(self, text: str, *_: Any) -> Any:
        raise RuntimeError(text)

    passage = theme = reply = ask


@pytest.fixture
def broken(harbour: Library, monkeypatch: pytest.MonkeyPatch) -> Iterator[Slack]:
    monkeypatch.setattr("bot.listeners.app.Asking", Broken)
    with workspace(harbour) as slack:
        yield slack


def test_a_failure_is_an_apology_with_the_id_of_its_line_in_the_log(
    broken: Slack, caplog: pytest.LogCaptureFixture
) -> None:
    doors = (
        lambda: broken.command("boats"),
        lambda: broken.mention("boats"),
        lambda: broken.message("boats"),
        lambda: broken.click(BUTTON),
    )
    for door in doors:
        reply = door()
        line = failures(caplog)[-1]
        assert f"It is logged as {line['failure']}" in reply.text
        assert f"오류 번호 {line['failure']}로" in reply.text
        assert line["error"] == "RuntimeError"
        assert "in ask" in line["stack"]
    assert len({line["failure"] for line in failures(caplog)}) == 4
    assert len(failures(caplog)) == 4


def test_an_apology_for_a_click_goes_to_the_one_who_clicked(broken: Slack) -> None:
    reply = broken.click(BUTTON)
    assert reply.message["response_type"] == "ephemeral"
    assert reply.message["replace_original"] is False


def test_an_apology_that_cannot_be_sent_is_let_go(
    broken: Slack, caplog: pytest.LogCaptureFixture
) -> None:
    broken.api.fail(refused("channel_not_found"))
    assert broken.event(MENTION).status == 200
    first, second = failures(caplog)
    assert first["failure"] == second["failure"]
    assert second["message"] == "apology not sent"


def test_no_line_holds_what_was_typed_or_a_secret(
    slack: Slack, broken: Slack, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        for workplace in (slack, broken):
            workplace.api.fail(refused("not_in_channel"))
            workplace.event({**MENTION, "text": "boats zqx"})
            workplace.command("boats zqx")
            workplace.message("boats zqx")
            workplace.press({**BUTTON, "value": "zqx"})
            workplace.press(BUTTON, actions=[{"action_id": "zqx"}])
            workplace.event({"type": "zqx"})
    assert caplog.records
    logged = json.dumps([vars(line) for line in caplog.records], default=str)
    assert "zqx" not in logged
    assert TOKEN not in logged

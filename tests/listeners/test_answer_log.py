"""Each answer leaves one line with ids, outcome and time."""

import logging
from typing import Any

import pytest

from bot.core.library import Library
from bot.listeners.asking import Asking
from bot.listeners.payloads import Origin
from tests.support.slack import Slack


@pytest.fixture(autouse=True)
def at_info(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)


def lines(caplog: pytest.LogCaptureFixture) -> list[dict[str, Any]]:
    return [vars(line) for line in caplog.records if line.name == "bot.answers"]


def test_an_answer_is_one_line(harbour: Library, caplog: pytest.LogCaptureFixture) -> None:
    moments = iter((10.0, 10.0125))
    asking = Asking(harbour, lambda passages: passages[0], lambda: next(moments))
    asking.reply("ferries", Origin("command", "T1", "trigger"), "en")
    (line,) = lines(caplog)
    kept = {key: line[key] for key in ("door", "outcome", "language", "theme", "passage")}
    assert kept == {
        "door": "command",
        "outcome": "found",
        "language": "en",
        "theme": "ferries",
        "passage": "ferries-cross",
    }
    assert (line["milliseconds"], line["team"], line["request"]) == (12.5, "T1", "trigger")
    assert line["score"] > 0.5


def test_every_door_and_outcome_has_its_name(
    slack: Slack, caplog: pytest.LogCaptureFixture
) -> None:
    contents = slack.command("")
    slack.mention("quantum physics", ts="1.1")
    slack.message("도움말")
    slack.click(contents.option("Whales"))
    assert [(line["door"], line["outcome"], line["theme"]) for line in lines(caplog)] == [
        ("command", "contents", None),
        ("mention", "not_found", None),
        ("message", "help", None),
        ("action", "found", "whales"),
    ]
    assert [line["team"] for line in lines(caplog)] == ["T1"] * 4
    assert [line["request"] for line in lines(caplog)] == [
        *("1.1.trigger", "Ev1", "Ev2", "1.2.trigger")
    ]

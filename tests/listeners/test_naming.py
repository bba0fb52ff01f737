"""Every line of the log about a request has its name, in whatever thread it is written."""

import logging
from collections.abc import Iterator

import pytest
from slack_bolt import BoltContext, BoltResponse

from bot import tracing
from bot.core.library import Library
from bot.listeners.naming import named
from bot.listeners.payloads import Origin, origin_of
from bot.listeners.posting import Posting
from bot.logs import traced
from tests.support.slack import workspace


@pytest.fixture
def asked() -> Iterator[str]:
    token = tracing.REQUEST.set("Ev0FIRST")
    yield "Ev0FIRST"
    tracing.REQUEST.reset(token)


def test_what_is_done_later_has_the_name_of_what_was_asked(asked: str) -> None:
    with Posting() as posting:
        assert posting.submit(tracing.REQUEST.get).result() == asked


def test_a_line_of_the_log_is_given_the_name(asked: str) -> None:
    record = logging.makeLogRecord({"msg": "answered"})
    assert traced(record)
    assert record.__dict__["request"] == asked


def test_a_line_that_has_a_name_keeps_it(asked: str) -> None:
    record = logging.makeLogRecord({"msg": "answered", "request": "another"})
    traced(record)
    assert record.__dict__["request"] == "another"


def test_a_line_about_no_request_has_none() -> None:
    record = logging.makeLogRecord({"msg": "started"})
    traced(record)
    assert "request" not in record.__dict__


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ({"event_id": "Ev0A"}, "Ev0A"),
        ({"trigger_id": "12.34.ab"}, "12.34.ab"),
        ({"event_id": "two\nlines"}, ""),
        ({"event_id": "x" * 81}, ""),
        ({"event_id": ["Ev0A"]}, ""),
        ({}, ""),
    ],
)
def test_a_name_is_an_id_of_slacks_and_nothing_else(body: dict[str, object], name: str) -> None:
    seen = []

    def listener() -> BoltResponse:
        seen.append(tracing.REQUEST.get())
        return BoltResponse(status=200)

    named(body, listener)
    assert (seen, tracing.REQUEST.get()) == ([name], "")


def test_a_listener_runs_under_its_requests_name(harbour: Library) -> None:
    seen = []
    observe = {"observe": lambda door, *_: seen.append((door, tracing.REQUEST.get()))}
    with workspace(harbour, **observe) as slack:
        slack.command("ferries")
    assert seen == [("command", "1.1.trigger")]
    assert tracing.REQUEST.get() == ""


@pytest.mark.parametrize(
    ("team", "named_by"), [("T0ONE", "T0ONE"), ("<!channel> words", ""), (None, "")]
)
def test_an_answer_is_logged_with_a_workspaces_id_and_nothing_else(
    team: str | None, named_by: str
) -> None:
    context = BoltContext({"team_id": team})
    assert origin_of("shortcut", {"trigger_id": "a line\n"}, context) == Origin(
        "shortcut", named_by, ""
    )

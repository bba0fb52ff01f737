"""What the bot does not answer: other apps, itself, edits, joins, and what it has answered."""

import json
from typing import Any

import pytest

from tests.support.slack import Slack, signed

PERSON = {"user": "U1", "ts": "1.1", "text": "ferries"}
DIRECT = {"type": "message", "channel_type": "im", "channel": "D1", **PERSON}
MENTION = {"type": "app_mention", "channel": "C1", **PERSON}


@pytest.mark.parametrize(
    "event",
    [
        {**DIRECT, "bot_id": "B1"},
        {**MENTION, "bot_id": "B1"},
        {**MENTION, "bot_profile": {"id": "B1"}},
        {**DIRECT, "subtype": "bot_message"},
        {**DIRECT, "subtype": "message_changed", "message": PERSON},
        {**DIRECT, "subtype": "message_deleted", "previous_message": PERSON},
        {**DIRECT, "subtype": "channel_join"},
        {**DIRECT, "hidden": True},
        {**MENTION, "edited": {"user": "U1", "ts": "2.2"}},
        {**DIRECT, "channel_type": "channel"},
        {**DIRECT, "channel_type": "mpim"},
        {"type": "reaction_added", "user": "U1", "item": {}},
        {"type": "a_type_of_next_year", **PERSON},
        {"type": "app_mention"},
        {"type": "app_mention", "text": "ferries", "user": "U1"},
        {"type": "message", "channel_type": "im"},
        {**DIRECT, "user": None},
        {**DIRECT, "ts": 1.5},
        {**DIRECT, "channel": ["D1"]},
    ],
)
def test_it_is_acknowledged_and_not_answered(slack: Slack, event: dict[str, Any]) -> None:
    response = slack.event(event)
    assert (response.status, response.body) == (200, "")
    assert slack.heard() == []


def test_an_event_that_comes_again_is_answered_once(slack: Slack) -> None:
    for _ in range(3):
        assert slack.event(MENTION, event_id="Ev0AGAIN").status == 200
    assert len(slack.heard()) == 1


def test_a_retry_of_an_event_that_never_arrived_is_answered(slack: Slack) -> None:
    envelope = {"type": "event_callback", "event_id": "Ev0FIRST", "event": MENTION}
    body = json.dumps(envelope).encode()
    retried = {"x-slack-retry-num": "1", "x-slack-retry-reason": "http_timeout"}
    slack.deliver(body, "application/json", {**signed(body), **retried})
    assert len(slack.heard()) == 1


def test_the_same_words_in_two_events_are_answered_twice(slack: Slack) -> None:
    slack.event(MENTION)
    slack.event(MENTION)
    assert len(slack.heard()) == 2


@pytest.mark.parametrize("subtype", ["file_share", "me_message", "thread_broadcast"])
def test_what_a_person_typed_is_answered_however_it_was_sent(slack: Slack, subtype: str) -> None:
    slack.event({**DIRECT, "subtype": subtype})
    assert len(slack.heard()) == 1


def test_an_event_without_an_id_is_answered(slack: Slack) -> None:
    slack.event(MENTION, event_id=None)
    assert len(slack.heard()) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"type": "shortcut", "callback_id": "x"},
        {"type": "message_action", "callback_id": "x"},
        {"type": "interactive_message", "callback_id": "x", "actions": [{"name": "a"}]},
        {"type": "a_type_of_next_year"},
        {},
    ],
)
def test_payloads_of_other_types_are_acknowledged(slack: Slack, fields: dict[str, Any]) -> None:
    response = slack.form({"payload": json.dumps({"team": {"id": "T1"}, **fields})})
    assert (response.status, response.body) == (200, "")
    assert slack.heard() == []


def test_another_slash_command_is_acknowledged(slack: Slack) -> None:
    response = slack.form({**slack.typed("ferries"), "command": "/other"})
    assert (response.status, response.body) == (200, "")


def test_an_ssl_check_and_a_url_verification_are_answered(slack: Slack) -> None:
    assert slack.form({"ssl_check": "1", "token": "x"}).status == 200
    asked = b'{"type": "url_verification", "token": "x", "challenge": "abc"}'
    assert "abc" in slack.deliver(asked, "application/json").body

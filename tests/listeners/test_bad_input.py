"""Whatever is typed is answered and pings nobody; what Slack did not send is refused."""

import json
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from tests.support.blockkit import texts
from tests.support.replies import Reply
from tests.support.slack import FORM, JSON, Slack, signed
from tests.support.statements import FERRIES

ZALGO = "f̷̢̛e̴r̸̨r̵i̷e̶s̸ z̷̧̛̹a̴l̶g̸o̵"
HOSTILE = [
    "zq" * 5000,
    "ferries " * 1250,
    "🐳🐋⛴️" * 40,
    ":whale: :ferry:",
    "\x01\x02\x1b[31m\x7f",
    "zqx\x00zqx\x00",
    "\u202ezqx selrref\u2066",
    "ما هي العبارات؟ zqx",
    ZALGO,
    "zqx <!channel> <!here> <!everyone>",
    "zqx <@U123> <#C123|secret> <!subteam^S1>",
    "<http://zqx.example|ferries zqx>",
    "zqx *bold* _it_ ~no~ `code` ```block```",
    "zqx &amp;lt;!channel&amp;gt; &lt;b&gt;",
    "zqx @channel #general",
    "{title} %s {0.__class__} zqx",
    "'; DROP TABLE zqx; --",
    "zqx\n> quoted\n\n\r\n\t",
    "\ud7ff\ufffd\uffff zqx",
    "ㅋㅋㅋㅋ zqx ㅎㅎ",
]


def pings(reply: Reply) -> list[str]:
    """What would ping somebody: the mentions outside of literal quotations."""
    marked = [reply.text, reply.prose]
    return [mark for mark in ("<!", "<@", "<#") if any(mark in text for text in marked)]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_it_is_answered_and_not_repeated(slack: Slack, words: str) -> None:
    for reply in (slack.command(words), slack.mention(words), slack.message(words)):
        assert pings(reply) == []
        assert not [text for text in texts(reply.message) if "zqx" in text or "zqzq" in text]


def test_a_word_among_markup_is_found(slack: Slack) -> None:
    for words in ("<http://x.example|ferries>", "*ferries*", "`ferries`", "<@U123> ferries"):
        assert slack.command(words).quote == FERRIES


def test_hostile_text_of_a_statement_is_shown_literally(slack: Slack) -> None:
    reply = slack.command("lamplighter")
    assert "<old> keeper counts *them*" in reply.quote
    assert "&lt;old&gt;" in reply.text
    assert "&lt;!channel&gt;" in reply.text
    assert pings(reply) == []


def unheard(slack: Slack, body: bytes, headers: dict[str, str]) -> bool:
    """Whether the door says 401, and nothing else comes of it."""
    response = slack.deliver(body, JSON if body.startswith(b"{") else FORM, headers)
    return response.status == 401 and FERRIES not in response.body and slack.heard() == []


EVENT = json.dumps(
    {
        "type": "event_callback",
        "event_id": "Ev1",
        "event": {"type": "app_mention", "user": "U1", "channel": "C1", "ts": "1", "text": "boats"},
    }
).encode()
COMMAND = b"command=%2Falliance&text=boats&team_id=T1&user_id=U1"


@pytest.fixture(params=[EVENT, COMMAND], ids=["event", "command"])
def body(request: pytest.FixtureRequest) -> Iterator[bytes]:
    yield request.param


def test_a_wrong_signature_is_refused(slack: Slack, body: bytes) -> None:
    assert unheard(slack, body, signed(body, secret="another"))
    assert unheard(slack, body, signed(body + b"&more=1"))
    assert unheard(slack, body, {**signed(body), "x-slack-signature": "v0=zz"})


def test_an_old_or_missing_timestamp_is_refused(slack: Slack, body: bytes) -> None:
    fresh = signed(body)
    assert unheard(slack, body, signed(body, age=360))
    assert unheard(slack, body, signed(body, age=-360))
    assert unheard(slack, body, {"x-slack-signature": fresh["x-slack-signature"]})
    assert unheard(slack, body, {"x-slack-request-timestamp": fresh["x-slack-request-timestamp"]})
    assert unheard(slack, body, {})


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (FORM, b""),
        (FORM, b"&&&===%%%"),
        (FORM, b"payload="),
        (FORM, b"payload=%7B%22type%22%3A"),
        (FORM, b"payload=%5B1%5D"),
        (FORM, b"command=%2Falliance"),
        (FORM, b"text=boats"),
        (FORM, b"command=%2Falliance&text=" + quote("보트").encode()[:-2]),
        (FORM, b"command=%2Falliance&text=%00%FF"),
        (JSON, EVENT[:-20]),
        (JSON, b"null"),
        (JSON, b"[]"),
        (JSON, b"{}"),
        (JSON, b'{"type": 7}'),
        (JSON, b'{"type": "event_callback"}'),
        (JSON, b'{"type": "event_callback", "event": null}'),
        (JSON, b'{"type": "event_callback", "event": 7}'),
        (JSON, b'{"type": "event_callback", "event": "app_mention"}'),
        (JSON, b'{"type": "event_callback", "event": []}'),
        (JSON, b'{"type": "event_callback", "event": {}}'),
        (JSON, b'{"type": "event_callback", "event": {"type": 7}}'),
        (JSON, b'{"type": "event_callback", "event": {"type": "app_mention", "user": 7}}'),
        (JSON, b'{"type": "event_callback", "event": {"type": "message", "text": {}}}'),
        (JSON, b'{"type": "event_callback", "event_id": [], "event": {"type": "message"}}'),
        (JSON, b'{"type": "event_callback", "authorizations": [7], "event": {"type": "x"}}'),
        (JSON, b'{"type": "block_actions"}'),
        (JSON, b'{"command": "/alliance", "text": 7}'),
        (JSON, b'{"command": "/alliance", "text": null}'),
        (JSON, b'{"command": 7}'),
    ],
)
def test_what_is_malformed_breaks_nothing(slack: Slack, kind: str, body: bytes) -> None:
    response = slack.deliver(body, kind)
    assert response.status == 200 or 400 <= response.status < 500
    assert slack.command("boats").quote == FERRIES


@pytest.mark.parametrize(
    "wrong",
    [
        {"type": "event_callback", "event": "app_mention"},
        {"event": "no type at all"},
        {"type": "event_callback", "event": {"type": "function_executed", "function": ""}},
        {
            "type": "event_callback",
            "event": {"type": "function_executed", "function": {"callback_id": 7}},
        },
        {"type": "shortcut", "callback_id": False},
        {"type": "message_action", "callback_id": []},
        {"type": "block_suggestion", "action_id": 7, "block_id": "b", "value": "x"},
        {"type": "block_actions", "actions": "more"},
        {"type": "block_actions", "actions": [{"values": {}}]},
        {"type": "block_actions", "actions": [{"action_id": None}]},
        {"type": "view_submission", "view": {"callback_id": {}}},
        {"type": "block_actions", "actions": [{"action_id": "a"}], "view": {}},
        {"type": "block_actions", "actions": [{"action_id": "a"}], "view": {"id": ""}},
        {"type": "block_actions", "actions": [{"action_id": "a"}], "view": {"id": None}},
        {"command": "/alliance", "text": "boats", "channel_id": "C1> <!channel>"},
        {"command": "/alliance", "text": "boats", "channel_id": "C" * 256},
        {"command": "/alliance", "text": "boats", "team_id": "T1 words\n{}"},
        {"command": "/alliance", "text": "boats", "user_id": "<@U1>"},
        {"type": "shortcut", "callback_id": "search_statement", "trigger_id": "1.2\n3"},
        {"type": "event_callback", "event": {"type": "message", "user": "U1 U2"}},
        {"type": "event_callback", "event_id": "Ev 1", "event": {"type": "message"}},
        {"type": "event_callback", "authorizations": [{"team_id": "T\r\n"}], "event": {}},
        {"type": "event_callback", "event": {"type": "x", "bot_access_token": "가"}},
        *(
            {"type": "event_callback", "event": {"type": "x"}, **step}
            for step in (
                {"function_execution_id": {}},
                {"function_execution_id": "가"},
                {"function_execution_id": ""},
                {"function_execution_id": "Fx1", "bot_access_token": ["가"]},
                {"function_execution_id": "Fx1", "bot_access_token": "가"},
                {"function_execution_id": "Fx1", "bot_access_token": ""},
                {"event": {"type": "x", "function_data": {"execution_id": ["Fx1"]}}},
                {"event": {"type": "x", "function_data": {"execution_id": "가\r\n"}}},
                {"event": {"type": "x", "event": {"function_execution_id": {}}}},
                {"event": {"type": "x", "function_execution_id": "Fx1", "bot_access_token": [1]}},
            )
        ),
    ],
    ids=str,
)
def test_what_cannot_be_slacks_is_turned_away_and_logged_as_no_failure(
    slack: Slack, caplog: pytest.LogCaptureFixture, wrong: dict[str, object]
) -> None:
    """Bolt takes a name for a text and an event for an object; an id may be stored and logged."""
    response = slack.deliver(json.dumps({"team_id": "T1", **wrong}).encode(), JSON)
    assert (response.status, response.body, slack.heard()) == (400, "", [])
    assert caplog.records == []

"""Whoever can sign can send anything: it is refused in a sentence, pings nobody, is not logged."""

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from bot.core.library import Library
from bot.playground.faults import refused
from tests.support.digests import Memory, planning
from tests.support.replies import Reply
from tests.support.slack import Response, Slack, workspace
from tests.support.statements import FERRIES

STATE: dict[str, dict[str, Any]] = {
    "channel": {"selected_conversation": "C1"},
    "days": {"selected_option": {"value": "chosen"}},
    "weekdays": {"selected_options": [{"value": "0"}]},
    "time": {"selected_time": "09:00"},
    "zone": {"selected_option": {"value": "Asia/Seoul"}},
    "program": {"selected_option": {"value": "chosen"}},
    "themes": {"selected_options": [{"value": "whales"}]},
    "section": {"selected_option": {"value": "1"}},
    "language": {"selected_option": {"value": "en"}},
    "holidays": {"selected_options": []},
    "until": {"selected_date": None},
}
LIST = "Please choose from the list."
ZQX = {"value": "zqx"}


@pytest.fixture
def slack(harbour: Library, store: Memory) -> Iterator[Slack]:
    with workspace(harbour, planning=planning(store)) as slack:
        yield slack


def payload(kind: str, fields: dict[str, Any], metadata: object = "en C1") -> dict[str, str]:
    """What Slack would send of the modal; a field of None is left out."""
    values = {
        name: {f"choose:{name}": element}
        for name, element in {**STATE, **fields}.items()
        if element is not None
    }
    view = {
        "id": "V1",
        "type": "modal",
        "hash": "1.1",
        "callback_id": "digest_form",
        "private_metadata": metadata,
        "state": {"values": values},
    }
    person = {"id": "U1", "name": "one", "team_id": "T1"}
    told = {"type": kind, "team": {"id": "T1"}, "user": person, "view": view}
    if kind == "block_actions":
        told["actions"] = [{"type": "button", "action_id": "choose:days", "block_id": "days"}]
    return {"payload": json.dumps(told)}


def submitted(slack: Slack, fields: dict[str, Any], metadata: object = "en C1") -> Response:
    return slack.form(payload("view_submission", fields, metadata))


def test_what_slack_sends_is_saved(slack: Slack, store: Memory) -> None:
    assert submitted(slack, {}).body == ""
    (kept,) = store.held.values()
    assert kept.owner.name == "one"


@pytest.mark.parametrize(
    ("field", "element", "sentence"),
    [
        ("channel", {"selected_conversation": "<!channel>"}, LIST),
        ("channel", {"selected_conversation": None}, LIST),
        ("channel", {"selected_conversation": 7}, LIST),
        ("channel", None, LIST),
        ("days", {"selected_option": ZQX}, LIST),
        ("days", {"selected_option": None}, LIST),
        ("days", {"selected_option": "every_day"}, LIST),
        ("weekdays", {"selected_options": [{"value": "7"}]}, LIST),
        ("weekdays", {"selected_options": [{"value": "²"}]}, LIST),
        ("weekdays", {"selected_options": []}, "Please choose at least one day."),
        ("weekdays", {"selected_options": "0"}, "Please choose at least one day."),
        ("time", {"selected_time": "25:10"}, LIST),
        ("time", {"selected_time": "9:00"}, LIST),
        ("time", {"selected_time": "09:00:00"}, LIST),
        ("time", {"selected_time": None}, LIST),
        (
            "zone",
            {"selected_option": ZQX},
            "I do not know that time zone. Please pick one from the list.",
        ),
        ("program", {"selected_option": ZQX}, LIST),
        ("themes", {"selected_options": [{"value": "whales"}, ZQX]}, LIST),
        ("themes", {"selected_options": [7]}, "Please choose at least one theme."),
        ("themes", {"selected_options": None}, "Please choose at least one theme."),
        ("language", {"selected_option": {"value": "fr"}}, LIST),
        ("holidays", {"selected_options": [ZQX]}, LIST),
        ("until", {"selected_date": "2027-02-31"}, LIST),
        ("until", {"selected_date": "zqx"}, LIST),
    ],
)
def test_a_forged_value_is_refused_under_its_field(
    slack: Slack, store: Memory, field: str, element: dict[str, Any] | None, sentence: str
) -> None:
    response = submitted(slack, {field: element})
    assert json.loads(response.body) == {
        "response_action": "errors",
        "errors": {field: sentence},
    }
    assert store.held == {}
    assert slack.form(payload("block_actions", {field: element})).status == 200
    for call in slack.api.calls:
        assert call.verdict in ("missing_scope", "not_found")


@pytest.mark.parametrize("number", ["0", "9", "１", "-1", ""])
def test_a_section_that_is_not_there_is_refused(slack: Slack, store: Memory, number: str) -> None:
    fields = {
        "program": {"selected_option": {"value": "section"}},
        "section": {"selected_option": {"value": number}},
    }
    errors = json.loads(submitted(slack, fields).body)["errors"]
    assert errors == {"section": "Please choose a section."}
    assert store.held == {}


@pytest.mark.parametrize("metadata", [None, "", "en", "en C7", "fr C1", "en C1 more", 7, ["en C1"]])
def test_a_modal_that_was_opened_elsewhere_does_not_make_a_member(
    slack: Slack, store: Memory, metadata: object
) -> None:
    errors = json.loads(submitted(slack, {}, metadata).body)["errors"]
    assert errors == {
        "channel": "I cannot see who is in that channel. Please type `/alliance digest` in it."
    }
    assert store.held == {}


@pytest.mark.parametrize(
    "fields",
    [
        {"view": None},
        {"view": 7},
        {"view": {"callback_id": "digest_form", "state": None}},
        {"view": {"callback_id": "digest_form", "state": {"values": [1]}}},
        {"view": {"callback_id": "digest_form", "blocks": [7], "state": {"values": {"a": 7}}}},
        {"user": None},
        {"team": None},
    ],
)
def test_a_malformed_submission_breaks_nothing(
    slack: Slack, store: Memory, fields: dict[str, Any]
) -> None:
    for kind in ("view_submission", "block_actions"):
        told = json.loads(payload(kind, {})["payload"])
        assert slack.form({"payload": json.dumps({**told, **fields})}).status in (200, 400)
    assert slack.command("boats").quote == FERRIES


def test_a_submission_from_another_workspace_is_refused(slack: Slack, store: Memory) -> None:
    told = json.loads(payload("view_submission", {})["payload"])
    told["user"]["team_id"] = "T2"
    response = slack.form({"payload": json.dumps(told)})
    assert json.loads(response.body)["errors"] == {
        "channel": "Only members of this workspace can do that."
    }
    assert store.held == {}


def test_zones_are_suggested_to_anything(slack: Slack) -> None:
    def suggested(value: object) -> list[str]:
        asked = {
            "type": "block_suggestion",
            "action_id": "choose:zone",
            "block_id": "zone",
            "value": value,
            "team": {"id": "T1"},
            "user": {"id": "U1"},
        }
        body = slack.form({"payload": json.dumps(asked)}).body
        return [option["text"]["text"] for option in json.loads(body)["options"]]

    assert suggested("서울") == ["Asia/Seoul (UTC+9)"]
    assert suggested("kathm") == ["Asia/Kathmandu (UTC+5:45)"]
    assert suggested("new yrok") == ["America/New_York (UTC-5)"]
    assert suggested("utc")[0] == "UTC"
    assert suggested("zqx" * 1000) == []
    assert suggested(None) == suggested(7)


def test_a_choice_that_comes_late_is_let_go(slack: Slack, caplog: pytest.LogCaptureFixture) -> None:
    for word in ("hash_conflict", "not_found"):
        slack.api.fail(refused(word))
        assert slack.form(payload("block_actions", {})).status == 200
    assert caplog.records == []


def test_a_modal_that_cannot_be_opened_is_answered_in_words(
    slack: Slack, caplog: pytest.LogCaptureFixture
) -> None:
    slack.form(slack.typed("digest"))
    asked, opened, told = slack.api.calls
    assert (asked.verdict, opened.verdict) == ("missing_scope", "invalid_trigger_id")
    assert Reply(told.body).text == (
        "I could not open the settings in time. Please try again, or write what you want:"
        " `/alliance digest weekdays 09:00 Asia/Seoul`."
    )
    (line,) = caplog.records
    assert vars(line)["slack"] == "invalid_trigger_id"


HOSTILE = [
    "<!channel> <!here> zqx",
    "<@U123> <#C123|secret>",
    "`zqx` *zqx* _zqx_",
    "@channel #general",
    "{word} {0.__class__} %s",
    "\x01\x02\x1b[31m",
    "‮zqx selrref⁦",
    "🐳" * 200,
    "zqx " * 300,
    "25:99 &amp;lt;!channel&gt; funday",
]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_written_pings_nobody_and_is_not_logged(
    slack: Slack, words: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        for opening in ("digest", "digest pause", "다이제스트"):
            said = f"{opening} {words}"
            for reply in (slack.command(said), slack.mention(said), slack.message(said)):
                for text in (reply.text, reply.prose):
                    assert not [mark for mark in ("<!", "<@", "<#C123") if mark in text]
    logged = json.dumps([vars(line) for line in caplog.records], default=str)
    assert "zqx" not in logged


def test_a_hostile_name_is_shown_and_pings_nobody(slack: Slack, store: Memory) -> None:
    slack.form({**slack.typed("digest daily 9:00 UTC"), "user_name": "<!channel>\n*x* &"})
    posted, told = slack.heard()[1:]
    assert posted.body["text"].startswith("&lt;!channel&gt; *x* &amp; set up a digest here")
    assert told.name == "response_url"
    (kept,) = store.held.values()
    assert kept.owner.name == "<!channel> *x* &"

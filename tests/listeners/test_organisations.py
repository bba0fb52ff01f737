"""The bot is installed for a whole organisation: Slack says `"team": null` of what is pressed.

https://docs.slack.dev/reference/interaction-payloads
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from bot.core.library import Library
from bot.storage.in_memory import PreferencesInMemory
from tests.support.digests import Memory, planning
from tests.support.slack import Slack, workspace

MINA = {"id": "U1", "name": "mina", "team_id": "T1"}
GUEST = {"id": "U2", "name": "guest", "team_id": "T2"}
FORM = {
    "channel": {"selected_conversation": "C1"},
    "days": {"selected_option": {"value": "weekdays"}},
    "time": {"selected_time": "09:00"},
    "zone": {"selected_option": {"value": "Asia/Seoul"}},
    "program": {"selected_option": {"value": "in_order"}},
    "language": {"selected_option": {"value": "en"}},
}
HEARD_BY = {
    "team_id": "T1",
    "authorizations": [
        {"enterprise_id": "E1", "team_id": None, "user_id": "U0BOT", "is_enterprise_install": True}
    ],
}


@pytest.fixture
def preferences() -> PreferencesInMemory:
    return PreferencesInMemory()


@pytest.fixture
def slack(harbour: Library, store: Memory, preferences: PreferencesInMemory) -> Iterator[Slack]:
    with workspace(harbour, planning=planning(store), preferences=preferences) as slack:
        yield slack


def view(kind: str, team: str | None, metadata: str) -> dict[str, Any]:
    return {
        **{"id": "V1", "type": kind, "hash": "1.1", "private_metadata": metadata},
        **{"team_id": team, "app_installed_team_id": "E1"},
    }


def submit(slack: Slack, person: Any, team: str | None) -> str:
    """Submit the settings of a digest; what the bot says to that."""
    values = {name: {f"choose:{name}": element} for name, element in FORM.items()}
    form = {**view("modal", team, "en C1"), "callback_id": "digest_form"}
    shown = {**form, "state": {"values": values}}
    told = {"type": "view_submission", "team": None, "enterprise": {"id": "E1"}, "view": shown}
    return slack.form({"payload": json.dumps({**told, "user": person})}).body


def press(slack: Slack, element: dict[str, Any], team: str | None = "T1") -> str:
    """Press something in Mina's Home; the Home that is published then."""
    home = view("home", team, "0123456789abcdef D1")
    where = {"container": {"type": "view"}, "channel": None, "response_url": None}
    organisation = {"team": None, "enterprise": {"id": "E1"}, "is_enterprise_install": True}
    assert slack.press(element, view=home, user=MINA, **where, **organisation).status == 200
    return published(slack)


def published(slack: Slack) -> str:
    (*_, call) = (call for call in slack.heard() if call.name == "views.publish")
    return json.dumps(call.body["view"], ensure_ascii=False)


@pytest.mark.parametrize("team", ["T1", "E1", None])
def test_a_digest_is_saved_for_the_persons_workspace(
    slack: Slack, store: Memory, team: str | None
) -> None:
    assert submit(slack, MINA, team) == ""
    assert store.held.keys() == {("T1", "C1")}


def test_a_guest_of_another_workspace_stays_one(slack: Slack, store: Memory) -> None:
    assert "errors" in submit(slack, GUEST, "T1")
    assert store.held == {}


@pytest.mark.parametrize("team", ["T1", "E1"])
def test_a_home_keeps_its_digests(slack: Slack, store: Memory, team: str) -> None:
    submit(slack, MINA, "T1")
    (kept,) = store.held.values()
    store.held = {("T1", "D1"): replace(kept, channel="D1")}
    button = {"type": "button", "action_id": "home_digest:pause", "value": f"{kept.id} D1"}
    assert "*State:* paused" in press(slack, {**button, "block_id": "digest"}, team)


def test_a_home_that_is_opened_has_its_digests(slack: Slack) -> None:
    submit(slack, MINA, "T1")
    opened = {"type": "app_home_opened", "tab": "home", "user": "U1", "channel": "D1"}
    assert slack.event(opened, **HEARD_BY).status == 200
    assert "<#C1>" in published(slack)


def test_a_digest_is_asked_for_in_words(slack: Slack) -> None:
    submit(slack, MINA, "T1")
    said = {"type": "app_mention", "text": "<@U0BOT> digest status", "user": "U1", "channel": "C1"}
    slack.event({**said, "ts": "1.1", "team": "T1"}, **HEARD_BY)
    (*_, call) = slack.heard()
    assert call.body["text"].startswith("*State:* on")


@pytest.mark.parametrize("team", ["T1", "E1"])
def test_a_language_is_chosen(slack: Slack, preferences: PreferencesInMemory, team: str) -> None:
    menu = {"type": "static_select", "action_id": "choose_language", "block_id": "language"}
    home = press(slack, {**menu, "selected_option": {"value": "ko"}}, team)
    assert "성명의 내용" in home
    assert preferences.language("T1", "U1") == "ko"
    assert "여객선" in slack.command("ferries").text


def test_an_id_that_cannot_be_slacks_is_turned_away(slack: Slack, store: Memory) -> None:
    submit(slack, {"id": "U1"}, "T1\n")
    assert store.held == {}

"""Whoever can sign can press what no Home shows: it reaches no digest of somebody else."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from bot.core.library import Library
from tests.support.digests import Memory, planning
from tests.support.slack import Slack, workspace


@pytest.fixture
def slack(harbour: Library, store: Memory) -> Iterator[Slack]:
    with workspace(harbour, planning=planning(store)) as slack:
        yield slack


def told(slack: Slack) -> str:
    """What the first modal says that the bot has opened."""
    call = next(call for call in slack.heard() if call.name == "views.open")
    return json.dumps(call.body["view"], ensure_ascii=False)


def press(slack: Slack, action_id: str, value: object, **fields: Any) -> None:
    view = {"type": "home", "id": "V1", "private_metadata": "0123456789abcdef D1"}
    given = {"view": view, "response_url": None, "channel": None, **fields}
    action = {"type": "button", "action_id": action_id, "value": value}
    slack.press(action, container={"type": "view"}, **given)


def keep(slack: Slack, store: Memory, team: str, channel: str) -> str:
    """A digest there; its id."""
    assert slack.form(slack.typed("digest weekdays 9am Asia/Seoul")).status == 200
    (kept,) = store.held.values()
    store.held = {(team, channel): replace(kept, team=team, channel=channel)}
    return kept.id


@pytest.mark.parametrize(
    ("team", "channel"), [("T2", "C1"), ("T1", "D9"), ("T1", "C9")], ids=["team", "dm", "channel"]
)
@pytest.mark.parametrize("deed", ["preview", "now", "pause", "off", "change"])
def test_a_forged_button_reaches_no_digest(
    slack: Slack, store: Memory, deed: str, team: str, channel: str
) -> None:
    id = keep(slack, store, team, channel)
    before = dict(store.held)
    press(slack, f"home_digest:{deed}", f"{id} C1" if channel == "C9" else f"{id} {channel}")
    assert "I cannot find what this leads to any more." in told(slack)
    assert (store.held, store.deliveries) == (before, [])


@pytest.mark.parametrize("value", [None, 7, "", "s1", "s1 <!channel>", "s1 C1 more", ["s1 C1"]])
def test_a_forged_value_names_nothing(slack: Slack, store: Memory, value: object) -> None:
    keep(slack, store, "T1", "C1")
    press(slack, "home_digest:off", value)
    assert "I cannot find what this leads to any more." in told(slack)
    assert store.held


@pytest.mark.parametrize("metadata", [None, 7, "", "zqx", "0123456789abcdef D1 more"])
def test_a_home_that_remembers_nothing_opens_no_direct_message(
    slack: Slack, store: Memory, metadata: object
) -> None:
    id = keep(slack, store, "T1", "D1")
    press(slack, "home_digest:off", f"{id} D1", view={"type": "home", "private_metadata": metadata})
    assert store.held


@pytest.mark.parametrize("deed", ["now", "pause", "off", "change", "preview"])
def test_people_of_other_workspaces_change_nothing(slack: Slack, store: Memory, deed: str) -> None:
    id = keep(slack, store, "T1", "C1")
    press(slack, f"home_digest:{deed}", f"{id} C1", user={"id": "U1", "team_id": "T2"})
    assert "Only members of this workspace can do that." in told(slack)
    (kept,) = store.held.values()
    assert (kept.paused, store.deliveries) == (None, [])


def test_people_of_other_workspaces_set_up_nothing(slack: Slack) -> None:
    press(slack, "set_up_digest", "en", user={"id": "U1", "team_id": "T2"})
    assert "Only members of this workspace can do that." in told(slack)


def test_they_see_no_digests_but_may_choose_their_language(slack: Slack, store: Memory) -> None:
    keep(slack, store, "T1", "C1")
    picked = {"selected_option": {"value": "ko"}}
    action = {"type": "static_select", "action_id": "choose_language", **picked}
    view = {"type": "home", "id": "V1", "private_metadata": "0123456789abcdef D1"}
    who = {"id": "U1", "team_id": "T2"}
    slack.press(action, response_url=None, channel=None, view=view, user=who)
    shown = json.dumps(slack.api.calls[-1].body["view"], ensure_ascii=False)
    assert "성명의 내용" in shown
    assert "정기 게시" not in shown

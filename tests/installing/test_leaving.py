"""A workspace removes the app: what is stored of it goes, whatever order Slack tells it in."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.playground.faults import OF_REQUESTS, REQUEST
from bot.storage.departures import OnlyDeparture
from tests.support import installing
from tests.support.installing import MINA, Office
from tests.support.stored import fill, kept

REVOKED = {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": ["U0ALLIANCE"]}}
UNINSTALLED = {"type": "app_uninstalled"}


def is_installed(office: Office, team: str = "T0PLAY") -> bool:
    told = json.loads(office.command("borders", team).body)
    return "has not installed the bot" not in told["text"]


@contextmanager
def both(office: Office) -> Iterator[None]:
    """Two workspaces with something stored of each; the southern one has to keep all of it."""
    office.install(office.north)
    office.install(office.south)
    fill(office.engine, "T0PLAY")
    fill(office.engine, "T0SOUTH")
    before = kept(office.engine)
    yield
    assert kept(office.engine) == {name: count // 2 for name, count in before.items()}
    assert not is_installed(office)
    assert is_installed(office, "T0SOUTH")


@pytest.mark.parametrize("fault", [None, "out_of_order", "twice"])
def test_an_uninstalled_workspace_is_forgotten(office: Office, fault: str | None) -> None:
    with both(office):
        if fault:
            office.north.faults.fail(REQUEST, OF_REQUESTS[fault]())
        office.north.stage.uninstall()
        office.settle()


@pytest.mark.parametrize("event", [REVOKED, UNINSTALLED])
def test_either_event_is_enough(office: Office, event: dict[str, object]) -> None:
    with both(office):
        now = int(time.time())
        assert office.event(event, "T0PLAY", event_time=now).status == 200
        assert office.event(event, "T0PLAY", event_time=now).status == 200


def test_nobody_asks_too_much_to_leave(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'alliance.db'}"
    with installing.office(address, RATE_LIMIT_PER_MINUTE="1") as office:
        office.install(office.north)
        for number in range(30):
            office.event({"type": "link_shared"}, "T0PLAY", event_id=f"Ev{number}")
        office.event(UNINSTALLED, "T0PLAY", event_time=int(time.time()))
        assert kept(office.engine).get("slack_bots") is None


def test_a_persons_token_is_nothing_to_the_bot(office: Office) -> None:
    office.install(office.north)
    fill(office.engine, "T0PLAY")
    theirs = {"type": "tokens_revoked", "tokens": {"oauth": [MINA], "bot": []}}
    office.event(theirs, "T0PLAY", event_time=int(time.time()))
    assert is_installed(office)
    assert kept(office.engine)["subscription"] == 1


@pytest.mark.parametrize("event", [REVOKED, UNINSTALLED])
def test_who_has_come_back_is_not_forgotten(office: Office, event: dict[str, object]) -> None:
    left = int(time.time()) - 60
    office.event(UNINSTALLED, "T0PLAY", event_time=left)
    office.install(office.north)
    fill(office.engine, "T0PLAY")
    assert office.event(event, "T0PLAY", event_time=left).status == 200
    assert is_installed(office)
    assert kept(office.engine)["subscription"] == 1


def test_an_organisation_leaves(office: Office) -> None:
    office.install(office.north, organisation="E0ORG")
    member = {"enterprise_id": "E0ORG", "is_enterprise_install": "true"}
    office.command("borders", "T0MEMBER", **member)
    fill(office.engine, "T0MEMBER")
    envelope = {"enterprise_id": "E0ORG", "is_enterprise_install": True}
    office.event(UNINSTALLED, "T0MEMBER", event_time=int(time.time()), **envelope)
    assert kept(office.engine) == {}
    told = json.loads(office.command("borders", "T0MEMBER", **member).body)
    assert "has not installed the bot" in told["text"]


def test_an_organisation_takes_the_app_from_one_workspace(office: Office) -> None:
    office.install(office.north, organisation="E0ORG")
    member = {"enterprise_id": "E0ORG", "is_enterprise_install": "true"}
    for team in ("T0MEMBER", "T0OTHER"):
        office.command("borders", team, **member)
        fill(office.engine, team)
    before = kept(office.engine)
    envelope = {
        "team_id": None,
        "enterprise_id": "E0ORG",
        "authorizations": [
            {"enterprise_id": "E0ORG", "team_id": None, "is_enterprise_install": True}
        ],
    }
    for wrong in (None, "T0MEMBER", [], [None, 7, ""]):
        told = {"type": "team_access_revoked", "team_ids": wrong}
        assert office.event(told, "", event_time=int(time.time()), **envelope).status == 200
    assert kept(office.engine) == before
    withdrawn = {"type": "team_access_revoked", "team_ids": ["T0MEMBER"]}
    # One that comes late, and the one that counts, twice.
    office.event(withdrawn, "", event_time=int(time.time()) - 60, **envelope)
    assert kept(office.engine) == before
    for _ in range(2):
        office.event(withdrawn, "", event_time=int(time.time()), **envelope)
        left = kept(office.engine)
        whole = {"slack_bots": 1, "slack_installations": 1}
        assert left == {name: whole.get(name, count // 2) for name, count in before.items()}


@pytest.mark.parametrize("moment", [None, "yesterday", 0, -5, 10**30, True, 1.5])
def test_an_event_without_a_moment_forgets_nobody(office: Office, moment: object) -> None:
    office.install(office.north)
    assert office.event(UNINSTALLED, "T0PLAY", event_time=moment).status == 200
    assert is_installed(office)


def test_where_the_database_is_away_slack_tells_it_again(office: Office) -> None:
    office.install(office.north)
    now = int(time.time())
    with office.engine.begin() as connection:
        connection.execute(sa.text("ALTER TABLE slack_bots RENAME TO elsewhere"))
    assert office.event(UNINSTALLED, "T0PLAY", event_time=now).status == 503
    with office.engine.begin() as connection:
        connection.execute(sa.text("ALTER TABLE elsewhere RENAME TO slack_bots"))
    assert office.event(UNINSTALLED, "T0PLAY", event_time=now).status == 200
    assert kept(office.engine) == {}


def test_the_one_workspace_of_a_token_leaves_too(office: Office) -> None:
    started = datetime(2027, 1, 15, 9, tzinfo=UTC)
    only = OnlyDeparture(office.engine, started)
    fill(office.engine, "T1")
    before = kept(office.engine)
    only.left("T1", "", started - timedelta(seconds=1))
    only.revoked("T1", "", started + timedelta(seconds=1))
    assert kept(office.engine) == before
    only.left("T1", "", started + timedelta(seconds=1))
    assert kept(office.engine) == {}

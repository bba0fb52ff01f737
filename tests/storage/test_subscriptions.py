"""What keeps digests: what is saved is what is read, on both databases and in tests' memory."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.core.digests import (
    Ailing,
    Cadence,
    Chosen,
    InOrder,
    OneSection,
    Owner,
    Paused,
    Plan,
    Program,
    Round,
    Seen,
    Shuffled,
    Subscription,
)
from bot.listeners.subscriptions import Subscriptions
from bot.storage.subscriptions import SubscriptionStore
from tests.support.databases import KINDS
from tests.support.digests import Memory
from tests.support.engines import Databases

NINE = datetime(2026, 3, 2, 0, 0, tzinfo=UTC)
WHOLE = Subscription(
    id="s1",
    team="T1",
    channel="C1",
    plan=Plan(
        Cadence(frozenset((0, 2, 4)), time(9, 5), "Asia/Seoul"),
        Shuffled(7),
        "ko",
        frozenset(("US", "KR")),
    ),
    owner=Owner("U1", "김민아 <!channel>"),
    next_slot=NINE,
    origin="file",
    paused=Paused(date(2026, 4, 1)),
    ailing=Ailing("not_in_channel", datetime(2026, 3, 1, 12, 30, tzinfo=UTC)),
    round=Round(3, ("lanterns", "ferries")),
)


@pytest.fixture(params=("memory", *KINDS))
def store(
    request: pytest.FixtureRequest, databases: Databases, tmp_path: Path
) -> Iterator[Subscriptions]:
    """Everything that keeps digests for the listeners."""
    if request.param == "memory":
        yield Memory()
        return
    with databases.migrated(request.param, tmp_path) as engine:
        yield SubscriptionStore(engine)


def test_what_is_saved_is_what_is_read(store: Subscriptions) -> None:
    store.save(WHOLE)
    assert store.of_channel("T1", "C1") == WHOLE


@pytest.mark.parametrize("program", [InOrder(), Shuffled(3), Chosen(("a", "b")), OneSection(2)])
def test_every_program_is_kept(store: Subscriptions, program: Program) -> None:
    plan = replace(WHOLE.plan, program=program)
    store.save(replace(WHOLE, plan=plan, paused=Paused(), ailing=None, next_slot=None))
    found = store.of_channel("T1", "C1")
    assert found and (found.plan, found.paused, found.ailing) == (plan, Paused(), None)
    assert found.next_slot is None


def test_a_channel_has_one_digest_and_keeps_its_id(store: Subscriptions) -> None:
    store.save(WHOLE)
    store.save(replace(WHOLE, id="s2", owner=Owner("U2", "two")))
    assert store.seen_from("T1", "", 9).first == (replace(WHOLE, owner=Owner("U2", "two")),)


def test_a_program_that_stays_goes_on_and_another_begins(store: Subscriptions) -> None:
    store.save(WHOLE)
    store.save(replace(WHOLE, round=Round()))
    assert store.of_channel("T1", "C1") == WHOLE
    anew = replace(WHOLE, plan=replace(WHOLE.plan, program=InOrder()), round=Round())
    store.save(anew)
    assert store.of_channel("T1", "C1") == anew


def test_workspaces_do_not_see_each_other(store: Subscriptions) -> None:
    elsewhere = replace(WHOLE, id="s2", team="T2")
    store.save(WHOLE)
    store.save(elsewhere)
    assert store.of_channel("T2", "C1") == elsewhere
    assert store.seen_from("T1", "", 9) == Seen((WHOLE,), 1)


def test_of_many_digests_the_first_are_seen_and_how_many_there_are(store: Subscriptions) -> None:
    for channel in ("C2", "C1", "DOTHERS", "C3", "DOWN"):
        store.save(replace(WHOLE, id=f"s{channel}", channel=channel))
    seen = store.seen_from("T1", "DOWN", 2)
    assert [one.channel for one in seen.first] == ["C1", "C2"]
    assert seen.count == 4
    assert [one.channel for one in store.seen_from("T1", "DOWN", 9).first][-1] == "DOWN"
    assert store.seen_from("T1", "", 9).count == 3


def test_the_worker_sees_every_workspace(engine: sa.Engine) -> None:
    store, elsewhere = SubscriptionStore(engine), replace(WHOLE, id="s2", team="T2")
    store.save(elsewhere)
    store.save(WHOLE)
    assert store.everything() == (WHOLE, elsewhere)


def test_what_is_removed_is_gone_with_its_deliveries(store: Subscriptions) -> None:
    store.save(WHOLE)
    store.ask_now(WHOLE, NINE)
    store.remove(WHOLE.id)
    assert store.of_channel("T1", "C1") is None
    assert store.latest(WHOLE.id, 5) == ()
    store.remove(WHOLE.id)


def test_the_latest_deliveries_come_newest_first(store: Subscriptions) -> None:
    store.save(WHOLE)
    moments = [NINE.replace(hour=hour) for hour in (1, 3, 2)]
    for moment in moments:
        store.ask_now(WHOLE, moment)
    # Asking twice at the same moment is asking once.
    store.ask_now(WHOLE, moments[0])
    assert [one.slot.hour for one in store.latest(WHOLE.id, 2)] == [3, 2]
    assert {one.state for one in store.latest(WHOLE.id, 5)} == {"asked"}
    assert len(store.latest(WHOLE.id, 5)) == 3

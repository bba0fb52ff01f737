"""Each event is claimed once, in the database and where there is none."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.listeners.once import SeenEvents
from bot.storage.events import EventStore
from bot.storage.in_memory import EventsInMemory
from bot.storage.schema import EVENT
from bot.storage.upkeep import Upkeep
from tests.support.databases import KINDS
from tests.support.engines import Databases

TEN_MINUTES = 600
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(params=[*KINDS, "memory"])
def seen(
    request: pytest.FixtureRequest, databases: Databases, tmp_path: Path
) -> Iterator[SeenEvents]:
    if request.param == "memory":
        yield EventsInMemory()
    else:
        with databases.migrated(request.param, tmp_path) as engine:
            yield EventStore(engine, lambda: NOON)


def test_an_event_is_claimed_once(seen: SeenEvents) -> None:
    assert [seen.claim(id) for id in ("a", "b", "a", "b", "c")] == [True, True, False, False, True]


def test_of_many_threads_one_claims(seen: SeenEvents) -> None:
    with ThreadPoolExecutor(8) as threads:
        claimed = list(threads.map(seen.claim, ["a"] * 200))
    assert claimed.count(True) == 1


def test_of_several_processes_one_claims(engine: sa.Engine) -> None:
    processes = [EventStore(engine, lambda: NOON) for _ in range(4)]
    with ThreadPoolExecutor(8) as threads:
        claimed = list(
            threads.map(lambda turn: processes[turn % 4].claim(f"{turn // 4}"), range(80))
        )
    assert claimed.count(True) == 20


def test_while_the_database_is_away_each_process_claims_for_itself(
    caplog: pytest.LogCaptureFixture,
) -> None:
    store = EventStore(sa.create_engine("sqlite:////nowhere/at/all.db"), lambda: NOON)
    assert [store.claim("a"), store.claim("a")] == [True, False]
    assert [record.message for record in caplog.records] == ["event not claimed for others"]


def test_an_event_that_cannot_come_again_is_forgotten(engine: sa.Engine) -> None:
    EventStore(engine, lambda: NOON).claim("old")
    EventStore(engine, lambda: NOON + timedelta(days=2)).claim("new")
    Upkeep(engine).forget(NOON + timedelta(days=2, seconds=1))
    with engine.connect() as connection:
        assert connection.execute(sa.select(EVENT.c.id)).scalars().all() == ["new"]


def test_in_memory_an_event_is_remembered_for_ten_minutes_at_least() -> None:
    clock = Clock()
    seen = EventsInMemory(clock)
    assert seen.claim("a")
    clock.now += TEN_MINUTES
    assert not seen.claim("a")


def test_in_memory_an_event_is_forgotten_in_the_end() -> None:
    clock = Clock()
    seen = EventsInMemory(clock, seconds=700)
    seen.claim("a")
    clock.now += 701
    assert seen.claim("a")


def test_of_too_many_events_the_oldest_is_forgotten() -> None:
    seen = EventsInMemory(Clock(), most=2)
    for id in ("a", "b", "c"):
        assert seen.claim(id)
    assert not seen.claim("c")
    assert not seen.claim("b")
    assert seen.claim("a")

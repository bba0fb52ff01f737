"""Words that were not found, in the database and where there is none."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier

import pytest
import sqlalchemy as sa

from bot.core.remarks import Miss
from bot.storage.in_memory import MissesInMemory
from bot.storage.misses import MissStore
from bot.storage.upkeep import KEPT, Upkeep
from tests.support.databases import KINDS
from tests.support.engines import Databases

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)


@pytest.fixture(params=[*KINDS, "memory"])
def misses(
    request: pytest.FixtureRequest, databases: Databases, tmp_path: Path
) -> Iterator[MissStore | MissesInMemory]:
    if request.param == "memory":
        yield MissesInMemory()
        return
    with databases.migrated(request.param, tmp_path) as engine:
        yield MissStore(engine)


def test_what_is_missed_most_comes_first(misses: MissStore | MissesInMemory) -> None:
    assert misses.every() == ()
    misses.count({("T1", "양자 컴퓨터"): 1}, NOON)
    misses.count({("T1", "seals"): 1}, NOON)
    misses.count({("T1", "gulls"): 1}, NOON)
    misses.count({("T1", "양자 컴퓨터"): 1}, LATER)
    assert misses.every() == (
        Miss("양자 컴퓨터", 2, LATER),
        Miss("gulls", 1, NOON),
        Miss("seals", 1, NOON),
    )


def test_several_are_counted_at_once(misses: MissStore | MissesInMemory) -> None:
    assert misses.count({("T1", "seals"): 3, ("T1", "gulls"): 1, ("T2", "seals"): 1}, NOON)
    misses.count({("T1", "seals"): 2}, LATER)
    assert misses.every() == (Miss("seals", 6, LATER), Miss("gulls", 1, NOON))


def test_workspaces_are_counted_together(misses: MissStore | MissesInMemory) -> None:
    misses.count({("T1", "seals"): 1}, LATER)
    misses.count({("T2", "seals"): 1}, NOON)
    assert misses.every() == (Miss("seals", 2, LATER),)


def test_none_is_lost_where_four_count_at_once(misses: MissStore | MissesInMemory) -> None:
    start = Barrier(4)

    def count_on(_: int) -> bool:
        start.wait()
        return all(misses.count({("T1", "seals"): 1}, NOON) for _ in range(25))

    with ThreadPoolExecutor(4) as threads:
        assert all(threads.map(count_on, range(4)))
    assert misses.every() == (Miss("seals", 100, NOON),)


def test_old_misses_are_forgotten(engine: sa.Engine) -> None:
    misses = MissStore(engine)
    misses.count({("T1", "seals"): 1}, NOON)
    misses.count({("T1", "gulls"): 1}, LATER)
    assert Upkeep(engine).forget(LATER + KEPT) == 1
    assert misses.every() == (Miss("gulls", 1, LATER),)


def test_a_database_that_is_away_loses_the_count_and_tells_no_words(
    caplog: pytest.LogCaptureFixture,
) -> None:
    nowhere = sa.create_engine("sqlite:////nowhere/at/all.db")
    assert not MissStore(nowhere).count({("T1", "seals"): 1}, NOON)
    (record,) = caplog.records
    assert record.message == "miss not counted"
    assert "seals" not in str(vars(record))

"""What conversations were last answered with, in the database and where there is none."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.core.continuing import Turn
from bot.listeners.turns import Turns
from bot.storage.in_memory import TurnsInMemory
from bot.storage.schema import TURN
from bot.storage.turns import TurnStore
from bot.storage.upkeep import Upkeep
from tests.support.databases import KINDS
from tests.support.engines import Databases

MONDAY = datetime(2027, 1, 18, 9, tzinfo=UTC)
FIRST = Turn("harbour", "lanterns-light", ("lanterns-keeper", "ferries-cross"))
SECOND = FIRST.moved("lanterns-keeper")


@pytest.fixture(params=[*KINDS, "memory"])
def turns(request: pytest.FixtureRequest, databases: Databases, tmp_path: Path) -> Iterator[Turns]:
    if request.param == "memory":
        yield TurnsInMemory()
    else:
        with databases.migrated(request.param, tmp_path) as engine:
            yield TurnStore(engine, lambda: MONDAY)


def test_the_last_turn_of_each_thread_is_kept(turns: Turns) -> None:
    assert turns.last("T1", "D1", "1.1") is None
    turns.keep("T1", "D1", ("1.1", ""), FIRST)
    turns.keep("T1", "D1", ("2.2", ""), SECOND)
    assert turns.last("T1", "D1", "1.1") == FIRST
    assert [turns.last("T1", "D1", thread) for thread in ("2.2", "")] == [SECOND, SECOND]
    assert Turn("harbour", "lanterns-keeper", ("ferries-cross",), ("lanterns-light",)) == SECOND


def test_a_turn_is_of_one_workspace_and_one_channel(turns: Turns) -> None:
    turns.keep("T1", "C1", ("1.1",), FIRST)
    assert turns.last("T2", "C1", "1.1") is None
    assert turns.last("T1", "C2", "1.1") is None
    assert turns.last("T1", "C1", "") is None


@pytest.mark.parametrize("channel", ["C" * 500, "C\x00", "' OR 1=1"])
def test_a_forged_channel_breaks_nothing(turns: Turns, channel: str) -> None:
    turns.keep("T1", channel, ("1.1",), FIRST)
    assert turns.last("T1", channel, "1.1") in (FIRST, None)


def test_a_row_holds_ids_alone(engine: sa.Engine) -> None:
    TurnStore(engine, lambda: MONDAY).keep("T1", "C1", ("1.1",), SECOND)
    with engine.connect() as connection:
        (row,) = connection.execute(sa.select(TURN)).all()
    assert tuple(row) == (
        *("T1", "C1", "1.1", "harbour", "lanterns-keeper"),
        {"left": ["ferries-cross"], "seen": ["lanterns-light"]},
        MONDAY,
    )


def test_what_has_rested_for_long_is_forgotten(engine: sa.Engine) -> None:
    TurnStore(engine, lambda: MONDAY - timedelta(days=31)).keep("T1", "C1", ("1.1", "2.2"), FIRST)
    TurnStore(engine, lambda: MONDAY).keep("T1", "C1", ("2.2",), SECOND)
    assert Upkeep(engine).forget(MONDAY) == 1
    turns = TurnStore(engine, lambda: MONDAY)
    assert [turns.last("T1", "C1", thread) for thread in ("1.1", "2.2")] == [None, SECOND]


def test_an_answer_needs_no_database(caplog: pytest.LogCaptureFixture) -> None:
    nowhere = TurnStore(sa.create_engine("sqlite:////nowhere/at/all.db"), lambda: MONDAY)
    assert nowhere.last("T1", "C1", "1.1") is None
    nowhere.keep("T1", "C1", ("1.1", ""), FIRST)
    assert [record.message for record in caplog.records] == ["turn not read", "turn not kept"]

"""What is done again and again walks through no table, however many workspaces there are."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.installing.finding import Finding
from bot.installing.installations import SealedInstallations
from bot.installing.lookups import Whose
from bot.installing.sealing import Sealing, new_key
from bot.scheduling.days_off import day_off
from bot.scheduling.ticker import Ticker
from bot.storage.org_teams import OrgTeams
from bot.storage.purging import Purging
from bot.storage.subscriptions import SubscriptionStore
from bot.storage.upkeep import Upkeep
from bot.storage.workers import Workers
from tests.support.engines import Databases
from tests.support.stored import WHEN, fill

WORK: dict[str, Callable[[sa.Engine], object]] = {
    "a tick": lambda engine: Ticker(engine, lambda *_: None, day_off, timedelta(1)).tick(WHEN),
    "a look at what is under way": lambda engine: Upkeep(engine).under_way(),
    "upkeep": lambda engine: Upkeep(engine).forget(WHEN),
    "a worker's heartbeat": lambda engine: Workers(engine).silent(WHEN),
    "a channel's digest": lambda engine: SubscriptionStore(engine).of_channel("T1", "C1"),
    "a workspace's digests": lambda engine: SubscriptionStore(engine).seen_from("T1", "D1", 10),
    "a digest's deliveries": lambda engine: SubscriptionStore(engine).latest("s-T1", 3),
    "an installation": lambda engine: finding(engine).of_request(Whose("E1", "T1")),
    "an installation for a digest": lambda engine: finding(engine).of_team("T1"),
    "an export": lambda engine: Purging(engine).export("T1"),
    "a workspace that leaves": lambda engine: Purging(engine).left("T1", "", WHEN),
    "an organisation that leaves": lambda engine: Purging(engine).left("", "E1", WHEN),
}


@pytest.fixture
def engine(databases: Databases, tmp_path: Path) -> Iterator[sa.Engine]:
    """SQLite tells how it finds what it is asked for, whether or not there is much of it."""
    with databases.migrated("sqlite", tmp_path) as made:
        fill(made, "T1", "E1")
        yield made


@pytest.mark.parametrize("work", WORK.values(), ids=WORK)
def test_no_table_is_walked_through(engine: sa.Engine, work: Callable[[sa.Engine], object]) -> None:
    said = statements(engine, work)
    assert said
    found = {plan for each in said for plan in plans(engine, *each)}
    assert {plan for plan in found if plan.startswith("SCAN")} <= {"SCAN CONSTANT ROW"}


def finding(engine: sa.Engine) -> Finding:
    store = SealedInstallations("1.2", engine, Sealing((new_key(),)))
    return Finding(store, OrgTeams(engine), lambda: WHEN)


def statements(engine: sa.Engine, work: Callable[[sa.Engine], object]) -> list[tuple[str, Any]]:
    """What the database is told meanwhile, but for where a transaction begins."""
    said: list[tuple[str, Any]] = []

    @sa.event.listens_for(engine, "before_cursor_execute")
    def note(connection: Any, cursor: Any, statement: str, parameters: Any, *more: Any) -> None:
        if not statement.startswith("BEGIN"):
            said.append((statement, parameters))

    work(engine)
    sa.event.remove(engine, "before_cursor_execute", note)
    return said


def plans(engine: sa.Engine, statement: str, parameters: Any) -> list[str]:
    """How SQLite goes about it, table by table."""
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        return [row.detail for row in rows]


def test_upkeep_passes_by_what_ended_since(engine: sa.Engine) -> None:
    said = statements(engine, WORK["upkeep"])
    (found,) = (plan for each in said for plan in plans(engine, *each) if "delivery" in plan)
    assert found.endswith("delivery_by_state (state=? AND changed_at<?)")

"""How long the installation of a workspace takes to look up, among many.

    .venv/bin/python -m bench.installations

Cached is what a request sees while its workspace is busy, uncached what the first of a second sees:
a query in a thread of its own, and a token decrypted. At the end one process uninstalls workspaces
and another, which has just answered them, is asked until it sees that. The database is an SQLite
file and, where ALLIANCE_TEST_POSTGRES names a server, one of PostgreSQL.
"""

import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa
from slack_sdk.oauth.installation_store import Installation

from bench.bursts import database
from bench.reports import Cell, Figure, Report, Size, Table, percentile, run
from bot.installing.finding import Finding
from bot.installing.installations import SealedInstallations
from bot.installing.lookups import Lookups, Whose
from bot.installing.sealing import Sealing, new_key
from bot.storage.org_teams import OrgTeams
from bot.storage.purging import Purging
from tests.support.databases import POSTGRES

NAMES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


@dataclass(frozen=True, slots=True)
class Count:
    """How many workspaces, how often each is looked up, and how many uninstall."""

    workspaces: int
    rounds: int
    uninstalled: int


COUNTS = {"full": Count(1_000, 20, 5), "small": Count(20, 2, 1)}


@dataclass(frozen=True, slots=True)
class Found:
    """Milliseconds of each look-up, and seconds until each uninstallation was seen."""

    cached: list[float]
    uncached: list[float]
    seen: list[float]


def installed(store: SealedInstallations, count: int) -> list[Whose]:
    """So many workspaces, installed."""
    for number in range(count):
        store.save(
            Installation(
                app_id="A1",
                team_id=f"T{number}",
                team_name=f"Workspace {number}",
                bot_token=f"xoxb-{number}-{'x' * 50}",
                bot_id="B1",
                bot_user_id="U1",
                bot_scopes="commands,chat:write,users:read",
                user_id=f"U{number}",
            )
        )
    return [Whose(None, f"T{number}") for number in range(count)]


def milliseconds(work: Callable[[Whose], object], among: Iterable[Whose]) -> list[float]:
    """How long it takes for each."""
    times = []
    for whose in among:
        start = time.perf_counter()
        assert work(whose) is not None
        times.append(1_000 * (time.perf_counter() - start))
    return times


def until_seen(lookups: Lookups, purging: Purging, whose: Whose) -> float:
    """Seconds from an uninstallation to the first look-up that sees it."""
    assert lookups.bot(whose) and whose.team
    purging.left(whose.team, "", datetime.now(UTC))
    start = time.perf_counter()
    while lookups.bot(whose):
        time.sleep(0.001)
    return time.perf_counter() - start


def found(engine: sa.Engine, count: Count) -> Found:
    """Everything of one database."""
    store = SealedInstallations("1.2", engine, Sealing((new_key(),)))
    find = Finding(store, OrgTeams(engine), lambda: datetime.now(UTC)).of_request
    everybody = installed(store, count.workspaces)
    cold = Lookups(find)
    # The first connection is made once in the life of a process.
    cold.bot(everybody[0])
    uncached = milliseconds(cold.bot, everybody[1:])
    warm = Lookups(find, clock=lambda: 0.0)
    for whose in everybody:
        warm.bot(whose)
    cached = milliseconds(warm.bot, everybody * count.rounds)
    other, purging = Lookups(find), Purging(engine)
    seen = [until_seen(other, purging, whose) for whose in everybody[: count.uninstalled]]
    for lookups in (cold, warm, other):
        lookups.end()
    return Found(cached, uncached, seen)


def measure(size: Size) -> Report:
    """Both databases, or SQLite alone where no server is named."""
    kinds = ["sqlite", *(["postgresql"] if os.environ.get(POSTGRES) else [])]
    count, all_found = COUNTS[size], {}
    for kind in kinds:
        with database(kind) as (_, engine):
            all_found[NAMES[kind]] = found(engine, count)
    rows = [row for name, one in all_found.items() for row in _rows(name, one)]
    if len(kinds) == 1:
        rows.append((f"PostgreSQL: left out, {POSTGRES} names no server", "", "", ""))
    return Report(
        f"{count.workspaces:,} installed workspaces. Cached is what a request sees while its"
        " workspace is busy, uncached what the first of a second sees: a query in a thread of its"
        " own, and a token decrypted. Then one process uninstalls workspaces, and another, which"
        " has just answered them, is asked until it sees that.",
        (
            Table(
                "one installation looked up, in milliseconds",
                ("database", "median", "99th percentile", "longest"),
                tuple(rows),
            ),
        ),
        tuple(figure for name, one in all_found.items() for figure in _figures(name, one)),
    )


def _rows(name: str, one: Found) -> list[tuple[Cell, ...]]:
    return [
        (f"{name}, {how}", *(percentile(times, share) for share in (0.5, 0.99, 1.0)))
        for how, times in (("cached", one.cached), ("uncached", one.uncached))
    ]


def _figures(name: str, one: Found) -> list[Figure]:
    return [
        Figure(f"{name}, cached, median", percentile(one.cached, 0.5), "ms", most=1),
        Figure(f"{name}, uncached, median", percentile(one.uncached, 0.5), "ms"),
        Figure(f"{name}, an uninstallation is seen within", max(one.seen), "s", most=1),
    ]


if __name__ == "__main__":
    run(measure)

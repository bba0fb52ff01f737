"""What more workspaces cost: a worker that waits, its tick, its memory, and what requests look up.

    .venv/bin/python -m bench.workspaces

Each database is filled with so many workspaces, each with an installation, a digest and some past
deliveries. A worker on each of them waits at the same time, in a process of its own. PostgreSQL is
measured too where ALLIANCE_TEST_POSTGRES names a server whose user may create databases.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from bench.crowd.rows import PAST, fill
from bench.crowd.work import Work, work
from bench.reports import Cell, Figure, Plot, Report, Size, Table, run
from bot.installing.sealing import Sealing, new_key
from bot.scheduling.engine import prepare
from bot.storage.database import opened
from bot.storage.migrating import migrate
from tests.support.databases import POSTGRES, fresh

ROOT = Path(__file__).parent.parent
COUNTS = {"full": (1, 100, 10_000, 100_000), "small": (100,)}
# Seconds in which a worker starts, and in which it is watched.
WATCHED = {"full": (10, 60), "small": (2, 2)}
KINDS = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
TOLD = (
    "The workers wait at the same time, a process and a database each, so only their processor time"
    f" is told, and no latency. Each digest has {PAST} past deliveries. Nothing is due but where"
    " that is said: there it is one digest in a hundred."
)
IDLE = ("database", "workspaces", "statements/min", "% of a core", "MB")
WORK = (
    *("database", "workspaces", "tick, nothing due ms", "tick, 1 % due ms", "ms a digest"),
    *("upkeep ms", "/metrics ms", "uninstalled ms", "installation p50 ms", "p99 ms"),
    "keys proved ms",
)


@dataclass(frozen=True, slots=True)
class Filled:
    """A database with so many workspaces."""

    kind: str
    count: int
    address: str
    engine: sa.Engine


@dataclass(frozen=True, slots=True)
class Idle:
    """A worker with nothing to do: statements a minute, percent of a core, resident memory."""

    statements: float
    percent: float
    megabytes: float


@contextmanager
def filled(kind: str, count: int, folder: Path, sealing: Sealing) -> Iterator[Filled]:
    """A database of its own, gone at the end."""
    folder.mkdir()
    with fresh(kind, folder) as address:
        engine = opened(address)
        migrate(engine)
        prepare(engine.url)
        fill(engine, count, sealing, datetime.now(UTC))
        try:
            yield Filled(kind, count, address, engine)
        finally:
            engine.dispose()


def idling(places: Sequence[Filled], warming: float, seconds: float) -> list[Idle]:
    """A worker on each, all at the same time."""
    command = (sys.executable, "-m", "bench.crowd.idle_worker", str(warming), str(seconds))
    # Nobody is called: nothing is due.
    environ = {
        **os.environ,
        "SLACK_BOT_TOKEN": "xoxb-bench",
        "SLACK_API_URL": "http://127.0.0.1:9/",
    }
    workers = [
        subprocess.Popen(
            command,
            cwd=ROOT,
            env={**environ, "DATABASE_URL": place.address},
            stdout=subprocess.PIPE,
        )
        for place in places
    ]
    return [Idle(**json.loads(worker.communicate()[0])) for worker in workers]


def plotted(title: str, y: str, places: Sequence[Filled], values: Sequence[float]) -> Plot:
    """By the kind of database, a value for each number of workspaces."""
    lines: dict[str, list[tuple[float, float]]] = {}
    for place, value in zip(places, values, strict=True):
        lines.setdefault(KINDS[place.kind], []).append((place.count, value))
    return Plot(title, "workspaces", y, lines, logarithmic=True)


def figures(places: Sequence[Filled], idle: list[Idle], works: list[Work]) -> Iterator[Figure]:
    """What is told of the most workspaces."""
    most = max(place.count for place in places)
    for place, waiting, done in zip(places, idle, works, strict=True):
        if place.count == most:
            where = f"{most:,} workspaces, {KINDS[place.kind]}"
            yield Figure(f"worker with nothing due, {where}", waiting.percent, "% of a core")
            yield Figure(f"memory of the worker, {where}", waiting.megabytes, "MB")
            yield Figure(f"tick with nothing due, {where}", done.tick, "ms")
            yield Figure(f"tick with one in a hundred due, {where}", done.busy, "ms")
            yield Figure(f"installation looked up, p99, {where}", done.found_late, "ms")


def report(places: Sequence[Filled], idle: list[Idle], works: list[Work]) -> Report:
    named = [(KINDS[place.kind], place.count) for place in places]
    left_out: list[tuple[Cell, ...]] = []
    if not os.environ.get(POSTGRES):
        left_out = [("PostgreSQL", f"left out: {POSTGRES} is not set", *[""] * 3)]
    waiting = [(*name, *astuple(one)) for name, one in zip(named, idle, strict=True)]
    done = [(*name, *astuple(one)) for name, one in zip(named, works, strict=True)]
    percent, ticks = [one.percent for one in idle], [one.tick for one in works]
    tables = (
        Table("a worker with nothing to do", IDLE, (*waiting, *left_out)),
        Table("what is done again and again", WORK, tuple(done)),
    )
    plots = (
        plotted("A worker with nothing due", "% of a core", places, percent),
        plotted("A tick with nothing due", "ms", places, ticks),
    )
    return Report(TOLD, tables, tuple(figures(places, idle, works)), plots)


def measure(size: Size) -> Report:
    """Fill, wait, work."""
    kinds = ("sqlite", "postgresql") if os.environ.get(POSTGRES) else ("sqlite",)
    sealing = Sealing((new_key(),))
    with TemporaryDirectory() as folder, ExitStack() as stack:
        places = [
            stack.enter_context(filled(kind, count, Path(folder) / f"{kind}-{count}", sealing))
            for kind in kinds
            for count in COUNTS[size]
        ]
        idle = idling(places, *WATCHED[size])
        works = [work(place.engine, place.count, sealing) for place in places]
    return report(places, idle, works)


if __name__ == "__main__":
    run(measure)

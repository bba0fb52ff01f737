"""Digests in a burst: how late each is posted, by what memory; and what idle ones cost.

    .venv/bin/python -m bench.digests

SQLite with one worker and, where ALLIANCE_TEST_POSTGRES names a server, PostgreSQL with two.
"""

import json
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.bursts import (
    cpu_seconds,
    database,
    largest,
    make_due,
    slack,
    subscribe,
    tables,
    wait_until_posted,
    workers,
)
from bench.reports import Cell, Figure, Plot, Report, Size, Table, percentile, run
from tests.support.databases import POSTGRES, fresh

# Workers by kind of database.
WORKERS = {"sqlite": 1, "postgresql": 2}
NAMES = {"sqlite": "SQLite, 1 worker", "postgresql": "PostgreSQL, 2 workers"}
# What may be asked of the bot: seconds, MB, percent of a core.
LATEST, HALF, MEMORY, IDLE_SHARE = 180, 7, 200, 2


@dataclass(frozen=True, slots=True)
class Count:
    """How many digests are due at once, in each burst; how many wait, and for how many seconds."""

    bursts: tuple[int, ...]
    idle: int
    seconds: float


COUNTS = {"full": Count((1_000, 10_000), 100_000, 30), "small": Count((10,), 100, 1)}


@dataclass(frozen=True, slots=True)
class Burst:
    """When each post arrived, in seconds after it fell due, and the memory that it took."""

    count: int
    late: Sequence[float]
    twice: int
    megabytes: int


def burst(count: int, address: str, processes: int) -> Burst:
    """Let so many digests be due in the same moment, in a database that may be emptied."""
    with tables(address) as engine, slack() as counting:
        assert counting.stdout and counting.stdin
        subscribe(engine, count)
        environ = {
            "DATABASE_URL": address,
            "SLACK_API_URL": counting.stdout.readline().strip(),
            "SLACK_BOT_TOKEN": "xoxb-bench",
        }
        with workers(processes, engine, environ) as started:
            begun = make_due(engine)
            wait_until_posted(engine, count)
            megabytes = max(map(largest, started))
        counting.stdin.close()
        arrivals = json.loads(counting.stdout.read())
    late = sorted(times[0] - begun for times in arrivals.values())
    return Burst(count, late, sum(len(times) > 1 for times in arrivals.values()), megabytes)


def bursts_in(kind: str, counts: Sequence[int]) -> list[Burst]:
    """Each of them in a database of its own."""
    found = []
    for count in counts:
        with TemporaryDirectory() as folder, fresh(kind, Path(folder)) as address:
            found.append(burst(count, address, WORKERS[kind]))
    return found


def idle(count: Count) -> float:
    """The percentage of a core that a worker takes while so many digests wait for tomorrow."""
    with database("sqlite") as (address, engine):
        subscribe(engine, count.idle)
        # Nobody is called, and nobody is there: auth.test fails, and the worker goes on.
        environ = {
            "DATABASE_URL": address,
            **{"SLACK_BOT_TOKEN": "xoxb-bench", "SLACK_API_URL": "http://127.0.0.1:9/"},
        }
        with workers(1, engine, environ) as (process,):
            # What it does once, at its start, is not counted.
            time.sleep(count.seconds / 6)
            before = cpu_seconds(process)
            time.sleep(count.seconds)
            return 100 * (cpu_seconds(process) - before) / count.seconds


def measure(size: Size) -> Report:
    """The bursts in each kind of database, and the cost of waiting."""
    count = COUNTS[size]
    kinds = ["sqlite", *(["postgresql"] if os.environ.get(POSTGRES) else [])]
    bursts = {kind: bursts_in(kind, count.bursts) for kind in kinds}
    rows = [_row(NAMES[kind], one) for kind, pair in bursts.items() for one in pair]
    if len(kinds) == 1:
        rows.append((f"PostgreSQL: left out, {POSTGRES} names no server", *[""] * 6))
    return Report(
        "Digests in 500 workspaces fall due in the same minute; Slack takes 50 ms for a post, and"
        " one post at a time is under way in a workspace.",
        (
            Table(
                "late, in seconds",
                ("database", "due", "posted", "twice", "median", "last", "MB, largest process"),
                tuple(rows),
            ),
        ),
        (
            *(
                figure
                for kind, pair in bursts.items()
                for figure in _figures(kind, pair[0], pair[-1])
            ),
            *_beside(bursts),
            Figure(f"{count.idle:,} waiting, of a core", idle(count), "%", most=IDLE_SHARE),
        ),
        (
            Plot(
                "Posted after all fell due at once",
                *("seconds", "digests"),
                {_line(kind, pair[-1]): _points(pair[-1]) for kind, pair in bursts.items()},
            ),
        ),
    )


def _row(name: str, one: Burst) -> tuple[Cell, ...]:
    half = percentile(one.late, 0.5)
    return name, one.count, len(one.late), one.twice, half, one.late[-1], one.megabytes


def _figures(kind: str, few: Burst, many: Burst) -> list[Figure]:
    name = NAMES[kind].partition(",")[0]
    lost = sum(one.count - len(one.late) for one in (few, many))
    half, last = percentile(few.late, 0.5), many.late[-1]
    late_half = Figure(f"{name}, {many.count:,} due, median", percentile(many.late, 0.5), "s")
    return [
        Figure(f"{name}, {few.count:,} due, median", half, "s", most=HALF),
        *([late_half] if many is not few else []),
        Figure(f"{name}, {many.count:,} due, last", last, "s", most=LATEST),
        Figure(f"{name}, memory", max(few.megabytes, many.megabytes), "MB", most=MEMORY),
        Figure(f"{name}, posted twice", few.twice + many.twice, "", most=0),
        Figure(f"{name}, not posted", lost, "", most=0),
    ]


def _beside(bursts: Mapping[str, Sequence[Burst]]) -> list[Figure]:
    """Two workers on PostgreSQL are to be done sooner than one on SQLite."""
    if len(bursts) == 1:
        return []
    sqlite, postgres = (pair[-1] for pair in bursts.values())
    name = f"PostgreSQL, {postgres.count:,} due, last, of SQLite's"
    return [Figure(name, postgres.late[-1] / sqlite.late[-1], "times", most=1)]


def _line(kind: str, one: Burst) -> str:
    return f"{one.count:,} due, {NAMES[kind]}"


def _points(one: Burst) -> list[tuple[float, float]]:
    """Every hundredth post."""
    step = max(1, len(one.late) // 100)
    return [(0.0, 0.0), *((one.late[at], at + 1.0) for at in range(step - 1, len(one.late), step))]


if __name__ == "__main__":
    run(measure)

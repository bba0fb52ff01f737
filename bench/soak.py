"""Mixed doors at a steady rate for as long as one likes: errors, wrong answers, times, memory.

    .venv/bin/python -m bench.soak
    .venv/bin/python -m bench.soak --postgres postgresql://... --minutes 5 --kill 15

At its full size it takes half an hour: on PostgreSQL with two web processes and a worker where
ALLIANCE_TEST_POSTGRES names a server, else on SQLite in one process. `bench.kills` is the same with
processes killed.
"""

import argparse
import asyncio
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from bench.reports import Cell, Figure, Report, Size, Table, arguments, finish, percentile, size
from tests.support.databases import POSTGRES, fresh
from tests.support.traffic.counting import Counting
from tests.support.traffic.judging import NOTHING
from tests.support.traffic.killing import Killing
from tests.support.traffic.readback import lost
from tests.support.traffic.stage import Stage, staged

RATE, MINUTES = 200.0, 30.0
# The share of the time in which caches and pools fill, and the most seconds of it.
WARMING, LONGEST_WARMING = 0.2, 300.0
# What it must reach: milliseconds, percent, seconds.
LATE, GROWTH, RECOVERY = 50, 5, 5


@dataclass(frozen=True, slots=True)
class Load:
    """What is asked of which processes: a second so much, a kill every so many seconds."""

    seconds: float = 60 * MINUTES
    rate: float = RATE
    kill: float = 0
    webs: int = 2
    workers: int = 1


SMALL = Load(seconds=3, rate=20, webs=1)


@dataclass(frozen=True, slots=True)
class Soaked:
    """What became of it all."""

    load: Load
    database: str
    counting: Counting
    before: dict[str, float]
    after: dict[str, float]
    recoveries: list[tuple[str, float]]
    lost: dict[str, tuple[int, int]]


def soaked(load: Load, address: str = "") -> Soaked:
    """One run on a fresh folder: on that database, one of one's own, or an SQLite file."""
    kind = "postgresql" if os.environ.get(POSTGRES) else "sqlite"
    with tempfile.TemporaryDirectory() as name, fresh(kind, folder := Path(name)) as ours:
        return asyncio.run(_soaked(load, address or ours, folder))


async def _soaked(load: Load, address: str, folder: Path) -> Soaked:
    alone = address.startswith("sqlite")
    webs, workers = (1, 0) if alone else (load.webs, load.workers)
    async with staged(address, folder, webs, workers) as stage:
        await stage.mix.run(load.rate, min(WARMING * load.seconds, LONGEST_WARMING))
        stage.asking.counting = Counting()
        before = _memory(stage)
        killing = Killing(stage)
        asked = stage.mix.run(load.rate, load.seconds)
        kills = [killing.run(load.kill, load.seconds)] if load.kill else []
        await asyncio.gather(asked, *kills)
        stage.asking.settle()
        counted, after, kept = stage.asking.counting, _memory(stage), lost(stage.engine, stage.mix)
    where = f"PostgreSQL; web processes: {webs}, workers: {workers}"
    if alone:
        where = "SQLite, one process"
    return Soaked(load, where, counted, before, after, killing.recoveries, kept)


def _memory(stage: Stage) -> dict[str, float]:
    return {unit.name: unit.megabytes for unit in stage.fleet.units}


def report(found: Soaked) -> Report:
    """What became of each door, and of each process."""
    load, counting = found.load, found.counting
    killed = f", while a process is killed every {load.kill:g} s" if load.kill else ""
    return Report(
        f"{load.rate:g} requests a second at mixed doors from 2,000 people for"
        f" {load.seconds / 60:.3g} minutes{killed} ({found.database}). Each answer is compared with"
        " what is right, and what was acknowledged as kept is looked for in the database.",
        (_doors(counting), *([_recovered(found)] if load.kill else [_grown(found)])),
        (
            Figure("requests", sum(t.asked for t in counting.doors.values()), "", better="higher"),
            *(_killed(found) if load.kill else _steady(found)),
            Figure("wrong answers", counting.wrong, "", most=0),
            Figure("kept and lost", sum(missing for _, missing in found.lost.values()), "", most=0),
        ),
    )


def _steady(found: Soaked) -> list[Figure]:
    times = found.counting.whole.times
    growth = max(100 * (now / found.before[name] - 1) for name, now in found.after.items())
    return [
        Figure("errors", found.counting.errors, "", most=0),
        Figure("acknowledged, median", percentile(times, 0.5), "ms"),
        Figure("acknowledged, 99th percentile", percentile(times, 0.99), "ms", most=LATE),
        Figure("memory, growth of the process that grew most", growth, "%", most=GROWTH),
    ]


def _killed(found: Soaked) -> list[Figure]:
    times = [seconds for _, seconds in found.recoveries] or [0.0]
    return [
        Figure("kills", len(found.recoveries), "", better="higher"),
        Figure("there again, median", percentile(times, 0.5), "s"),
        Figure("there again, longest", max(times), "s", most=RECOVERY),
    ]


def _doors(counting: Counting) -> Table:
    columns = ("door", "asked", "right", "wrong", "not quoted", "errors", "median ms", "p99 ms")
    rows: list[tuple[Cell, ...]] = []
    for door, tally in sorted(counting.doors.items()):
        times = tally.times or [0.0]
        unquoted = tally.wrong[NOTHING]
        rows.append(
            (
                *(door, tally.asked, tally.right, tally.wrong.total() - unquoted, unquoted),
                *(tally.errors, percentile(times, 0.5), percentile(times, 0.99)),
            )
        )
    return Table("by door", columns, tuple(rows))


def _grown(found: Soaked) -> Table:
    rows = ((name, found.before[name], now) for name, now in found.after.items())
    return Table("memory, in MB", ("process", "warm", "at the end"), tuple(rows))


def _recovered(found: Soaked) -> Table:
    rows = sorted(found.recoveries, key=lambda one: -one[1])
    return Table("seconds until it was there again", ("killed", "seconds"), tuple(rows))


def measure(size: Size) -> Report:
    """Half an hour of it, or a few seconds."""
    return report(soaked(Load() if size == "full" else SMALL))


def main() -> None:
    told = arguments()
    told.add_argument("--postgres", default="", help="a database that may be emptied")
    told.add_argument("--minutes", type=float, default=MINUTES)
    told.add_argument("--rate", type=float, default=RATE, help="requests a second")
    told.add_argument("--webs", type=int, default=2)
    told.add_argument("--workers", type=int, default=1)
    told.add_argument("--kill", type=float, default=0, help="kill a process every so many seconds")
    given = told.parse_args()
    load = SMALL if size(given) == "small" else _load(given)
    finish(given, "kills" if load.kill else "soak", report(soaked(load, given.postgres)))


def _load(given: argparse.Namespace) -> Load:
    seconds = max(10.0, 60 * given.minutes)
    return Load(seconds, given.rate, given.kill, given.webs, given.workers)


if __name__ == "__main__":
    main()

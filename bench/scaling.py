"""What more processes bring on one PostgreSQL: web processes at mixed doors, and digest workers.

    ALLIANCE_TEST_POSTGRES=postgresql://... .venv/bin/python -m bench.scaling

Everything is on one machine: the web processes, PostgreSQL, wrk (Debian's package) and Slack's
stand-in share its cores, so that more processes than cores bring nothing more here. What each
request costs in processor time tells what a machine with more cores would make of it.
"""

import asyncio
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from bench.digests import burst
from bench.pressing import wrk
from bench.pressing.requests import write
from bench.reports import Cell, Figure, Plot, Report, Size, Table, run
from tests.support.databases import POSTGRES, fresh
from tests.support.traffic.fleet import Unit
from tests.support.traffic.stage import Stage, staged

WEBS = {"full": (1, 2, 4), "small": (1,)}
WORKERS = {"full": (1, 2, 4), "small": (1,)}
# Connections over all web processes; seconds; digests due at once.
CONNECTIONS = 16
SECONDS = {"full": 12, "small": 1}
DIGESTS = {"full": 1_500, "small": 20}
# Requests written for each second: were one sent twice, an event would be answered faster.
ENOUGH = 3_000
WEB = (
    *("web processes", "requests/s", "p50 ms", "p99 ms", "refused or dropped"),
    *("web: processor ms a request", "busy: % of all cores"),
)
DIGEST = ("workers", "digests", "digests/s", "posted twice", "MB in the largest")


@dataclass(frozen=True, slots=True)
class Webs:
    """So many web processes: what they answered, how late, and by how much processor time."""

    count: int
    rate: float
    p50: float
    p99: float
    failed: int
    each: float
    busy: float

    @property
    def cells(self) -> tuple[Cell, ...]:
        shown = (self.rate, self.p50, self.p99, self.failed, self.each, self.busy)
        return (self.count, *shown)


@dataclass(frozen=True, slots=True)
class Workers:
    """So many digest workers: digests due at once, and how many were posted each second."""

    count: int
    digests: int
    rate: float
    twice: int
    megabytes: int

    @property
    def cells(self) -> tuple[Cell, ...]:
        return (self.count, self.digests, self.rate, self.twice, self.megabytes)


async def pressed(address: str, folder: Path, count: int, seconds: int) -> Webs:
    """As many requests as so many web processes take, after a second of warming up."""
    async with staged(address, folder, webs=count, workers=0) as stage:
        warm, files = folder / "warm", [folder / f"requests-{n}" for n in range(count)]
        for number, file in enumerate((warm, *files)):
            enough = ENOUGH * seconds // count if number else ENOUGH
            write(stage.mix, enough, Random(number), file)
        await _press(stage, [warm] * count, 1)
        used, idle, began = _used(stage), _idle(), time.monotonic()
        told = await _press(stage, files, seconds)
        used, idle = _used(stage) - used, _idle() - idle
        lasted = time.monotonic() - began
        dropped = sum(map(_dropped, stage.fleet.units))
    answered = sum(one.requests - one.failed for one in told)
    return Webs(
        count,
        answered / told[0].seconds,
        max(one.p50 for one in told),
        max(one.p99 for one in told),
        dropped + sum(one.failed for one in told),
        1_000 * used / answered,
        100 * (1 - idle / lasted / (os.cpu_count() or 1)),
    )


async def _press(stage: Stage, files: Sequence[Path], seconds: int) -> list[wrk.Pressed]:
    ports = stage.fleet.ports
    connections = CONNECTIONS // len(ports)
    pressing = (
        wrk.press(port, file, connections, seconds) for port, file in zip(ports, files, strict=True)
    )
    return list(await asyncio.gather(*pressing))


def _used(stage: Stage) -> float:
    """Seconds of processor time of all web processes so far."""
    pids = [pid for unit in stage.fleet.units for pid in unit.pids]
    fields = [Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split() for pid in pids]
    return sum(int(each[11]) + int(each[12]) for each in fields) / os.sysconf("SC_CLK_TCK")


def _dropped(unit: Unit) -> int:
    """How often it acknowledged what it could not answer any more, by its log."""
    return (unit.folder / f"{unit.name}.log").read_text().count("dropped: too many")


def _idle() -> float:
    """Seconds that the cores have had nothing to do so far."""
    first = Path("/proc/stat").read_text().splitlines()[0].split()
    return int(first[4]) / os.sysconf("SC_CLK_TCK")


def webs(size: Size) -> list[Webs]:
    """Each number of web processes, on a database of its own."""
    if not wrk.there():
        return []
    found = []
    for count in WEBS[size]:
        with TemporaryDirectory() as name, fresh("postgresql", Path(name)) as address:
            found.append(asyncio.run(pressed(address, Path(name), count, SECONDS[size])))
    return found


def workers(size: Size) -> list[Workers]:
    """Each number of digest workers, on a database of its own."""
    found = []
    for count in WORKERS[size]:
        with TemporaryDirectory() as name, fresh("postgresql", Path(name)) as address:
            done = burst(DIGESTS[size], address, count)
        rate = len(done.late) / max(done.late)
        found.append(Workers(count, len(done.late), rate, done.twice, done.megabytes))
    return found


def figures(doors: Sequence[Webs], digests: Sequence[Workers]) -> tuple[Figure, ...]:
    rates = [
        Figure(f"requests/s, {one.count} web", one.rate, "/s", better="higher") for one in doors
    ]
    costs = [Figure(f"processor time, {one.count} web", one.each, "ms/request") for one in doors]
    posts = [
        Figure(f"digests/s, {one.count} workers", one.rate, "/s", better="higher")
        for one in digests
    ]
    return (*rates, *costs, *posts)


def measure(size: Size) -> Report:
    """Both, where PostgreSQL is; web processes only where wrk is too."""
    cores = f"{os.cpu_count()} cores for web processes, PostgreSQL, wrk and Slack's stand-in."
    if not os.environ.get(POSTGRES):
        return Report(f"Left out: {POSTGRES} is not set.")
    doors, digests = webs(size), workers(size)
    without = () if doors else (("wrk is not installed here", *[""] * (len(WEB) - 1)),)
    tables = (
        Table(
            f"web processes, {CONNECTIONS} connections over all",
            WEB,
            (*(one.cells for one in doors), *without),
        ),
        Table("digests due at once", DIGEST, tuple(one.cells for one in digests)),
    )
    lines = {
        "requests/s by web processes": [(float(one.count), one.rate) for one in doors],
        "digests/s by workers": [(float(one.count), one.rate) for one in digests],
    }
    plot = Plot("Processes on one PostgreSQL", "processes", "a second", lines, logarithmic=True)
    return Report(cores, tables, figures(doors, digests), (plot,))


if __name__ == "__main__":
    run(measure)

"""How long the bot takes to its first answer, what a web process holds, and what is installed.

Times are of fresh processes, from their start to their end, or to the first signed command that is
answered with 200; on SQLite that starts the digests' worker as well. Memory is that of
`alliance serve` on PostgreSQL, which ALLIANCE_TEST_POSTGRES names: its worker's resident memory,
and what both of its processes hold together.
"""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.installed import Installed, installed
from bench.reports import Figure, Report, Size, Table, run, spread
from bench.served import ROOT, asked, postgresql, resident, serving, slack
from tests.support.databases import POSTGRES

RUNS, FEW_RUNS = 15, 1
REQUESTS, FEW_REQUESTS = 10_000, 500
BEFORE = ", before its index is kept"
ASK, SERVE = "alliance ask climate", "alliance serve"


def measure(size: Size) -> Report:
    """Start it again and again, ask it, and look at what it takes."""
    runs, requests = (RUNS, REQUESTS) if size == "full" else (FEW_RUNS, FEW_REQUESTS)
    with TemporaryDirectory() as folder, slack() as api_url, ExitStack() as stack:
        database = stack.enter_context(postgresql(Path(folder))) if POSTGRES in os.environ else ""
        times = _times(Path(folder), api_url, database, runs)
        memory = _memory(Path(folder), api_url, database, requests) if database else None
    packages = installed()
    figures = [
        Figure("first answer of `alliance ask`", _middle(times[ASK]), "s", 0.8),
        Figure(f"first answer of `alliance ask`{BEFORE}", _middle(times[ASK + BEFORE]), "s"),
        Figure("`alliance ask --help`", _middle(times["alliance ask --help"]), "s", 0.25),
        Figure("installed packages", len(packages), "packages"),
        Figure("size of the packages", sum(one.megabytes for one in packages), "MB"),
    ]
    if memory:
        figures += [
            Figure("first answer over HTTP", _middle(times[SERVE]), "s", 1.2),
            Figure(f"first answer over HTTP{BEFORE}", _middle(times[SERVE + BEFORE]), "s"),
            Figure("memory of a web process", memory["the web process"], "MB", 120),
            Figure("memory of `alliance serve`", memory["both together"], "MB"),
        ]
    tables = (_timed(times), _held(memory, requests), _listed(packages))
    return Report(f"{runs} fresh processes each; {requests:,} requests.", tables, tuple(figures))


def _times(folder: Path, api_url: str, database: str, runs: int) -> dict[str, list[float]]:
    """Seconds of each run, the commands in turn."""
    cache = str(folder / "kept")
    timed: dict[str, Callable[[], float]] = {
        ASK: partial(_ended, folder, cache, "ask", "climate"),
        ASK + BEFORE: partial(_ended, folder, "", "ask", "climate"),
        "alliance ask --help": partial(_ended, folder, "", "ask", "--help"),
        f"{SERVE}, on a new SQLite file": partial(_answered, folder, cache, api_url, ""),
    }
    if database:
        timed[SERVE] = partial(_answered, folder, cache, api_url, database)
        timed[SERVE + BEFORE] = partial(_answered, folder, "", api_url, database)
    timed[ASK]()
    found: dict[str, list[float]] = {name: [] for name in timed}
    for _ in range(runs):
        for name, once in timed.items():
            found[name].append(once())
    return found


def _ended(folder: Path, cache: str, *arguments: str) -> float:
    """From the start to the end, the index kept in that cache or in a new one."""
    kept = cache or _new(folder)
    environ = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "CACHE_DIR": kept}
    started = time.perf_counter()
    command = [sys.executable, "-m", "bot", *arguments]
    subprocess.run(command, cwd=folder, env=environ, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def _answered(folder: Path, cache: str, api_url: str, database: str) -> float:
    """From the start to the first answer, on that database or a new file."""
    address = database or f"sqlite:///{_new(folder)}.db"
    with serving(folder, api_url, address, cache or _new(folder)) as (_, seconds):
        return seconds


def _new(folder: Path) -> str:
    return str(folder / f"new-{time.monotonic_ns()}")


def _memory(folder: Path, api_url: str, database: str, requests: int) -> dict[str, float]:
    """Megabytes, before the first question is asked and after the last."""
    with serving(folder, api_url, database, str(folder / "kept")) as (unit, _):
        begun = resident(unit.pids[-1])
        asked(unit.port, requests)
        return {
            "the web process at its start": begun,
            "the web process": resident(unit.pids[-1]),
            "the one that watches over it": resident(unit.pids[0]),
            "both together": unit.megabytes,
        }


def _middle(values: Sequence[float]) -> float:
    return statistics.median(values)


def _timed(times: dict[str, list[float]]) -> Table:
    rows = tuple((name, *spread(seconds)) for name, seconds in times.items())
    return Table("Seconds to the first answer", ("command", "least", "median", "most"), rows)


def _held(memory: dict[str, float] | None, requests: int) -> Table:
    title = f"Megabytes of `alliance serve` on PostgreSQL, after {requests:,} requests"
    left_out = (("left out", f"{POSTGRES} names no server"),)
    rows = tuple(memory.items()) if memory else left_out
    return Table(title, ("what", "MB"), rows)


def _listed(packages: Sequence[Installed]) -> Table:
    rows = tuple((one.name, one.version, one.megabytes, one.wanted_by) for one in packages)
    return Table("What is installed", ("package", "version", "MB", "for"), rows)


if __name__ == "__main__":
    run(measure)

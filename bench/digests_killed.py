"""Digests whose workers are killed again and again: what is posted once, twice, or not at all.

    .venv/bin/python -m bench.digests_killed

It is tests.chaos.kill, on each database at the same time. A worker lives half a second to five, and
is killed with -9; Slack takes its time on either side of a post, so that many kills fall between.
"""

import os
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.reports import Figure, Report, Size, Table, run
from tests.chaos import kill
from tests.chaos.kill import Outcome
from tests.support.databases import POSTGRES, fresh

KILLS, FEW_KILLS = 200, 2


@dataclass(frozen=True, slots=True)
class Case:
    """A kind of database, how many workers share it, and whether they may look at the channels."""

    name: str
    kind: str
    workers: int = 1
    sees: bool = True


CASES = (
    Case("SQLite, one worker", "sqlite"),
    Case("SQLite, one worker without the history scope", "sqlite", sees=False),
    Case("PostgreSQL, three workers", "postgresql", workers=3),
)


def measure(size: Size) -> Report:
    """Each case in a process of its own, for Slack is slowed down in the whole of a process."""
    kills = KILLS if size == "full" else FEW_KILLS
    cases = [case for case in CASES if case.kind == "sqlite" or POSTGRES in os.environ]
    with ProcessPoolExecutor(len(cases), get_context("spawn")) as processes:
        outcomes = list(processes.map(killed, cases, [kills] * len(cases)))
    rows = [
        (case.name, one.slots, one.states["posted"], one.states["unconfirmed"], one.twice, one.lost)
        for case, one in zip(cases, outcomes, strict=True)
    ]
    columns = ("digests", "slots", "posted", "unconfirmed", "posted twice", "lost")
    return Report(
        f"{kills} kills of each; where a worker may not look, it marks a post as unconfirmed"
        " rather than post it again.",
        (Table(f"Workers killed {kills} times", columns, tuple(rows)),),
        (
            Figure("posted twice", sum(one.twice for one in outcomes), "slots", most=0),
            Figure("lost", sum(one.lost for one in outcomes), "slots", most=0),
        ),
    )


def killed(case: Case, kills: int) -> Outcome:
    """What became of the slots of one case, on a database of its own."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        address = stack.enter_context(fresh(case.kind, folder))
        return kill.run(kills, address, case.workers, case.sees, folder)


if __name__ == "__main__":
    run(measure)

"""Restarts every process, one after the other, while commands, mentions, clicks and digests come.

python -m tests.chaos.rolling --postgres postgresql://... --rounds 3
"""

import argparse
import asyncio
import signal
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from bot.core.digests import FINAL
from bot.storage.schema import DELIVERY
from tests.chaos import kill
from tests.chaos.kill import Outcome
from tests.support.traffic.counting import Counting
from tests.support.traffic.fleet import Unit
from tests.support.traffic.stage import Stage, staged

# What comes each second, and in which shares.
RATE, WEIGHTS = 60.0, {"command": 4, "mention": 3, "click": 2, "talk": 1}
# Seconds that a worker works between two restarts.
WORKING = 3.0


@dataclass(frozen=True, slots=True)
class Rolled:
    """What became of what people asked, and of the digests that fell due."""

    counting: Counting
    digests: Outcome
    restarts: int

    @property
    def right(self) -> bool:
        """Nothing was lost, said wrongly or said twice."""
        told = self.counting
        wrong = told.errors + told.wrong + told.unquoted + told.twice
        return not wrong and self.digests.right

    def __str__(self) -> str:
        return f"{self.restarts} restarts\n{self.counting}\n{self.digests}"


async def run(address: str, rounds: int, folder: Path, rate: float = RATE) -> Rolled:
    """Restart everything so often."""
    async with staged(address, folder, webs=2, workers=2, weights=WEIGHTS) as stage:
        kill.subscribe(stage.engine)
        began, rolling = time.monotonic(), asyncio.create_task(_restarts(stage, rounds))
        slots = 0
        while not rolling.done():
            due = asyncio.to_thread(kill.storm, stage.engine, 2.0)
            slots += (await asyncio.gather(due, stage.mix.run(rate, 2.0)))[0]
        await rolling
        await asyncio.to_thread(kill.wait, lambda: kill.all_ended(stage.engine, slots))
        stage.asking.settle()
        digests = _counted(stage, slots, time.monotonic() - began)
        restarts = sum(unit.starts - 1 for unit in stage.fleet.units)
        return Rolled(stage.asking.counting, digests, restarts)


async def _restarts(stage: Stage, rounds: int) -> None:
    for _ in range(rounds):
        for unit in stage.fleet.units:
            await _restarted(stage, unit)


async def _restarted(stage: Stage, unit: Unit) -> None:
    """Tell it to end, and go on when another is there in its place."""
    before = unit.starts
    unit.tell(signal.SIGTERM)
    while unit.starts == before:
        await asyncio.sleep(0.1)
    if unit.port:
        await stage.all_up()
    else:
        await asyncio.sleep(WORKING)


def _counted(stage: Stage, slots: int, seconds: float) -> Outcome:
    with stage.engine.connect() as connection:
        rows = connection.execute(sa.select(DELIVERY.c.id, DELIVERY.c.state)).all()
    posts = Counter(stage.hearing.digests[id] for id, _ in rows)
    states = Counter(state for _, state in rows if state in FINAL)
    return Outcome(slots, states, posts, 0, seconds)


def main() -> None:
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--postgres", required=True, help="a database that may be emptied")
    told.add_argument("--rounds", type=int, default=3)
    told.add_argument("--rate", type=float, default=RATE, help="requests a second")
    given = told.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rolled = asyncio.run(run(given.postgres, given.rounds, Path(folder), given.rate))
    print(rolled, "right" if rolled.right else "WRONG")
    raise SystemExit(not rolled.right)


if __name__ == "__main__":
    main()

"""Kills processes at random, and measures how long each takes to be there again."""

import asyncio
import os
import random
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

import sqlalchemy as sa

from bot.storage.schema import WORKER
from tests.support.traffic.asking import OK
from tests.support.traffic.fleet import SECRET, Unit
from tests.support.traffic.stage import Stage
from tests.support.traffic.wire import Balancer, CutOff, Refused, signed

# Seconds: between two tries, and for which it has to stay.
TRY, STAYS = 0.05, 1.0


@dataclass(slots=True)
class Killing:
    """Kills -9 one process after the other: a server, the worker in it, or a worker."""

    stage: Stage
    recoveries: list[tuple[str, float]] = field(default_factory=list)

    async def run(self, every: float, seconds: float) -> None:
        """Kill one every so many seconds, once the one before is there again."""
        until = time.monotonic() + seconds
        while time.monotonic() + every < until:
            await asyncio.sleep(every)
            await self._kill(random.choice(self.stage.fleet.units))

    async def _kill(self, unit: Unit) -> None:
        pids, first = unit.pids, unit.starts
        which = random.randrange(len(pids))

        def fallen() -> bool:
            """A server starts its worker anew itself; whoever started it starts all else."""
            return pids[which] in unit.pids if which else unit.starts == first

        began, moment = time.monotonic(), time.time()
        with suppress(ProcessLookupError):
            os.kill(pids[which], signal.SIGKILL)
        while True:
            there, starts = await self._there(unit, fallen, moment), unit.starts
            await asyncio.sleep(STAYS)
            if unit.starts == starts and unit.alive:
                break
        what = f"{unit.name}{', its child' if which else ''}"
        self.recoveries.append((what, there - began))

    async def _there(self, unit: Unit, fallen: Callable[[], bool], moment: float) -> float:
        """When it was started anew and answered."""
        direct = Balancer([unit.port])
        while fallen() or not await self._answers(unit, direct, moment):
            await asyncio.sleep(TRY)
        direct.close()
        return time.monotonic()

    async def _answers(self, unit: Unit, direct: Balancer, moment: float) -> bool:
        if not unit.port:
            return await asyncio.to_thread(self._is_seen, unit.name, moment)
        ask = self.stage.mix.doors.command(self.stage.mix.labelled[0], "UK1")
        with suppress(CutOff, Refused):
            answered = await direct.post(ask.body, ask.kind, signed(ask.body, SECRET))
            return answered.status == OK
        return False

    def _is_seen(self, name: str, moment: float) -> bool:
        seen = sa.select(WORKER.c.seen_at).where(WORKER.c.name == name)
        with self.stage.engine.connect() as connection:
            at = connection.execute(seen).scalar()
        return at is not None and at.timestamp() > moment + TRY

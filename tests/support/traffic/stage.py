"""The bot as a fleet of processes, and Slack round it, ready to be asked."""

import asyncio
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from bot.core.library import library_of
from bot.library.reading import read_statements
from bot.scheduling.engine import prepare
from bot.storage.database import opened
from bot.storage.migrating import migrate
from tests.support.traffic.asking import Asking
from tests.support.traffic.doors import Doors
from tests.support.traffic.fleet import ROOT, SECRET, Fleet, fleet_of
from tests.support.traffic.hearing import Hearing
from tests.support.traffic.judging import Judging, labelled
from tests.support.traffic.mixing import MIXED, Mix
from tests.support.traffic.wire import Balancer

SOURCE = ROOT / "knowledge" / "us-rok-2023" / "source.txt"
# Seconds: until everything is up, and between two looks at what has ended.
STARTING, LOOK = 60.0, 0.1


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything that takes part."""

    engine: sa.Engine
    fleet: Fleet
    balancer: Balancer
    hearing: Hearing
    asking: Asking
    mix: Mix

    async def all_up(self) -> None:
        """Wait until every web process answers; raises TimeoutError."""
        until = time.monotonic() + STARTING
        while not all(server.up for server in self.balancer.servers):
            if time.monotonic() > until:
                raise TimeoutError(self.fleet.last_words)
            await asyncio.sleep(LOOK)

    async def supervise(self) -> None:
        """Start again whatever has ended, for ever."""
        while True:
            for unit in self.fleet.units:
                unit.supervise()
            await asyncio.sleep(LOOK)


@asynccontextmanager
async def staged(
    address: str,
    folder: Path,
    webs: int = 2,
    workers: int = 1,
    weights: Mapping[str, float] = MIXED,
    **settings: str,
) -> AsyncIterator[Stage]:
    """The stage, from when all answer; at the end every process is ended, and its log is there."""
    library = library_of(*read_statements(None))
    engine, hearing = opened(address), Hearing()
    migrate(engine)
    if engine.dialect.name != "sqlite":
        prepare(engine.url)
    await hearing.listen()
    fleet = fleet_of(webs, workers, folder, address, hearing.api_url, **settings)
    balancer = Balancer(fleet.ports)
    asking = Asking(balancer, hearing, SECRET)
    doors = Doors(hearing, Judging(SOURCE.read_text("utf-8")), library.statements[0].slug)
    mix = Mix(asking, doors, library, labelled(library), weights)
    stage = Stage(engine, fleet, balancer, hearing, asking, mix)
    fleet.start()
    watching = [asyncio.create_task(each) for each in (balancer.look(), stage.supervise())]
    try:
        await stage.all_up()
        yield stage
    finally:
        for task in watching:
            task.cancel()
        balancer.close()
        await asyncio.to_thread(fleet.end)
        await hearing.close()
        engine.dispose()

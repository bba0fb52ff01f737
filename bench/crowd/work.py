"""What is done again and again, timed among so many workspaces."""

import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from random import Random

import sqlalchemy as sa

from bench.crowd.rows import CLIENT, make_due, team
from bench.reports import percentile
from bot.installing.finding import Finding
from bot.installing.installations import SealedInstallations
from bot.installing.lookups import Lookups, Whose
from bot.installing.sealing import Sealing, prove
from bot.scheduling.days_off import day_off
from bot.scheduling.engine import Queue, client
from bot.scheduling.ticker import BATCH, Ticker
from bot.storage.census import Census
from bot.storage.org_teams import OrgTeams
from bot.storage.purging import Purging
from bot.storage.upkeep import Upkeep

TIMES, LOOKED_UP = 30, 300


@dataclass(frozen=True, slots=True)
class Work:
    """Milliseconds: a tick with nothing due, one where one digest in a hundred is, and so on.

    A tick claims at most a batch; `digest` is its share for each of them. What is found is an
    installation that nobody has asked for in the last second.
    """

    tick: float
    busy: float
    digest: float
    upkeep: float
    metrics: float
    uninstalled: float
    found: float
    found_late: float
    proved: float


def now() -> datetime:
    return datetime.now(UTC)


def work(engine: sa.Engine, count: int, sealing: Sealing) -> Work:
    """Do all of it; the workspaces that leave are gone afterwards."""
    ticker = Ticker(engine, Queue(client(engine)).enqueue, day_off, timedelta(hours=1))
    upkeep, census, purging = Upkeep(engine), Census(engine), Purging(engine)
    tick = usual(lambda: ticker.tick(now()))
    due = make_due(engine, now())
    ticks = list(_busy(ticker))
    found = sorted(_found(engine, count, sealing))
    leaving = iter(range(count))
    return Work(
        tick,
        statistics.median(ticks),
        sum(ticks) / due,
        usual(lambda: upkeep.forget(now())),
        usual(lambda: census.count(now()), 5),
        usual(lambda: purging.left(team(next(leaving, 0)), "", now()), 5),
        statistics.median(found),
        percentile(found, 0.99),
        milliseconds(lambda: prove(engine, sealing)),
    )


def usual(do: Callable[[], object], times: int = TIMES) -> float:
    """How many milliseconds it takes, at the median."""
    return statistics.median(milliseconds(do) for _ in range(times))


def milliseconds(do: Callable[[], object]) -> float:
    """How long it takes once."""
    began = time.perf_counter()
    do()
    return 1_000 * (time.perf_counter() - began)


def _busy(ticker: Ticker) -> Iterator[float]:
    """Tick until nothing more is due; how long each tick took."""
    looked_at = BATCH
    while looked_at == BATCH:
        began = time.perf_counter()
        looked_at = ticker.tick(now())
        if looked_at:
            yield 1_000 * (time.perf_counter() - began)


def _found(engine: sa.Engine, count: int, sealing: Sealing) -> Iterator[float]:
    """Installations looked up, each for the first time."""
    store = SealedInstallations(CLIENT, engine, sealing)
    find = Finding(store, OrgTeams(engine), now).of_request
    numbers = Random(70).choices(range(count), k=LOOKED_UP)
    lookups = Lookups(find)
    try:
        # The first connection of a thread is made once in the life of a process.
        lookups.bot(Whose(None, team(0)))
        for number in numbers:
            whose = Whose(None, team(number))
            lookups.forget(whose.team, None)
            yield milliseconds(partial(lookups.bot, whose))
    finally:
        lookups.end()

"""The worker's round: tick, say that it is alive, take over from the dead, forget what is old."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event
from time import monotonic

from sqlalchemy.exc import SQLAlchemyError

from bot.scheduling.engine import Queue
from bot.scheduling.ticker import BATCH, Ticker
from bot.storage.upkeep import Upkeep
from bot.storage.workers import Workers

# Seconds.
TICK, HEARTBEAT, UPKEEP = 1.0, 5.0, 60.0
# Without a word for so long a worker is taken for dead.
SILENCE = timedelta(seconds=30)
KEPT_BY_THE_ENGINE = timedelta(days=1)
_LOG = logging.getLogger("bot.digests")
Clock = Callable[[], datetime]


@dataclass(slots=True)
class Chore:
    """Something to do every so many seconds, the first time at once."""

    every: float
    do: Callable[[], None]
    due: float = 0.0

    def when_due(self) -> None:
        """Do it if its time has come; what fails is due again at once."""
        if monotonic() >= self.due:
            self.do()
            self.due = monotonic() + self.every


@dataclass(slots=True)
class Worker:
    """Claims what is due until it is told to stop; what it claims, the engine delivers."""

    name: str
    ticker: Ticker
    queue: Queue
    workers: Workers
    upkeep: Upkeep
    clock: Clock
    silence: timedelta = SILENCE
    _busy: bool = field(default=False, init=False)

    def run(self, stop: Event) -> None:
        """Make the round every second; where the database is away, wait for it."""
        chores = (
            Chore(HEARTBEAT, self._say_so),
            Chore(HEARTBEAT, self._take_over),
            Chore(HEARTBEAT, self._pace),
            Chore(UPKEEP, self._forget),
        )
        away = False
        while not stop.is_set():
            try:
                looked_at = self._round(chores)
                away = False
            except SQLAlchemyError as error:
                if not away:
                    _LOG.warning("database away", extra={"error": type(error).__name__})
                looked_at, away = 0, True
            if looked_at < BATCH:
                stop.wait(TICK)

    def _round(self, chores: tuple[Chore, ...]) -> int:
        for chore in chores:
            chore.when_due()
        looked_at = self.ticker.tick(self.clock())
        if looked_at and not self._busy:
            self._busy = True
            self.queue.pace(busy=True)
        return looked_at

    def _say_so(self) -> None:
        self.workers.seen(self.name, self.clock())

    def _take_over(self) -> None:
        since = self.clock() - self.silence
        for name in self.workers.silent(since):
            if name != self.name:
                count = self.queue.take_over(name)
                self.workers.forget(name, since)
                _LOG.warning("took over", extra={"worker": name, "deliveries": count})

    def _pace(self) -> None:
        """Keep the engine as quick as there is work; others may have told it otherwise."""
        busy = self.upkeep.under_way()
        if busy or self._busy:
            self.queue.pace(busy)
        self._busy = busy

    def _forget(self) -> None:
        now = self.clock()
        self.upkeep.forget(now)
        self.queue.forget(now - KEPT_BY_THE_ENGINE)

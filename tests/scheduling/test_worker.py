"""The worker's round: what it does when, and that nothing of the database's ends it."""

import logging
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from threading import Event, Thread

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from bot.core.continuing import Turn
from bot.scheduling import worker as rounds
from bot.scheduling.ticker import Ticker
from bot.scheduling.worker import Chore, Worker
from bot.storage.turns import TurnStore
from bot.storage.upkeep import Upkeep
from bot.storage.workers import Workers
from tests.support.virtual_time import MONDAY, Town

AWAY = OperationalError("SELECT 1", {}, Exception("no route"))


@dataclass
class Queue:
    """An engine that only remembers what it was told."""

    paces: list[bool] = field(default_factory=list)
    taken_over: list[str] = field(default_factory=list)

    def pace(self, busy: bool) -> None:
        self.paces.append(busy)

    def take_over(self, worker: str) -> int:
        self.taken_over.append(worker)
        return 1

    def forget(self, before: datetime) -> int:
        return 0


@dataclass
class Rounds:
    """A worker that is stopped after so many rounds, whose ticks do as they are told."""

    town: Town
    outcomes: list[int | Exception]
    queue: Queue = field(default_factory=Queue)
    stop: Event = field(default_factory=Event)

    def tick(self, now: datetime) -> int:
        outcome = self.outcomes.pop(0)
        if not self.outcomes:
            self.stop.set()
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def run(self) -> None:
        engine = self.town.engine
        worker = Worker(
            "w1",
            self,  # type: ignore[arg-type]
            self.queue,  # type: ignore[arg-type]
            Workers(engine),
            Upkeep(engine),
            self.town.clock,
        )
        thread = Thread(target=worker.run, args=(self.stop,))
        thread.start()
        thread.join(20)
        assert not thread.is_alive()


@pytest.fixture
def town(engine: sa.Engine, monkeypatch: pytest.MonkeyPatch) -> Town:
    monkeypatch.setattr(rounds, "TICK", 0.001)
    return Town(engine)


def test_a_database_that_is_away_is_told_once_and_waited_for(
    town: Town, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING, "bot.digests"):
        made = Rounds(town, [0, AWAY, AWAY, 0, AWAY, 0])
        made.run()
    assert made.outcomes == []
    assert [record.message for record in caplog.records] == ["database away"] * 2


def test_the_engine_is_quick_while_there_is_work(town: Town) -> None:
    made = Rounds(town, [0, 3, 2, 0])
    made.run()
    assert made.queue.paces == [True]


def test_the_dead_are_taken_over_and_the_living_are_not(town: Town) -> None:
    workers = Workers(town.engine)
    workers.seen("dead", MONDAY - timedelta(minutes=1))
    workers.seen("alive", MONDAY - timedelta(seconds=20))
    workers.seen("w1", MONDAY - timedelta(hours=1))
    made = Rounds(town, [0])
    made.run()
    assert made.queue.taken_over == ["dead"]
    assert workers.silent(MONDAY + timedelta(hours=1)) == ("alive", "w1")


def test_a_conversation_that_has_rested_for_a_month_is_forgotten(town: Town) -> None:
    for days, channel in ((31, "C1"), (29, "C2")):
        since = MONDAY - timedelta(days=days)
        TurnStore(town.engine, lambda since=since: since).keep(  # type: ignore[misc]
            "T1", channel, ("1.1",), Turn("harbour", "whales-protect")
        )
    Rounds(town, [0]).run()
    turns = TurnStore(town.engine, town.clock)
    assert [bool(turns.last("T1", channel, "1.1")) for channel in ("C1", "C2")] == [False, True]


def test_a_chore_is_due_at_once_then_every_so_often_and_again_when_it_failed() -> None:
    done: list[int] = []

    def fail_first() -> None:
        done.append(1)
        if len(done) == 1:
            raise AWAY

    chore = Chore(3600, fail_first)
    with pytest.raises(OperationalError):
        chore.when_due()
    for _ in range(3):
        chore.when_due()
    assert len(done) == 2


def test_a_real_tick_is_what_a_worker_makes(town: Town) -> None:
    town.subscribe("C1")
    town.sleep(hours=9)
    stop = Event()

    def enqueue(*attempt: object) -> None:
        stop.set()

    ticker: Ticker = replace(town.ticker, enqueue=enqueue)
    queue = Queue()
    engine = town.engine
    worker = Worker("w1", ticker, queue, Workers(engine), Upkeep(engine), town.clock)  # type: ignore[arg-type]
    worker.run(stop)
    assert queue.paces == [True]

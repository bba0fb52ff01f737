"""Two who claim at the same time never claim the same."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier

import sqlalchemy as sa

from bot.core.digests import Paused
from bot.scheduling.ticker import BATCH
from bot.storage.upkeep import KEPT, Upkeep
from bot.storage.workers import Workers
from tests.support.virtual_time import MONDAY, Town


def test_four_who_tick_at_once_claim_each_slot_once(engine: sa.Engine) -> None:
    town = Town(engine)
    for number in range(3 * BATCH):
        town.subscribe(f"C{number}")
    town.sleep(hours=9)
    start = Barrier(4)

    def tick_on(_: int) -> int:
        start.wait()
        return sum(town.ticker.tick(town.clock()) for _ in range(6))

    with ThreadPoolExecutor(4) as threads:
        assert sum(threads.map(tick_on, range(4))) == 3 * BATCH
    claimed = Counter(delivery for delivery, _ in town.queued())
    assert (len(claimed), max(claimed.values())) == (3 * BATCH, 1)


def test_a_pause_moves_the_next_slot_and_a_resumed_digest_goes_on(engine: sa.Engine) -> None:
    town = Town(engine)
    digest = town.subscribe("C1")
    town.store.save(replace(digest, paused=Paused(date(2026, 3, 5)), next_slot=None))
    town.run(days=1)
    assert town.slack.channels["C1"] == []
    town.store.save(replace(digest, next_slot=MONDAY + timedelta(days=3, hours=9)))
    town.run(days=3)
    assert len(town.slack.channels["C1"]) == 1


def test_holidays_are_days_off(engine: sa.Engine) -> None:
    town = Town(engine)
    digest = town.subscribe("C1")
    off = replace(town.ticker, off=lambda country, day: country == "KR" and day.day == 3)
    town.ticker = off
    town.store.save(replace(digest, plan=replace(digest.plan, holidays=frozenset(("KR",)))))
    town.run(days=3)
    days = [one.slot.day for one in town.store.latest(digest.id, 9)]
    assert days == [4, 2]


def test_a_zone_that_is_no_more_stops_its_digest_and_no_other(engine: sa.Engine) -> None:
    town = Town(engine)
    lost, well = town.subscribe("C1"), town.subscribe("C2")
    cadence = replace(lost.plan.cadence, zone="Atlantis/Capital")
    town.store.save(replace(lost, plan=replace(lost.plan, cadence=cadence)))
    town.run(days=1)
    held = town.held(lost)
    assert held.next_slot is None and held.ailing and held.ailing.reason == "refused"
    assert town.states(well) == ["posted"]


def test_the_silent_are_known_and_forgotten(engine: sa.Engine) -> None:
    workers = Workers(engine)
    workers.seen("w1", MONDAY)
    workers.seen("w2", MONDAY)
    workers.seen("w2", MONDAY + timedelta(minutes=1))
    since = MONDAY + timedelta(seconds=30)
    assert workers.silent(since) == ("w1",)
    workers.forget("w2", since)
    workers.forget("w1", since)
    assert workers.silent(MONDAY + timedelta(hours=1)) == ("w2",)


def test_old_deliveries_are_forgotten_when_they_have_ended(engine: sa.Engine) -> None:
    town = Town(engine)
    digest = town.subscribe("C1")
    upkeep = Upkeep(engine)
    town.run(hours=10)
    town.store.ask_now(digest, town.clock())
    assert upkeep.under_way()
    assert upkeep.forget(town.clock() + KEPT + timedelta(days=1)) == 1
    assert [one.state for one in town.store.latest(digest.id, 5)] == ["asked"]
    town.run(minutes=1)
    assert not upkeep.under_way()

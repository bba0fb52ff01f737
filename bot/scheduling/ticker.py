"""The tick: what is due is claimed, and queued in the same transaction."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfoNotFoundError

import sqlalchemy as sa

from bot.core.digests import Ailing, DayOff, Subscription
from bot.core.slots import missed, next_slot
from bot.scheduling.ports import Enqueue
from bot.storage import claims
from bot.storage.claims import Claimed
from bot.storage.database import writing

# With more at once SQLite would hold its write lock for too long.
BATCH = 100
_LOG = logging.getLogger("bot.digests")


@dataclass(frozen=True, slots=True)
class Ticker:
    """Claims digests; several may tick at once on PostgreSQL."""

    engine: sa.Engine
    enqueue: Enqueue
    off: DayOff
    catch_up: timedelta

    def tick(self, now: datetime) -> int:
        """Queue up to a batch of what is due by now; how many were looked at."""
        with writing(self.engine) as connection:
            found = claims.due(connection, now, BATCH)
            claimed = [self._claimed(connection, subscription, now) for subscription in found]
            wanted = claims.asked(connection, BATCH)
            for one in (*filter(None, claimed), *wanted):
                self.enqueue(connection, one.delivery, one.team, 0, 0)
        return len(found) + len(wanted)

    def tick_through(self, now: datetime, stopping: Callable[[], bool]) -> int:
        """Tick until nothing more is due, or the work is to stop; how many were looked at."""
        total = 0
        while not stopping():
            total += (done := self.tick(now))
            if done < BATCH:
                break
        return total

    def _claimed(
        self, connection: sa.Connection, subscription: Subscription, now: datetime
    ) -> Claimed | None:
        """The newest slot that was missed, where it is not too old; the older ones are skipped."""
        assert subscription.next_slot is not None
        plan, id = subscription.plan, subscription.id
        try:
            slots = missed(plan, subscription.next_slot, now, self.off)
            following = next_slot(plan, now, subscription.paused, self.off)
        except ZoneInfoNotFoundError:
            _LOG.error("no such zone", extra={"subscription": id, "zone": plan.cadence.zone})
            claims.stop(connection, id, Ailing("refused", now))
            return None
        claims.move_on(connection, id, following)
        in_time = bool(slots) and now - slots[-1] <= self.catch_up
        claims.skip(connection, subscription, slots[:-1], "missed", now)
        if not in_time:
            claims.skip(connection, subscription, slots[-1:], "late", now)
        return claims.claim(connection, subscription, slots[-1], now) if in_time else None

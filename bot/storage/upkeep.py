"""What is under way, and what need not be kept for ever."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa

from bot.core.digests import FINAL
from bot.storage.schema import DELIVERY, EVENT, MISS, REMARK, TURN

# How long what has ended, was missed or was remarked is kept.
KEPT = timedelta(days=90)
# How long a conversation may rest and still be gone on with.
TURNS_KEPT = timedelta(days=30)
# Slack's "delayed events" come again for a day: https://docs.slack.dev/apis/events-api/#retries
EVENTS_KEPT = timedelta(days=2)
_UNDER_WAY = ("asked", "queued", "posting")


@dataclass(frozen=True, slots=True)
class Upkeep:
    """Looks after what is kept as a whole."""

    engine: sa.Engine

    def under_way(self) -> bool:
        """Whether there is a delivery that has not ended."""
        query = sa.select(sa.exists().where(DELIVERY.c.state.in_(_UNDER_WAY)))
        with self.engine.connect() as connection:
            return bool(connection.execute(query).scalar())

    def forget(self, now: datetime) -> int:
        """Delete what has been kept long enough; how much that was."""
        before = now - KEPT
        ended = sa.and_(DELIVERY.c.state.in_(FINAL), DELIVERY.c.changed_at < before)
        old = (
            DELIVERY.delete().where(ended),
            REMARK.delete().where(REMARK.c.made_at < before),
            MISS.delete().where(MISS.c.last_at < before),
            TURN.delete().where(TURN.c.changed_at < now - TURNS_KEPT),
            EVENT.delete().where(EVENT.c.seen_at < now - EVENTS_KEPT),
        )
        with self.engine.begin() as connection:
            return sum(connection.execute(each).rowcount for each in old)

"""What is under way, and what need not be kept for ever."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from bot.core.digests import FINAL
from bot.storage.schema import DELIVERY

_UNDER_WAY = ("asked", "queued", "posting")


@dataclass(frozen=True, slots=True)
class Upkeep:
    """Looks after the deliveries as a whole."""

    engine: sa.Engine

    def under_way(self) -> bool:
        """Whether there is a delivery that has not ended."""
        query = sa.select(sa.exists().where(DELIVERY.c.state.in_(_UNDER_WAY)))
        with self.engine.connect() as connection:
            return bool(connection.execute(query).scalar())

    def forget(self, before: datetime) -> int:
        """Delete the deliveries that ended before that moment; how many those were."""
        old = sa.and_(DELIVERY.c.state.in_(FINAL), DELIVERY.c.changed_at < before)
        with self.engine.begin() as connection:
            return connection.execute(DELIVERY.delete().where(old)).rowcount

"""Words that were not found, and how often: nobody knows who typed them."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from bot.core.remarks import Miss
from bot.storage.database import writing
from bot.storage.inserting import count_up
from bot.storage.schema import MISS

_LOG = logging.getLogger("bot.storage")


@dataclass(frozen=True, slots=True)
class MissStore:
    """Misses in the database."""

    engine: sa.Engine

    def count(self, missed: Mapping[tuple[str, str], int], now: datetime) -> bool:
        """Count the words so often more; False where the database is away: an answer needs none."""
        rows = [
            {"team": team, "words": words, "times": times, "last_at": now}
            # In one order, or two processes could wait for each other.
            for (team, words), times in sorted(missed.items())
        ]
        try:
            with writing(self.engine) as connection:
                count_up(connection, MISS, rows, "times")
        except SQLAlchemyError as error:
            _LOG.warning("miss not counted", extra={"error": type(error).__name__})
            return False
        return True

    def every(self) -> tuple[Miss, ...]:
        """The misses of all workspaces, most frequent first; raises SQLAlchemyError."""
        times, last = sa.func.sum(MISS.c.times), sa.func.max(MISS.c.last_at)
        query = (
            sa.select(MISS.c.words, times, last)
            .group_by(MISS.c.words)
            .order_by(times.desc(), last.desc(), MISS.c.words)
        )
        with self.engine.connect() as connection:
            rows = connection.execute(query)
            return tuple(Miss(words, int(times), last) for words, times, last in rows)

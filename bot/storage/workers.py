"""Which workers are alive: each says so every few seconds."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from bot.storage.inserting import put
from bot.storage.schema import WORKER


@dataclass(frozen=True, slots=True)
class Workers:
    """Workers by the names that they and the engine go by."""

    engine: sa.Engine

    def seen(self, name: str, now: datetime) -> None:
        """Say that the worker of that name is alive."""
        with self.engine.begin() as connection:
            put(connection, WORKER, {"name": name, "seen_at": now})

    def silent(self, since: datetime) -> tuple[str, ...]:
        """The workers that were last heard of before that moment."""
        query = sa.select(WORKER.c.name).where(WORKER.c.seen_at < since)
        with self.engine.connect() as connection:
            return tuple(connection.execute(query).scalars())

    def forget(self, name: str, since: datetime) -> None:
        """Strike a worker off, unless it has spoken again."""
        gone = WORKER.delete().where(WORKER.c.name == name, WORKER.c.seen_at < since)
        with self.engine.begin() as connection:
            connection.execute(gone)

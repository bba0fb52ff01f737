"""How many digests there are, and how it stands with them: numbers over all workspaces."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import get_args

import sqlalchemy as sa

from bot.core.digests import State
from bot.storage.schema import DELIVERY, SUBSCRIPTION, WORKER

_WAITING = ("asked", "queued")


@dataclass(frozen=True, slots=True)
class Count:
    """Digests by their state, deliveries of the last 90 days by how they ended, and what waits.

    `behind` is how many seconds the digest that is due longest has been due; `states` counts
    deliveries by state, those of none as well.
    """

    digests: int
    ailing: int
    due: int
    behind: float
    waiting: int
    states: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Census:
    """Counts in the database; every method raises SQLAlchemyError where it is away."""

    engine: sa.Engine

    def count(self, now: datetime) -> Count:
        """How it stands at that moment."""
        digests = sa.select(
            sa.func.count(),
            sa.func.count(SUBSCRIPTION.c.ailing),
            sa.func.count().filter(SUBSCRIPTION.c.next_slot <= now),
            sa.func.min(SUBSCRIPTION.c.next_slot),
        ).select_from(SUBSCRIPTION)
        states = sa.select(DELIVERY.c.state, sa.func.count()).group_by(DELIVERY.c.state)
        with self.engine.connect() as connection:
            total, ailing, due, first = connection.execute(digests).one()
            counted = dict.fromkeys(get_args(State), 0) | dict(iter(connection.execute(states)))
        behind = max(0.0, (now - first).total_seconds()) if first else 0.0
        waiting = sum(counted[state] for state in _WAITING)
        return Count(total, ailing, due, behind, waiting, counted)

    def worker_since(self, moment: datetime) -> bool:
        """Whether any worker has said since then that it is alive."""
        alive = sa.select(sa.exists().where(WORKER.c.seen_at >= moment))
        with self.engine.connect() as connection:
            return bool(connection.execute(alive).scalar())

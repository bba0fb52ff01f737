"""What conversations were last answered with: ids of passages, never anybody's words."""

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from bot.core.continuing import Turn
from bot.storage.database import writing
from bot.storage.inserting import put
from bot.storage.schema import TURN

_LOG = logging.getLogger("bot.storage")


@dataclass(frozen=True, slots=True)
class TurnStore:
    """Turns in the database; where it is away there are none, for an answer needs no database."""

    engine: sa.Engine
    now: Callable[[], datetime]

    def last(self, team: str, channel: str, thread: str) -> Turn | None:
        """The last turn of a thread; None too where the database is away."""
        here = sa.and_(TURN.c.team == team, TURN.c.channel == channel, TURN.c.thread == thread)
        try:
            with self.engine.connect() as connection:
                row = connection.execute(sa.select(TURN).where(here)).mappings().first()
        except SQLAlchemyError as error:
            _LOG.warning("turn not read", extra={"error": type(error).__name__})
            return None
        return _turn(row) if row else None

    def keep(self, team: str, channel: str, threads: Collection[str], turn: Turn) -> None:
        """Let it be the last turn of these threads, where the database is not away."""
        held = {
            "team": team,
            "channel": channel,
            "slug": turn.slug,
            "shown": turn.shown,
            "others": {"left": turn.others, "seen": turn.seen},
            "changed_at": self.now(),
        }
        try:
            with writing(self.engine) as connection:
                # In one order always, lest two that write both wait for each other.
                for thread in sorted(threads):
                    put(connection, TURN, {**held, "thread": thread})
        except SQLAlchemyError as error:
            _LOG.warning("turn not kept", extra={"error": type(error).__name__})


def _turn(row: sa.RowMapping) -> Turn:
    others = row["others"]
    return Turn(row["slug"], row["shown"], tuple(others["left"]), tuple(others["seen"]))

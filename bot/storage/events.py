"""Which events were taken up, by whichever process."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from bot.storage.database import writing
from bot.storage.in_memory import EventsInMemory
from bot.storage.inserting import insert_new
from bot.storage.schema import EVENT

_LONGEST_ID = 64
# How many a process remembers beside the database, for when it is away.
_MEANWHILE = 5_000
_LOG = logging.getLogger("bot.storage")


@dataclass(frozen=True, slots=True)
class EventStore:
    """Events in the database; while it is away each process remembers its own."""

    engine: sa.Engine
    now: Callable[[], datetime]
    meanwhile: EventsInMemory = field(default_factory=lambda: EventsInMemory(most=_MEANWHILE))

    def claim(self, event_id: str) -> bool:
        """True to the first caller with that id, in whatever process."""
        if not self.meanwhile.claim(event_id):
            return False
        row = {"id": _short(event_id), "seen_at": self.now()}
        try:
            with writing(self.engine) as connection:
                return insert_new(connection, EVENT, row)
        except SQLAlchemyError as error:
            _LOG.warning("event not claimed for others", extra={"error": type(error).__name__})
            return True

    def give_up(self, event_id: str) -> None:
        """Let the next caller with that id be the first, in whatever process."""
        self.meanwhile.give_up(event_id)
        try:
            with writing(self.engine) as connection:
                connection.execute(EVENT.delete().where(EVENT.c.id == _short(event_id)))
        except SQLAlchemyError as error:
            _LOG.warning("event not given up", extra={"error": type(error).__name__})


def _short(event_id: str) -> str:
    """An id that fits its column; Slack's own do, what others make of several things may not."""
    return event_id if len(event_id) <= _LONGEST_ID else sha256(event_id.encode()).hexdigest()

"""Whether everything that the bot needs is there, each thing by its name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock
from time import monotonic

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from bot.storage.census import Census

# A worker says every five seconds that it is alive.
SILENCE = timedelta(seconds=30)
# Seconds that what was found out holds: whoever asks more often gets the same answer.
HELD = 1.0


@dataclass(slots=True)
class Contact:
    """Whether Slack was heard the last time it was called; nobody has called yet: it is."""

    heard: bool = True

    def told(self, heard: bool) -> None:
        """Take down whether the last call was answered."""
        self.heard = heard


@dataclass(slots=True)
class Readiness:
    """Finds out what is there; without a database it is not asked for."""

    engine: sa.Engine | None
    now: Callable[[], datetime]
    contact: Contact = field(default_factory=Contact)
    _found: Mapping[str, bool] = field(default_factory=dict)
    _until: float = 0.0
    _lock: Lock = field(default_factory=Lock)

    def found(self) -> Mapping[str, bool]:
        """What is there and what is not; the digest is, or this process would not be."""
        with self._lock:
            if monotonic() >= self._until:
                self._found = {"digest": True, "slack": self.contact.heard, **self._database()}
                self._until = monotonic() + HELD
            return self._found

    def _database(self) -> Mapping[str, bool]:
        if self.engine is None:
            return {}
        try:
            alive = Census(self.engine).worker_since(self.now() - SILENCE)
        except SQLAlchemyError:
            return {"database": False, "worker": False}
        return {"database": True, "worker": alive}

"""What scheduling needs of others: a queue that survives a crash, and a way to speak to Slack."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

import sqlalchemy as sa

from bot.core.digests import Subscription
from bot.rendering.message import Message


@dataclass(frozen=True, slots=True)
class Posted:
    """It stands in the channel, at that `ts`."""

    ts: str


@dataclass(frozen=True, slots=True)
class Limited:
    """It was not posted: Slack wants so many seconds of silence in this workspace."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Unreached:
    """It was not posted: Slack did not get it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """It was not posted, and Slack's word says why."""

    word: str


@dataclass(frozen=True, slots=True)
class Unsure:
    """Whether it was posted is not known: the answer did not come, or was no answer."""


Outcome = Posted | Limited | Unreached | Refused | Unsure


@dataclass(frozen=True, slots=True)
class Absent:
    """It does not stand in the channel."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """The bot may not look."""


Sight = Posted | Absent | Unseen | Limited | Unreached


class Slack(Protocol):
    """Posts digests; none of the three raises."""

    def post(self, subscription: Subscription, message: Message, delivery: str) -> Outcome:
        """Post the message with the delivery's id in its metadata, and try once."""
        ...

    def find(self, subscription: Subscription, delivery: str, called_at: datetime) -> Sight:
        """Look for the post of that delivery in the channel's history."""
        ...

    def tell(self, team: str, person: str, message: Message) -> None:
        """Send a direct message, where that can be done."""
        ...


class Enqueue(Protocol):
    """Puts one attempt of a delivery into the durable queue, in the connection's transaction."""

    def __call__(
        self, connection: sa.Connection, delivery: str, team: str, attempt: int, seconds: float
    ) -> None:
        """Let it run after so many seconds; no two of one team run at the same time."""
        ...

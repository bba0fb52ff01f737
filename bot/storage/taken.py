"""What whoever takes up a delivery finds: a closed union, read off its row."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.digests import Delivery, Subscription
from bot.core.programs import Entry


@dataclass(frozen=True, slots=True)
class Ready:
    """It is to be posted now, with this entry; a call is about to be made, and that is on record.

    `called_at` is the moment on record.
    """

    delivery: Delivery
    subscription: Subscription
    entry: Entry
    called_at: datetime


@dataclass(frozen=True, slots=True)
class Dark:
    """A call was about to be made at that moment, and what became of it is not on record."""

    delivery: Delivery
    subscription: Subscription
    called_at: datetime


@dataclass(frozen=True, slots=True)
class Resting:
    """The workspace or the channel wants no post before that moment."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Over:
    """There is nothing to do any more."""


Taken = Ready | Dark | Resting | Over

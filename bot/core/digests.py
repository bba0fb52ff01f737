"""A channel's digest as frozen values: when it is due, what it shows, what became of each post."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Literal
from zlib import crc32
from zoneinfo import ZoneInfo

from bot.core.statement import Language

Country = Literal["US", "KR"]
# Whether that day is a public holiday in that country.
DayOff = Callable[[Country, date], bool]
WEEKDAYS = frozenset(range(5))
EVERY_DAY = frozenset(range(7))


@dataclass(frozen=True, slots=True)
class Cadence:
    """A wall-clock rule: on these weekdays (Monday is 0), at that time, in that IANA zone."""

    days: frozenset[int]
    at: time
    zone: str


@dataclass(frozen=True, slots=True)
class InOrder:
    """Every theme, in the statement's order."""


@dataclass(frozen=True, slots=True)
class Shuffled:
    """Every theme, in an order that the seed makes anew for each round."""

    seed: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """These themes, by their ids, in the statement's order."""

    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OneSection:
    """The themes of one section of the outline, counted from 1."""

    number: int


def shuffled_for(team: str, channel: str) -> Shuffled:
    """The shuffle of that channel: always the same, so that what is shown is what will come."""
    return Shuffled(crc32(f"{team}/{channel}".encode()))


Program = InOrder | Shuffled | Chosen | OneSection


@dataclass(frozen=True, slots=True)
class Plan:
    """What a person chooses: when, what, in which language, and off on whose holidays."""

    cadence: Cadence
    program: Program = InOrder()
    language: Language = "en"
    holidays: frozenset[Country] = frozenset()


@dataclass(frozen=True, slots=True)
class Round:
    """How far a program has come: the rounds behind it, and the themes shown in this one."""

    number: int = 0
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paused:
    """Somebody wants no posts before that day in the digest's own zone, or with None until told."""

    until: date | None = None


Ailment = Literal["not_in_channel", "archived", "channel_gone", "token", "refused"]


@dataclass(frozen=True, slots=True)
class Ailing:
    """Slack takes no posts, and why; each slot tries once, and the first that arrives heals it."""

    reason: Ailment
    since: datetime


@dataclass(frozen=True, slots=True)
class Owner:
    """Who set a digest up: the person's id and name; the id is empty where a file did."""

    id: str
    name: str


Origin = Literal["slack", "file"]


@dataclass(frozen=True, slots=True)
class Subscription:
    """A channel's one digest; `next_slot` is in UTC, None where none is due."""

    id: str
    team: str
    channel: str
    plan: Plan
    owner: Owner
    next_slot: datetime | None
    origin: Origin = "slack"
    paused: Paused | None = None
    ailing: Ailing | None = None
    round: Round = Round()

    def with_plan(self, plan: Plan, owner: Owner) -> "Subscription":
        """The same digest under another plan; a program that changes begins at its beginning."""
        same = plan.program == self.plan.program
        return replace(self, plan=plan, owner=owner, round=self.round if same else Round())

    def rests_on(self, slot: datetime) -> bool:
        """Whether it is paused, and no post is wanted for that slot."""
        if self.paused is None or self.paused.until is None:
            return self.paused is not None
        return slot.astimezone(ZoneInfo(self.plan.cadence.zone)).date() < self.paused.until


# asked: somebody wants it now; queued: the engine has it; posting: a call may be under way;
# unconfirmed: a call ended in the dark, and nobody may look whether the post arrived.
State = Literal["asked", "queued", "posting", "posted", "unconfirmed", "skipped", "failed"]
FINAL: frozenset[State] = frozenset(("posted", "unconfirmed", "skipped", "failed"))


@dataclass(frozen=True, slots=True)
class Seen:
    """The first of the digests that somebody may see, in the order of channels, of so many."""

    first: tuple[Subscription, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """One digest for one slot of one subscription; `reason` tells why it was skipped or failed."""

    id: str
    subscription: str
    slot: datetime
    state: State
    reason: str = ""
    theme: str = ""
    passage: str = ""
    ts: str = ""

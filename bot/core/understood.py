"""What was understood of the words that set a digest up, and what was misread."""

from dataclasses import dataclass
from datetime import time
from typing import Literal, TypeVar

from bot.core import digest_options, weekdays
from bot.core.digests import Country, Program
from bot.core.statement import Language

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Understood:
    """What some words say of a digest; None where they say nothing."""

    days: frozenset[int] | None = None
    at: time | None = None
    zone: str | None = None
    holidays: frozenset[Country] | None = None
    program: Program | None = None
    language: Language | None = None

    def contradicts(self, other: "Understood") -> bool:
        """Whether they cannot both be so; days add up, and so do holidays."""
        pairs = (
            (self.at, other.at),
            (self.zone, other.zone),
            (self.program, other.program),
            (self.language, other.language),
        )
        return any(mine and theirs and mine != theirs for mine, theirs in pairs)

    def joined(self, other: "Understood") -> "Understood":
        """What either says."""
        return Understood(
            days=_union(self.days, other.days),
            at=self.at or other.at,
            zone=self.zone or other.zone,
            holidays=_union(self.holidays, other.holidays),
            program=self.program or other.program,
            language=self.language or other.language,
        )

    def written(self, spoken: Language = "en") -> str:
        """The same in words that are understood: `weekdays 09:00 Asia/Seoul skip kr`."""
        words = (
            weekdays.written(self.days, spoken) if self.days else "",
            f"{self.at:%H:%M}" if self.at else "",
            self.zone or "",
            digest_options.written(self.holidays, self.program, self.language, spoken),
        )
        return " ".join(filter(None, words))


# twice: another one was named before; word: it is like nothing known; pause: no span and no date.
Kind = Literal[
    "time",
    "day",
    "zone",
    "holidays",
    "twice",
    "word",
    "missing_time",
    "missing_days",
    "command",
    "pause",
]


@dataclass(frozen=True, slots=True)
class Misread:
    """Words that could not be read, as they were typed, and what to write instead of them.

    Without a suggestion they are to be left out; `others` are more zones that may be meant.
    """

    kind: Kind
    word: str = ""
    suggestion: str = ""
    others: tuple[str, ...] = ()


def _union(mine: frozenset[_T] | None, theirs: frozenset[_T] | None) -> frozenset[_T] | None:
    if mine is None or theirs is None:
        return theirs if mine is None else mine
    return mine | theirs

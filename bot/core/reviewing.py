"""What people missed, as whoever curates a digest reviews it: with the theme that lies nearest."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.core.library import Library
from bot.core.remarks import Miss, Remark
from bot.core.searching import searched
from bot.core.statement import Statement, Theme


@dataclass(frozen=True, slots=True)
class Nearest:
    """The theme that some words come nearest to; `answered` says that they find it by now."""

    statement: Statement
    theme: Theme
    answered: bool


@dataclass(frozen=True, slots=True)
class Missed:
    """Words that were not found; without `last_at`, a word that somebody wished for."""

    words: str
    times: int
    last_at: datetime | None
    nearest: Nearest | None


@dataclass(frozen=True, slots=True)
class Wrong:
    """A passage that was not what people looked for; `theme` is None where it is quoted no more."""

    slug: str
    passage: str
    theme: Theme | None
    times: int
    right: int
    wishes: tuple[Missed, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """Everything on record, each list most frequent first."""

    missed: tuple[Missed, ...]
    wrong: tuple[Wrong, ...]


def review(library: Library, misses: Iterable[Miss], remarks: Iterable[Remark]) -> Review:
    """The misses as they come, and what was remarked of each passage that was ever wrong."""
    missed = (
        Missed(one.words, one.times, one.last_at, _near(library, one.words)) for one in misses
    )
    told: dict[tuple[str, str], list[Remark]] = {}
    for remark in remarks:
        told.setdefault((remark.slug, remark.passage), []).append(remark)
    judged = (_judged(library, *place, remarks) for place, remarks in told.items())
    wrong = sorted((one for one in judged if one.times), key=lambda one: (-one.times, one.passage))
    return Review(tuple(missed), tuple(wrong))


def _judged(library: Library, slug: str, passage: str, remarks: list[Remark]) -> Wrong:
    right = sum(remark.right for remark in remarks)
    wished = Counter(remark.wish for remark in remarks if remark.wish)
    wishes = (Missed(wish, n, None, _near(library, wish)) for wish, n in wished.most_common())
    named = library.passage(slug, passage)
    theme = named[0].theme(named[1].theme) if named else None
    return Wrong(slug, passage, theme, len(remarks) - right, right, tuple(wishes))


def _near(library: Library, words: str) -> Nearest | None:
    best = searched(library, words)
    themes = best.nearest()
    return Nearest(best.statement, themes[0], best.answered) if themes else None

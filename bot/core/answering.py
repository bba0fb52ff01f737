"""From a request to an answer: a closed union that every surface of the bot renders."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, assert_never

from bot.core.folding import words
from bot.core.index import squeezed
from bot.core.library import Library
from bot.core.matching import Candidate
from bot.core.request import (
    ContentsRequest,
    HelpRequest,
    ParagraphRequest,
    Query,
    RandomRequest,
    Request,
    SectionRequest,
)
from bot.core.searching import Search, search
from bot.core.statement import Neighbour, Passage, Section, Statement, Theme

How = Literal["words", "alias", "place", "theme", "chance"]
Place = Literal["paragraph", "section"]
Choose = Callable[[Sequence[Passage]], Passage]
MOST_MATCHES = 5
WORTH_SHOWING = 0.55


@dataclass(frozen=True, slots=True)
class Match:
    """One passage that answers, and why.

    `words` says that the person's own words are an alias, `alias` that they are near one: it is
    the one that fitted best, and `score` (0 to about 1.3) tells how well.
    """

    passage: Passage
    how: How
    score: float = 0.0
    alias: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """Passages of one statement, best first: up to five, or all of a paragraph that was named."""

    statement: Statement
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """Two to five themes that the words fit about equally."""

    statement: Statement
    themes: tuple[Theme, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The outline of a statement, or of one of its sections.

    `missing` says that a place was asked for which is not there; `others` are what else is quoted.
    """

    statement: Statement
    section: Section | None = None
    missing: Place | None = None
    others: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Help:
    """How the bot is used."""

    statement: Statement


@dataclass(frozen=True, slots=True)
class NotFound:
    """The statement does not say it; the nearest themes, and the document that does, if known."""

    statement: Statement
    nearest: tuple[Theme, ...] = ()
    neighbour: Neighbour | None = None


Answer = Found | Choices | Contents | Help | NotFound


def answer(library: Library, request: Request, choose: Choose) -> Answer:
    """The answer to a request; `choose` picks the passage when any will do."""
    statement = library.statements[0]
    match request.wanted:
        case Query(text):
            return _searched(library, text)
        case ParagraphRequest(number):
            return _paragraph(statement, number)
        case SectionRequest(number):
            return _section(statement, number)
        case RandomRequest():
            return Found(statement, (Match(choose(tuple(statement.passages())), "chance"),))
        case ContentsRequest():
            return Contents(statement, others=library.statements[1:])
        case HelpRequest():
            return Help(statement)
        case unreachable:
            assert_never(unreachable)


def passage_answer(statement: Statement, passage: Passage) -> Found:
    """One passage that somebody picked, followed by the others of its theme."""
    others = (p for p in statement.theme(passage.theme).passages if p != passage)
    return Found(statement, tuple(Match(p, "theme") for p in (passage, *others))[:MOST_MATCHES])


def theme_answer(statement: Statement, theme: Theme) -> Found:
    """A theme's passages, in the statement's order."""
    return passage_answer(statement, theme.passages[0])


def _paragraph(statement: Statement, number: int) -> Found | Contents:
    passages = [p for p in statement.passages() if p.paragraph == number]
    passages.sort(key=lambda p: statement.paragraphs[number - 1].find(p.quote))
    matches = tuple(Match(passage, "place") for passage in passages)
    return Found(statement, matches) if matches else Contents(statement, missing="paragraph")


def _section(statement: Statement, number: int) -> Contents:
    section = statement.section_numbered(number)
    return Contents(statement, section, missing=None if section else "section")


def _searched(library: Library, text: str) -> Answer:
    """The answer of the statement that the words fit best."""
    best = max((search(index, text) for index in library.indexes), key=lambda s: s.confidence)
    if not best.answered:
        return NotFound(best.statement, best.nearest())
    subject = best.ranked[0].entry.subject
    if isinstance(subject, Neighbour):
        return NotFound(best.statement, best.nearest(), subject)
    if themes := best.tied():
        return Choices(best.statement, themes)
    return Found(best.statement, _matches(best))


def _matches(found: Search) -> tuple[Match, ...]:
    enough = WORTH_SHOWING * found.ranked[0].score
    shown = [pair for pair in found.passages() if pair[1].score >= enough]
    return tuple(_match(found, *pair) for pair in shown[:MOST_MATCHES])


def _match(found: Search, passage: Passage, candidate: Candidate) -> Match:
    alias = candidate.alias.text if candidate.alias else None
    # An exact candidate may be so by its keys alone, or in spite of a typo.
    plain = candidate.exact and squeezed(words(alias or "")) == squeezed(found.question.typed)
    return Match(passage, "words" if plain else "alias", round(candidate.score, 3), alias)

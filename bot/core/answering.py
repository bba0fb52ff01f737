"""From a request to an answer: a closed union that every surface of the bot renders."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, assert_never

from bot.core import declining, matching
from bot.core.folding import words
from bot.core.index import Index, squeezed
from bot.core.library import Library
from bot.core.request import (
    ContentsRequest,
    HelpRequest,
    ParagraphRequest,
    Query,
    RandomRequest,
    Request,
    SectionRequest,
)
from bot.core.statement import Neighbour, Passage, Section, Statement, Theme

How = Literal["words", "alias", "place", "theme", "chance"]
Choose = Callable[[Sequence[Passage]], Passage]
MOST_MATCHES = 5
MOST_THEMES = 5
MOST_NEAREST = 3
FEWEST_CHOICES = 3
ABOUT_EQUAL, VERY_UNEQUAL = 0.02, 0.3
GENERIC_SHARE = 0.25
WORTH_SHOWING = 0.55
WORTH_NAMING = 0.25
ANSWERED = 0.55


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
    """One to five passages of one statement, best first."""

    statement: Statement
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Choices:
    """Two to five themes that the words fit about equally."""

    statement: Statement
    themes: tuple[Theme, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The outline of a statement, or of one of its sections."""

    statement: Statement
    section: Section | None = None


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
            return Contents(statement)
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
    matches = tuple(Match(passage, "place") for passage in passages[:MOST_MATCHES])
    return Found(statement, matches) if matches else Contents(statement)


def _section(statement: Statement, number: int) -> Contents:
    known = 1 <= number <= len(statement.sections)
    return Contents(statement, statement.sections[number - 1] if known else None)


@dataclass(frozen=True, slots=True)
class _Search:
    statement: Statement
    question: matching.Question
    ranked: tuple[matching.Candidate, ...]
    confidence: float
    generic: float


def _searched(library: Library, text: str) -> Answer:
    """The answer of the statement that the words fit best."""
    searches = [_search(index, text) for index in library.indexes]
    best = max(searches, key=lambda search: search.confidence)
    if best.confidence < ANSWERED or not best.ranked:
        return NotFound(best.statement, _nearest(best))
    subject = best.ranked[0].entry.subject
    if isinstance(subject, Neighbour):
        return NotFound(best.statement, _nearest(best), subject)
    return _choices(best) or Found(best.statement, _matches(best))


def _search(index: Index, text: str) -> _Search:
    question = matching.read(index, text)
    ranked = tuple(matching.rank(index, question))
    sure = declining.confidence(declining.signs(index, question, ranked)) if ranked else 0.0
    generic = index.rarity_in(GENERIC_SHARE)
    return _Search(index.statement, question, ranked, sure, generic)


def _passages(search: _Search) -> Iterator[tuple[Passage, matching.Candidate]]:
    for candidate in search.ranked:
        if isinstance(candidate.entry.subject, Passage):
            yield candidate.entry.subject, candidate


def _matches(search: _Search) -> tuple[Match, ...]:
    enough = WORTH_SHOWING * search.ranked[0].score
    shown = [(p, candidate) for p, candidate in _passages(search) if candidate.score >= enough]
    return tuple(_match(search, *pair) for pair in shown[:MOST_MATCHES])


def _match(search: _Search, passage: Passage, candidate: matching.Candidate) -> Match:
    alias = candidate.alias.text if candidate.alias else None
    plain = alias is not None and squeezed(words(alias)) == squeezed(search.question.typed)
    return Match(passage, "words" if plain else "alias", round(candidate.score, 3), alias)


def _nearest(search: _Search) -> tuple[Theme, ...]:
    """The themes of the best passages, where they have anything to do with the question."""
    near = (p.theme for p, candidate in _passages(search) if candidate.score >= WORTH_NAMING)
    return tuple(search.statement.theme(id) for id in dict.fromkeys(near))[:MOST_NEAREST]


def _choices(search: _Search) -> Choices | None:
    """The themes that a lone word fits about equally, or that it says too little to tell apart."""
    best = search.ranked[0]
    if best.exact or len(search.question.readings) != 1:
        return None
    alone = len(search.question.typed) == 1 and search.question.total <= search.generic
    wide = VERY_UNEQUAL if alone else ABOUT_EQUAL
    tied = [p.theme for p, c in _passages(search) if c.score >= best.score - wide]
    themes = tuple(search.statement.theme(id) for id in dict.fromkeys(tied))[:MOST_THEMES]
    return Choices(search.statement, themes) if len(themes) >= FEWEST_CHOICES else None

"""From a request to an answer: a closed union that every surface of the bot renders."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, assert_never

from bot.core.folding import squeezed, words
from bot.core.index import Index
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
    ThanksRequest,
    Unsearched,
    parse,
)
from bot.core.searching import Search, search, searched
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
class Thanks:
    """A word in return for thanks."""

    statement: Statement


@dataclass(frozen=True, slots=True)
class NotFound:
    """The statement does not say it; the nearest themes, and the document that does, if known."""

    statement: Statement
    nearest: tuple[Theme, ...] = ()
    neighbour: Neighbour | None = None


Answer = Found | Choices | Contents | Help | Thanks | NotFound


def answer(library: Library, request: Request, choose: Choose) -> Answer:
    """The answer to a request; `choose` picks the passage when any will do.

    Where a question names one of several statements, that one alone is asked.
    """
    match request.wanted:
        case Query(text):
            named = library.named_in(text)
            return _of(library, *named, choose) if named else _told(searched(library, text))
        case wanted:
            return _placed(library, library.statements[0], wanted, choose)


def _of(library: Library, index: Index, rest: str, choose: Choose) -> Answer:
    """What one statement answers; its outline where nothing is asked of it but its name."""
    wanted = parse(rest).wanted
    if isinstance(wanted, Query):
        found = search(index, wanted.text)
        if found.question.readings:
            return _told(found)
        wanted = ContentsRequest()
    return _placed(library, index.statement, wanted, choose)


def _placed(library: Library, statement: Statement, wanted: Unsearched, choose: Choose) -> Answer:
    """What is asked of a statement without words to find."""
    match wanted:
        case ParagraphRequest(number):
            return paragraph_answer(statement, number)
        case SectionRequest(number):
            return _section(statement, number)
        case RandomRequest():
            return Found(statement, (Match(choose(tuple(statement.passages())), "chance"),))
        case ContentsRequest():
            others = tuple(other for other in library.statements if other is not statement)
            return Contents(statement, others=others)
        case HelpRequest():
            return Help(statement)
        case ThanksRequest():
            return Thanks(statement)
        case unreachable:
            assert_never(unreachable)


def lasting(found: Answer) -> bool:
    """Whether the same words are always answered so; what was picked by chance is not."""
    return not (isinstance(found, Found) and found.matches[0].how == "chance")


def passage_answer(statement: Statement, passage: Passage, others: Sequence[Passage] = ()) -> Found:
    """One passage that somebody picked, followed by the others: if none are given, its theme's."""
    among = others or statement.theme(passage.theme).passages[: MOST_MATCHES + 1]
    shown = dict.fromkeys((passage, *among))
    matches = tuple(Match(each, "theme") for each in shown)
    return Found(statement, matches if others else matches[:MOST_MATCHES])


def theme_answer(statement: Statement, theme: Theme) -> Found:
    """A theme's passages, in the statement's order."""
    return passage_answer(statement, theme.passages[0])


def paragraph_answer(statement: Statement, number: int) -> Found | Contents:
    """The passages of a paragraph, in its order; the outline where there are none."""
    passages = [p for p in statement.passages() if p.paragraph == number]
    passages.sort(key=lambda p: statement.paragraphs[number - 1].find(p.quote))
    matches = tuple(Match(passage, "place") for passage in passages)
    return Found(statement, matches) if matches else Contents(statement, missing="paragraph")


def _section(statement: Statement, number: int) -> Contents:
    section = statement.section_numbered(number)
    return Contents(statement, section, missing=None if section else "section")


def _told(best: Search) -> Answer:
    """The answer that a search leads to."""
    if not best.answered:
        return NotFound(best.statement, best.nearest())
    subject = best.ranked[0].entry.subject
    if isinstance(subject, Neighbour):
        return NotFound(best.statement, best.nearest(), subject)
    if themes := best.tied():
        return Choices(best.statement, themes)
    return Found(best.statement, matches_of(best))


def matches_of(found: Search) -> tuple[Match, ...]:
    """The passages that a search is worth showing, best first."""
    enough = WORTH_SHOWING * found.ranked[0].score
    shown = [pair for pair in found.passages() if pair[1].score >= enough]
    return tuple(_match(found, *pair) for pair in shown[:MOST_MATCHES])


def _match(found: Search, passage: Passage, candidate: Candidate) -> Match:
    alias = candidate.alias.text if candidate.alias else None
    # An exact candidate may be so by its keys alone, or in spite of a typo.
    plain = candidate.exact and squeezed(words(alias or "")) == squeezed(found.question.typed)
    return Match(passage, "words" if plain else "alias", round(candidate.score, 3), alias)

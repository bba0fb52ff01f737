"""What an answer leaves behind in a conversation, and the answers that go on from there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, assert_never

from bot.core.answering import MOST_MATCHES, Answer, Choose, Found, Match, answer, passage_answer
from bot.core.follow_up import About, FollowUp, More, Next, Previous, WholeParagraph
from bot.core.library import Library
from bot.core.matching import Candidate
from bot.core.request import Query, parse
from bot.core.searching import search
from bot.core.statement import Passage, Statement

Way = Literal["more", "next", "previous"]


@dataclass(frozen=True, slots=True)
class Turn:
    """Which passage a conversation was last answered with, by ids alone: nobody's words.

    `others` fitted the question too and were not shown yet, best first; `seen` were shown before.
    """

    slug: str
    shown: str
    others: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()

    def moved(self, id: str) -> "Turn":
        """The turn after that passage was shown too."""
        others = tuple(other for other in self.others if other != id)
        seen = tuple(other for other in self.seen if other not in (id, self.shown))
        return replace(self, shown=id, others=others, seen=(*seen, self.shown))


@dataclass(frozen=True, slots=True)
class Whole:
    """The paragraph of a passage, whole."""

    statement: Statement
    passage: Passage


@dataclass(frozen=True, slots=True)
class Ended:
    """Nothing more that way."""

    statement: Statement
    way: Way


@dataclass(frozen=True, slots=True)
class Unanchored:
    """There is no answer to go on from, or what it showed is in no statement any more."""


Continued = Answer | Whole | Ended | Unanchored


def turn_of(found: Found) -> Turn:
    """The turn that an answer begins; its theme's other passages come after those that fitted."""
    shown = found.matches[0].passage
    theme = found.statement.theme(shown.theme)
    fitting = (match.passage.id for match in found.matches[1:])
    others = dict.fromkeys((*fitting, *(passage.id for passage in theme.passages)))
    others.pop(shown.id, None)
    return Turn(found.statement.slug, shown.id, tuple(others))


def turn_at(found: Found, before: Turn | None) -> Turn:
    """The turn after somebody picked a passage; what else fitted the question still does."""
    picked = found.matches[0].passage.id
    if before and before.slug == found.statement.slug and picked in (*before.others, *before.seen):
        return before.moved(picked)
    return turn_of(found)


def turn_after(continued: Continued, turn: Turn | None, follow_up: FollowUp | None) -> Turn | None:
    """The turn that a conversation is left with; None leaves it the one that it had.

    What quoted nothing moves nothing: after a miss or a choice, "more" and "next" still mean the
    passage that stands last in the conversation.
    """
    if not isinstance(continued, Found):
        return None
    if turn is None or follow_up is None or isinstance(follow_up, About):
        return turn_of(continued)
    return turn.moved(continued.matches[0].passage.id)


def resolve(library: Library, turn: Turn | None, follow_up: FollowUp, choose: Choose) -> Continued:
    """The answer that goes on from a turn; `choose` picks the passage when any will do."""
    if isinstance(follow_up, About):
        return _about(library, turn, follow_up.text, choose)
    if turn is None:
        return Unanchored()
    if isinstance(follow_up, More):
        return _more(library, turn)
    if (here := library.passage(turn.slug, turn.shown)) is None:
        return Unanchored()
    match follow_up:
        case Next():
            return _beside(*here, "next", 1)
        case Previous():
            return _beside(*here, "previous", -1)
        case WholeParagraph():
            return Whole(*here)
        case unreachable:
            assert_never(unreachable)


def _more(library: Library, turn: Turn) -> Found | Ended | Unanchored:
    """The best of those not shown yet, with the rest to pick; an old release may have had more."""
    left = list(filter(None, (library.passage(turn.slug, id) for id in turn.others)))
    if left:
        matches = tuple(Match(passage, "theme") for _, passage in left[:MOST_MATCHES])
        return Found(left[0][0], matches)
    statement = library.statement(turn.slug)
    return Ended(statement, "more") if statement else Unanchored()


def _beside(statement: Statement, passage: Passage, way: Way, step: int) -> Found | Ended:
    order = in_order(statement)
    place = order.index(passage) + step
    if 0 <= place < len(order):
        return passage_answer(statement, order[place])
    return Ended(statement, way)


def in_order(statement: Statement) -> list[Passage]:
    """Every passage in the order in which the statement says it."""
    return sorted(
        statement.passages(),
        key=lambda p: (p.paragraph, statement.paragraphs[p.paragraph - 1].find(p.quote)),
    )


def _about(library: Library, turn: Turn | None, text: str, choose: Choose) -> Answer:
    """What the words lead to; where that is not clear, what they say of the last subject."""
    request = parse(text)
    plain = answer(library, request, choose)
    here = turn and library.passage(turn.slug, turn.shown)
    if here and isinstance(request.wanted, Query) and plain.statement is here[0]:
        return _of_the_subject(library, request.wanted.text, *here) or plain
    return plain


def _of_the_subject(
    library: Library, text: str, statement: Statement, last: Passage
) -> Found | None:
    """The candidates of the last theme, else of its section, where others fit no better."""
    close = list(search(library.index_of(statement), text).close())
    for near in (_same("theme", close, last), _same("section", close, last)):
        if near:
            return Found(statement, tuple(_match(*pair) for pair in near[:MOST_MATCHES]))
    return None


def _same(
    what: Literal["theme", "section"], close: Sequence[tuple[Passage, Candidate]], last: Passage
) -> list[tuple[Passage, Candidate]]:
    return [pair for pair in close if getattr(pair[0], what) == getattr(last, what)]


def _match(passage: Passage, candidate: Candidate) -> Match:
    alias = candidate.alias.text if candidate.alias else None
    return Match(passage, "alias", round(candidate.score, 3), alias)

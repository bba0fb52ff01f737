"""The one room that every door shares: words, or a reference, to what answers them."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter
from typing import TypeVar

from bot.core.addressed import linked_answer, spoken
from bot.core.answering import (
    Answer,
    Choose,
    Found,
    NotFound,
    answer,
    passage_answer,
    theme_answer,
)
from bot.core.continuing import Continued, Turn, resolve
from bot.core.follow_up import FollowUp
from bot.core.gist import answer_to
from bot.core.library import Library
from bot.core.request import parse
from bot.core.statement import Language
from bot.listeners.noting import Noting
from bot.listeners.payloads import Origin
from bot.listeners.repeating import Repeats, ready
from bot.rendering.references import Reference

# Is told of each answer: its door, its outcome, and the seconds that it took.
Observe = Callable[[str, str, float], None]
_A = TypeVar("_A", bound=Continued)
Clock = Callable[[], float]
_LOG = logging.getLogger("bot.answers")
_OUTCOMES = {"NotFound": "not_found"}


def unobserved(door: str, outcome: str, seconds: float) -> None:
    """Where nobody counts."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Answers from the library; each answer leaves one line in the log, without anybody's words."""

    library: Library
    choose: Choose
    clock: Clock = perf_counter
    observe: Observe = unobserved
    noting: Noting | None = None
    repeats: Repeats = field(default_factory=Repeats)

    def reply(self, text: str, origin: Origin, language: Language) -> str:
        """The body of a response with the answer to the words of one person, as JSON.

        What was asked before is neither looked up nor rendered again, but counted and logged.
        """
        started = self.clock()
        if held := self.repeats.find(text, language):
            self._asked(held.answer, text, language, origin, started)
            return held.body
        found = self._asked(self._found(text), text, language, origin, started)
        fresh = ready(found, language)
        self.repeats.keep(text, language, fresh)
        return fresh.body

    def ask(self, text: str, origin: Origin, language: Language) -> Answer:
        """The answer to the words that a person typed."""
        started = self.clock()
        return self._asked(self._found(text), text, language, origin, started)

    def follow(
        self, follow_up: FollowUp, turn: Turn | None, origin: Origin, language: Language
    ) -> Continued:
        """The answer to words that go on from a conversation's last turn."""
        started = self.clock()
        continued = resolve(self.library, turn, follow_up, self.choose)
        return self._told(continued, language, origin, started)

    def about(self, message: str, origin: Origin, language: Language) -> Answer | None:
        """What a whole message is about; None where it holds no words."""
        started = self.clock()
        found = linked_answer(self.library, message) or answer_to(self.library, message)
        return found and self._told(found, language, origin, started)

    def passage(self, reference: Reference, origin: Origin) -> Found | None:
        """The passage that a button names, or None where it names none."""
        started = self.clock()
        if (named := self.library.passage(reference.slug, reference.id)) is None:
            return None
        found = (self.library.passage(reference.slug, id) for id in reference.others)
        others = [passage for _, passage in filter(None, found)]
        return self._told(passage_answer(*named, others), reference.language, origin, started)

    def theme(self, reference: Reference, origin: Origin) -> Found | None:
        """The passages of the theme that a button names, or None where it names none."""
        started = self.clock()
        if named := self.library.theme(reference.slug, reference.id):
            return self._told(theme_answer(*named), reference.language, origin, started)
        return None

    def _found(self, text: str) -> Answer:
        linked = linked_answer(self.library, text)
        return linked or answer(self.library, parse(spoken(text)), self.choose)

    def _asked(
        self, found: Answer, text: str, language: Language, origin: Origin, started: float
    ) -> Answer:
        """The answer to typed words, which are counted where they were not found."""
        if self.noting and isinstance(found, NotFound):
            self.noting.note(text, origin)
        return self._told(found, language, origin, started)

    def _told(self, found: _A, language: Language, origin: Origin, started: float) -> _A:
        seconds = self.clock() - started
        self.observe(origin.door, _outcome(found), seconds)
        _LOG.info("answered", extra=_line(found, language, origin, round(1000 * seconds, 3)))
        return found


def _outcome(found: Continued) -> str:
    kind = type(found).__name__
    return _OUTCOMES.get(kind, kind.lower())


def _line(
    found: Continued, language: Language, origin: Origin, milliseconds: float
) -> dict[str, object]:
    best = found.matches[0] if isinstance(found, Found) else None
    return {
        "door": origin.door,
        "outcome": _outcome(found),
        "language": language,
        "theme": best and best.passage.theme,
        "passage": best and best.passage.id,
        "score": best and best.score,
        "milliseconds": milliseconds,
        "team": origin.team,
        "request": origin.id,
    }

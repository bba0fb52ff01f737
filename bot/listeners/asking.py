"""The one room that every door shares: words, or a reference, to the message that answers them."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

from bot.core.answering import Answer, Choose, Found, answer, passage_answer, theme_answer
from bot.core.library import Library
from bot.core.request import parse
from bot.core.statement import Language
from bot.listeners.payloads import Origin
from bot.rendering.answers import render
from bot.rendering.message import Message
from bot.rendering.references import Reference

Clock = Callable[[], float]
_LOG = logging.getLogger("bot.answers")
_OUTCOMES = {"NotFound": "not_found"}


@dataclass(frozen=True, slots=True)
class Asking:
    """Answers from the library; each answer leaves one line in the log, without anybody's words."""

    library: Library
    choose: Choose
    clock: Clock = perf_counter

    def reply(self, text: str, origin: Origin) -> Message:
        """The answer to the words that a person typed."""
        started = self.clock()
        request = parse(text)
        found = answer(self.library, request, self.choose)
        return self._told(found, request.language, origin, started)

    def passage(self, reference: Reference, origin: Origin) -> Message | None:
        """The passage that a button names, or None where it names none."""
        started = self.clock()
        if named := self.library.passage(reference.slug, reference.id):
            return self._told(passage_answer(*named), reference.language, origin, started)
        return None

    def theme(self, reference: Reference, origin: Origin) -> Message | None:
        """The passages of the theme that a button names, or None where it names none."""
        started = self.clock()
        if named := self.library.theme(reference.slug, reference.id):
            return self._told(theme_answer(*named), reference.language, origin, started)
        return None

    def _told(self, found: Answer, language: Language, origin: Origin, started: float) -> Message:
        message = render(found, language)
        milliseconds = round(1000 * (self.clock() - started), 3)
        _LOG.info("answered", extra=_line(found, language, origin, milliseconds))
        return message


def _line(
    found: Answer, language: Language, origin: Origin, milliseconds: float
) -> dict[str, object]:
    best = found.matches[0] if isinstance(found, Found) else None
    kind = type(found).__name__
    return {
        "door": origin.door,
        "outcome": _OUTCOMES.get(kind, kind.lower()),
        "language": language,
        "theme": best and best.passage.theme,
        "passage": best and best.passage.id,
        "score": best and best.score,
        "milliseconds": milliseconds,
        "team": origin.team,
        "request": origin.id,
    }

"""Where a call of a tool is answered. What was asked is never logged, nor sent back."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from time import perf_counter
from traceback import format_tb
from typing import Any
from uuid import uuid4

from pydantic import BaseModel, ValidationError

from bot.assistants.arguments import GET, SEARCH, GetArguments, SearchArguments
from bot.assistants.plain import passage_text, search_text
from bot.assistants.quoting import passage_named, read
from bot.assistants.results import PassageResult, SearchResult
from bot.assistants.searching import searched
from bot.core.answering import Choose, answer
from bot.core.library import Library
from bot.core.request import LONGEST_QUERY, language_of, parse
from bot.core.statement import Language
from bot.rendering.words import assistant_words_in

Clock = Callable[[], float]
_LOG = logging.getLogger("bot.answers")
_FAILURES = logging.getLogger("bot.failures")


class Refused(Exception):
    """A call that has no result, and why in a sentence that the assistant can act on."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Reply:
    """A result, and the same as text."""

    result: SearchResult | PassageResult
    text: str


@dataclass(frozen=True, slots=True)
class Desk:
    """Answers from the library; each answer leaves one line in the log."""

    library: Library
    choose: Choose
    clock: Clock = perf_counter

    def answer(self, tool: str, arguments: Mapping[str, Any]) -> Reply:
        """What the tool replies; raises Refused, and KeyError where there is no such tool."""
        ask = {SEARCH: self._search, GET: self._get}[tool]
        try:
            return ask(arguments)
        except Refused:
            raise
        except ValidationError as error:
            raise Refused(_malformed(error, _language_of(arguments))) from None
        except Exception as error:
            raise Refused(_apology(error, _language_of(arguments))) from None

    def _search(self, given: Mapping[str, Any]) -> Reply:
        started = self.clock()
        asked = SearchArguments.model_validate(given)
        request = parse(asked.query)
        language = asked.language or request.language
        result = searched(answer(self.library, request, self.choose), language)
        best = result.passages[0].id if result.outcome == "found" else None
        self._log(started, SEARCH, result.outcome, language, best)
        return Reply(result, search_text(result, language))

    def _get(self, given: Mapping[str, Any]) -> Reply:
        started = self.clock()
        asked = GetArguments.model_validate(given)
        language = asked.language or "en"
        if (named := passage_named(self.library, asked.id)) is None:
            self._log(started, GET, "not_found", language, None)
            raise Refused(assistant_words_in(language).unknown_id)
        result = read(*named, language)
        self._log(started, GET, "found", language, result.passage.id)
        return Reply(result, passage_text(result, language))

    def _log(
        self, started: float, tool: str, outcome: str, language: Language, passage: str | None
    ) -> None:
        line = {
            "door": "mcp",
            "tool": tool,
            "outcome": outcome,
            "language": language,
            "passage": passage,
            "milliseconds": round(1000 * (self.clock() - started), 3),
        }
        _LOG.info("answered", extra=line)


def _language_of(given: Mapping[str, Any]) -> Language:
    """The language to refuse in: the one asked for, or that of the query, whatever they hold."""
    asked = given.get("language")
    return "ko" if asked == "ko" else language_of(str(given.get("query", ""))[:LONGEST_QUERY])


def _malformed(error: ValidationError, language: Language) -> str:
    """Every argument that does not fit, without what it held."""
    faults = error.errors(include_input=False, include_url=False, include_context=False)
    # Of the forms that an argument may have the first tells what is wanted.
    told = {fault["loc"][0]: fault["msg"] for fault in reversed(faults)}
    listed = "; ".join(f"`{name}`: {told[name]}" for name in reversed(told))
    return assistant_words_in(language).malformed.format(faults=listed)


def _apology(error: Exception, language: Language) -> str:
    """An apology with the id that the error is logged under, without its message: see Failures."""
    id = uuid4().hex[:8]
    stack = "".join(format_tb(error.__traceback__))
    _FAILURES.error("failed", extra={"failure": id, "error": type(error).__name__, "stack": stack})
    return assistant_words_in(language).apology.format(id=id)


def wire(result: BaseModel) -> dict[str, Any]:
    """A result as JSON has it."""
    return result.model_dump(mode="json")

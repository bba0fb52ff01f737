"""Whether an answer is right: the passage that the labels name, word for word as in the source."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.library import Library
from tests.relevance.scoring import SETS, is_right, questions
from tests.relevance.searching import searched

Body = Mapping[str, Any]
# Empty where the answer is right, else what is wrong with it.
Judge = Callable[[Body], str]
# Where somebody is told that they cannot be answered: no answer, and no wrong one.
NOTHING = "nothing quoted"
BUSY = "I am very busy at the moment."
_LETTER = re.compile("[A-Za-z가-힣]")


@dataclass(frozen=True, slots=True)
class Labelled:
    """Words, and the passage that answers them; None where the statement does not say it."""

    words: str
    quote: str | None


def labelled(library: Library) -> list[Labelled]:
    """The labelled questions that the bot is known to answer rightly, in all sets."""
    found = []
    for name in SETS:
        for question in questions(name):
            _, outcome, quotes = searched(library, question)
            if outcome in ("found", "not_found") and is_right(question, outcome, quotes):
                found.append(Labelled(question.q, quotes[0] if quotes else None))
    return found


@dataclass(frozen=True, slots=True)
class Judging:
    """Judges by the source itself."""

    source: str

    def quoting(self, quote: str | None) -> Judge:
        """That exactly this is quoted, or nothing."""

        def judge(body: Body) -> str:
            quoted = quote_in(body)
            if quoted and quoted not in self.source:
                return "not verbatim"
            if quote and not quoted:
                return NOTHING
            return "" if quoted == quote else "another passage"

        return judge

    def verbatim(self, body: Body) -> str:
        """That whatever is quoted stands in the source."""
        return "" if (quote_in(body) or "") in self.source else "not verbatim"


def korean(body: Body) -> str:
    """That it is said in Korean."""
    return "not in Korean" if _opening(body).isascii() else ""


def english(body: Body) -> str:
    """That it is said in English."""
    return "" if _opening(body).isascii() else "another language"


def _opening(body: Body) -> str:
    """The letter it begins with: a theme is named in both languages, the reader's own first."""
    found = _LETTER.search(_prose(body))
    return found[0] if found else ""


def naming(key: str, value: str) -> Judge:
    """That this stands there under that name."""
    return lambda body: "" if body.get(key) == value else f"another {key}"


def saying(word: str) -> Judge:
    """That these words are said."""
    return lambda body: "" if word in str(body) else f"without {word}"


def quote_in(body: Body) -> str | None:
    """The first quotation in a message or a view."""
    for block in body.get("blocks") or ():
        if block["type"] == "rich_text":
            for part in block["elements"]:
                if part["type"] == "rich_text_quote":
                    return "".join(span["text"] for span in part["elements"])
    return None


def _prose(body: Body) -> str:
    return " ".join(_texts([block for block in body.get("blocks", ()) if _is_prose(block)]))


def _is_prose(block: Body) -> bool:
    return block["type"] in ("section", "context")


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("text"), str):
            yield value["text"]
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)

"""Text fragments read back: which words of a page a link highlights. linking.py writes them.

https://wicg.github.io/scroll-to-text-fragment/ : `#:~:text=[prefix-,]start[,end][,-suffix]`,
several parted by `&`. A browser compares whole words without regard to case; here punctuation is
passed over as well, for a page and its proofed copy may differ in quotes and dashes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import unquote

from bot.core.forms import normalized

# More than these nobody copies into one link.
MOST_DIRECTIVES = 10
_DELIMITER = re.compile("(?::|%3A)~(?::|%3A)", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_WORD = re.compile(r"\w+")

# From the space before the first word to the space after the last.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TextDirective:
    """What one `text=` asks for, each part spaced; only `start` has to hold a word."""

    prefix: str
    start: str
    end: str
    suffix: str


def spaced(text: str) -> str:
    """The text's words with a space before and after each, made one in case and form."""
    folded = normalized("NFKC", _INVISIBLE.sub("", text)).casefold()
    return " ".join(("", *_WORD.findall(folded), ""))


def text_directives(fragment: str) -> Iterator[TextDirective]:
    """What a link's fragment, without its `#`, asks to highlight, in its order."""
    _, *directives = _DELIMITER.split(fragment, maxsplit=1)
    texts = (
        part.removeprefix("text=")
        for directive in directives
        for part in directive.split("&")
        if part.startswith("text=")
    )
    yield from filter(None, map(_directive, islice(texts, MOST_DIRECTIVES)))


def _directive(text: str) -> TextDirective | None:
    parts = text.split(",")
    prefix = parts.pop(0)[:-1] if parts[0].endswith("-") else ""
    suffix = parts.pop()[1:] if parts and parts[-1].startswith("-") else ""
    if not 1 <= len(parts) <= 2:
        return None
    read = [spaced(unquote(part)) for part in (prefix, *parts, suffix)]
    found = TextDirective(read[0], read[1], read[2] if len(parts) == 2 else " ", read[-1])
    return found if found.start.strip() else None


def highlighted(page: str, wanted: TextDirective) -> Span | None:
    """The first place of a spaced page that the directive names, None where there is none.

    What stands round the page's text is not known, so it is taken on trust at both its ends.
    """
    for opening, stop in _places(page, wanted.start):
        before = opening == 0 or page.endswith(wanted.prefix, 0, opening + 1)
        if before and not wanted.end.strip():
            if _followed(page, stop, wanted.suffix):
                return opening, stop
        elif before:
            closings = (last for _, last in _places(page, wanted.end, stop))
            closing = next((c for c in closings if _followed(page, c, wanted.suffix)), None)
            # There is none after a later opening either.
            return None if closing is None else (opening, closing)
    return None


def _places(page: str, words: str, after: int = 0) -> Iterator[Span]:
    at = page.find(words, after)
    while at >= 0:
        yield at, at + len(words) - 1
        at = page.find(words, at + 1)


def _followed(page: str, stop: int, suffix: str) -> bool:
    return stop == len(page) - 1 or page.startswith(suffix, stop)

"""Links that open the source at a passage, by text fragment.

https://wicg.github.io/scroll-to-text-fragment/ : `#:~:text=[prefix-,]start[,end][,-suffix]`,
matched at word boundaries, without regard to case, first place first.
"""

import re
from urllib.parse import quote as percent_encoded

_EDGE_WORDS = 6
_MOST_EDGE_WORDS = 16
_WORD = re.compile(r"\S+")
_SHORT = 300


def passage_link(address: str, source: str, passage: str) -> str:
    """The address that opens the source at the passage; plain where no fragment names it alone."""
    fragment = text_fragment(source, passage)
    return f"{address}#:~:text={fragment}" if fragment else address


def text_fragment(source: str, passage: str) -> str | None:
    """`start,end` from the passage's first and last words, lengthened until it names one place."""
    spans = [word.span() for word in _WORD.finditer(passage)]
    for count in range(min(_EDGE_WORDS, len(spans) // 2), _MOST_EDGE_WORDS + 1):
        if count < 1 or 2 * count > len(spans):
            break
        start, end = passage[: spans[count - 1][1]], passage[spans[-count][0] :]
        if _places(source, start, end) == [passage]:
            return f"{encoded(start)},{encoded(end)}"
    short = len(passage) < _SHORT and len(_whole(passage).findall(source)) == 1
    return encoded(passage) if short else None


def encoded(text: str) -> str:
    """Percent-encoded, the fragment's own `-`, `,` and `&` included."""
    return percent_encoded(text, safe="").replace("-", "%2D")


def _places(source: str, start: str, end: str) -> list[str]:
    """What a browser would highlight, could it take any `start` and not the first alone."""
    places = []
    for opening in _whole(start).finditer(source):
        if closing := _whole(end).search(source, opening.end()):
            places.append(source[opening.start() : closing.end()])
    return places


def _whole(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(text)}(?!\w)", re.IGNORECASE)

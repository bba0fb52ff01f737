"""Addresses among the words that people type: one that opens a statement says what is asked for.

What other addresses spell is nobody's question, and is not looked up.
"""

import re
from collections.abc import Iterator
from itertools import islice

from bot.core.addresses import Linked, LinkedParagraph, LinkedPassage, LinkedStatement
from bot.core.answering import Contents, Found, paragraph_answer, passage_answer
from bot.core.folding import unwrapped, words
from bot.core.library import Library

MOST_ADDRESSES = 5
# Slack puts what it takes for an address between < and >, and what is shown of it after a bar.
_ADDRESS = re.compile(r"https?://[^\s<>|]+", re.IGNORECASE)
_BARE = re.compile(
    r"<https?://[^\s<>|]+(?:\|https?://[^<>]*)?>|(?<!<)https?://[^\s<>|]+", re.IGNORECASE
)


def linked_answer(library: Library, text: str) -> Found | Contents | None:
    """What the first address leads to that names words of a statement, or else a statement alone.

    None where there is no such address, and where the words beside a statement's tell more.
    """
    linked = list(_linked(library, text))
    for one in linked:
        match one:
            case LinkedPassage(statement, passage):
                return passage_answer(statement, passage)
            case LinkedParagraph(statement, number):
                return paragraph_answer(statement, number)
            case LinkedStatement():
                continue
    if not linked or _says_more(text):
        return None
    others = tuple(one for one in library.statements if one is not linked[0].statement)
    return Contents(linked[0].statement, others=others)


def spoken(text: str) -> str:
    """The text without its bare addresses, where it says more; a label that one has is kept."""
    return _BARE.sub(" ", text) if "://" in text and _says_more(text) else text


def _says_more(text: str) -> bool:
    """Whether there are words beside the addresses."""
    return bool(words(unwrapped(_BARE.sub(" ", text))))


def _linked(library: Library, text: str) -> Iterator[Linked]:
    found = (address[0] for address in _ADDRESS.finditer(text))
    for address in islice(found, MOST_ADDRESSES):
        if linked := library.pages.place(address):
            yield linked

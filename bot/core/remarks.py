"""What is kept of what people miss: never who they are, and of their words only what tells enough.

Words that were not found are candidates for an alias; so is the word that goes with a "no".
"""

import html
import re
from dataclasses import dataclass
from datetime import datetime

from bot.core.folding import folded, words

MOST_WORDS, LONGEST_WORDS, MOST_DIGITS = 8, 60, 4
LONGEST_WISH = 100
# A longer question cannot be short enough, whatever its markup.
_LONGEST_TEXT = 5 * LONGEST_WORDS
_MENTION = re.compile(r"<@([A-Z0-9]+)(?:\|[^<>]*)?>")
# Slack's markup round people, channels and links (a typed bracket comes escaped); then what stands
# for one without it: a mention or an e-mail address, an address, the name of a site.
_MARKUP = re.compile(r"<[@#!a-z]")
_PERSONAL = re.compile(r"@|://|\bwww\.|\w\.[a-z]{2,}")


@dataclass(frozen=True, slots=True)
class Remark:
    """That somebody took a passage for the right one or not, and the word they wished for."""

    team: str
    slug: str
    passage: str
    right: bool
    wish: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Miss:
    """Words that were not found, and how often."""

    words: str
    times: int
    last_at: datetime


def kept_words(text: str, *, addressed: bool = False) -> str:
    """The words of a question that may be kept, empty where none may.

    Nothing is kept of what is long, or may name somebody: a mention, an address, a longer number.
    `addressed` says that the text mentions the bot itself, which no more than one mention is.
    """
    if len(text) > _LONGEST_TEXT:
        return ""
    if addressed and len(set(_MENTION.findall(text))) == 1:
        text = _MENTION.sub(" ", text)
    plain = folded(html.unescape(text))
    digits = sum(map(str.isdigit, plain))
    if _MARKUP.search(text) or _PERSONAL.search(plain) or digits > MOST_DIGITS:
        return ""
    found = words(plain)
    joined = " ".join(found)
    return joined if len(found) <= MOST_WORDS and len(joined) <= LONGEST_WORDS else ""


def wish_in(text: str) -> str:
    """What somebody wished to find it by, in one line of what can be printed."""
    line = " ".join(text.split())
    return "".join(letter for letter in line if letter.isprintable()).strip()

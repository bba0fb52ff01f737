"""Text as the matcher sees it; nothing folded here is ever shown to anybody."""

import html
import re
from collections.abc import Sequence

from bot.core import hangul
from bot.core.forms import normalized

_SLACK_LABEL = re.compile(r"<(?:[@#!][^<>|]*|[^<>|\s]*)\|([^<>]*)>")
_SLACK_MENTION = re.compile(r"<[@#!][^<>]*>")
_INVISIBLE = re.compile(
    r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1f\x7f]"
)
_MARKS = re.compile(r"[\u0300-\u036f\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]")
_QUOTES = str.maketrans("‘’‚‛′ʼ＇“”„″–—―‐‑‒−", "'''''''\"\"\"\"-------")
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
_CLIPPED = re.compile(r"'(?:s|d|ve|re|ll|m)\b|'")
_JAMO = str.maketrans(
    {
        **{chr(0x1100 + place): jamo for place, jamo in enumerate(hangul.LEADS)},
        **{chr(0x1161 + place): jamo for place, jamo in enumerate(hangul.VOWELS)},
        **{chr(0x11A7 + place): jamo for place, jamo in enumerate(hangul.TAILS)},
    }
)
_JAMO_AND_QUOTES = _JAMO | _QUOTES
# Nothing but what is its own normal form and compatible with nothing else.
_SIMPLE = re.compile(r"[\t-\r -~가-힣]*")
_WORD = re.compile(r"[가-힣ㄱ-ㅣ]+|[a-z0-9]+|\$")


def unwrapped(text: str) -> str:
    """The words a person typed, without the markup Slack wraps round links, channels and people.

    https://docs.slack.dev/messaging/formatting-message-text
    """
    if "<" in text:
        text = _SLACK_MENTION.sub(" ", _SLACK_LABEL.sub(r" \1 ", text))
    return html.unescape(text)


def folded(text: str) -> str:
    """Compatibility forms, case, quotes, dashes and invisible characters made one."""
    simple = text.isascii() or _SIMPLE.fullmatch(text)
    text = text.lower() if simple else _latinised(text)
    if "." in text:
        text = _DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), text)
    if "'" in text:
        text = _CLIPPED.sub("", text)
    return _THOUSANDS.sub("", text) if "," in text else text


def _latinised(text: str) -> str:
    text = normalized("NFKD", _INVISIBLE.sub("", text))
    text = normalized("NFC", _MARKS.sub("", text))
    return text.translate(_JAMO_AND_QUOTES).casefold()


def words(text: str) -> list[str]:
    """The folded text's words: runs of Hangul, and runs of Latin letters and digits."""
    return _WORD.findall(folded(text))


def squeezed(typed: Sequence[str]) -> str:
    """The words without the spaces between them, which people put as they like."""
    return "".join(typed)

"""What can be asked about a digest, and what of a request was not understood."""

from bot.core.digest_request import Unclear
from bot.core.statement import Language
from bot.core.understood import Misread
from bot.rendering.digest_replies import said
from bot.rendering.limits import cut
from bot.rendering.message import Message
from bot.rendering.mrkdwn import escape
from bot.rendering.words import digest_words_in

_LONGEST_WORD = 60
_MOST_WORDS = 8
# Marks of mrkdwn that no word has: a pair of them would make what stands between look otherwise.
_UNMARKED = str.maketrans("", "", "*`~")


def render_unclear(unclear: Unclear, language: Language) -> Message:
    """A line for everything that was misread; what was typed is shown without marks, and cut."""
    words, written = digest_words_in(language), unclear.understood.written(unclear.language)
    return said(
        (
            words.read.format(written=written) if written else "",
            *(_misread(each, language) for each in unclear.misread[:_MOST_WORDS]),
            words.instead.format(line=unclear.instead),
            words.see_usage,
        )
    )


def render_usage(language: Language) -> Message:
    """What can be written about digests."""
    return said(digest_words_in(language).usage)


def _misread(misread: Misread, language: Language) -> str:
    words = digest_words_in(language)
    suggested = (misread.suggestion, *misread.others)
    return words.misread[misread.kind].format(
        word=escape(cut(misread.word.translate(_UNMARKED), _LONGEST_WORD)),
        suggestion=words.or_else.join(f"`{each}`" for each in suggested),
    )

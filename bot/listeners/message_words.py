"""The words of a message that somebody chose a shortcut on.

https://docs.slack.dev/reference/objects/message-object : what an app posts may have no text of its
own, and stand in blocks or attachments alone.
"""

from collections.abc import Iterator

from bot.listeners.payloads import Payload, string

# Blocks hold blocks, but not so deep; a forged payload may.
DEEPEST = 12
# Where words stand in blocks and attachments, and what holds more of these.
_WORDS = ("pretext", "title", "text", "value")
_INSIDE = ("text", "title", "blocks", "elements", "fields", "rows", "cells", "attachments")


def words_of(message: Payload) -> str:
    """The message's text; where it is empty, what its blocks and attachments say."""
    return string(message, "text").strip() or "\n".join(_words_in(message, DEEPEST))


def _words_in(part: object, deepest: int) -> Iterator[str]:
    if deepest == 0:
        return
    if isinstance(part, list):
        for each in part:
            yield from _words_in(each, deepest - 1)
    elif isinstance(part, dict):
        yield from filter(None, (string(part, key) for key in _WORDS))
        for key in _INSIDE:
            yield from _words_in(part.get(key), deepest - 1)

"""The words of a message that somebody chose a shortcut on.

https://docs.slack.dev/reference/objects/message-object : where there are blocks Slack shows these,
and the text in notifications alone; a forwarded message is an attachment, and holds its blocks.
"""

import html
from collections.abc import Iterator

from bot.listeners.payloads import Payload, mapping, mappings, string

# Blocks hold blocks, but not so deep; a forged payload may.
DEEPEST = 12
# Where words stand in blocks, and what holds more of these.
_WORDS = ("title", "text", "value")
_INSIDE = (
    *("text", "title", "subtitle", "body", "blocks", "elements", "fields", "rows", "cells"),
    *("tasks", "details", "output"),
)
# What is pressed tells nothing of what the message is about, and code is nobody's words.
_WORDLESS = ("actions", "context_actions", "rich_text_preformatted")
# What makes one line of its elements: words in bold, links, people.
_LINES = ("rich_text_section", "rich_text_quote")
# What Slack gives an attachment that has none.
_NO_FALLBACK = "[no preview available]"


def words_of(message: Payload) -> str:
    """What the message shows, and after it what is attached to it or forwarded with it."""
    return "\n".join((*_shown_in(message), *_attached_to(message)))


def _shown_in(message: Payload) -> list[str]:
    """What its blocks say, which hold a person's words a second time; else its text."""
    forwarded = [mapping(one, "message") for one in mappings(message, "message_blocks")]
    inside = [line for one in (message, *forwarded) for line in _lines(one.get("blocks"))]
    return inside or list(_said(string(message, "text")))


def _attached_to(message: Payload) -> Iterator[str]:
    """What its attachments say; of one that shows no words, what Slack says in its place."""
    for each in mappings(message, "attachments"):
        if not _previews(each):
            titles = (*_said(string(each, "pretext")), *_said(string(each, "title")))
            lines = (*titles, *_shown_in(each), *_lines(each.get("fields")))
            yield from lines or _said(string(each, "fallback").replace(_NO_FALLBACK, ""))


def _previews(attachment: Payload) -> bool:
    """Whether it previews the page that a link leads to: its words are nobody's in the message."""
    forwarded = attachment.get("is_share") or attachment.get("is_msg_unfurl")
    return not forwarded and any(key in attachment for key in ("from_url", "app_unfurl_url"))


def _lines(part: object, deepest: int = DEEPEST) -> Iterator[str]:
    """The words of blocks, each text a line."""
    if deepest == 0:
        return
    if isinstance(part, list):
        for each in part:
            yield from _lines(each, deepest - 1)
    elif isinstance(part, dict) and part.get("type") in _LINES:
        yield from _said("".join(map(_run, mappings(part, "elements"))))
    elif isinstance(part, dict) and part.get("type") not in _WORDLESS:
        for key in _WORDS:
            yield from _said(string(part, key))
        for key in _INSIDE:
            yield from _lines(part.get(key), deepest - 1)


def _run(element: Payload) -> str:
    """An element of a line as a text has it: words escaped, links marked, no code and no names."""
    said, address = html.escape(string(element, "text"), quote=False), string(element, "url")
    if mapping(element, "style").get("code"):
        return " "
    if address:
        return f"<{address}|{said}>" if said else f"<{address}>"
    return said or " "


def _said(text: str) -> Iterator[str]:
    if text.strip():
        yield text.strip()

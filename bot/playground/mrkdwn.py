"""Slack's mrkdwn as text for a terminal.

https://docs.slack.dev/messaging/formatting-message-text
"""

import html
import re

from rich.style import Style
from rich.text import Text

_MARK = re.compile(
    r"<(?P<url>https?://[^|>]+)(?:\|(?P<label>[^>]*))?>"
    r"|(?<!\w)\*(?P<bold>[^*\n]+)\*(?!\w)"
    r"|(?<!\w)_(?P<italic>[^_\n]+)_(?!\w)"
    r"|`(?P<code>[^`\n]+)`"
)


def terminal_text(mrkdwn: str, style: str = "") -> Text:
    """The text with its bold, italics, code and links, its escapes undone."""
    text = Text(style=style)
    end = 0
    for mark in _MARK.finditer(mrkdwn):
        text.append(html.unescape(mrkdwn[end : mark.start()]))
        text.append_text(_marked(mark))
        end = mark.end()
    return text.append(html.unescape(mrkdwn[end:]))


def _marked(mark: re.Match[str]) -> Text:
    if mark["url"]:
        return link(html.unescape(mark["url"]), html.unescape(mark["label"] or mark["url"]))
    if mark["bold"]:
        return terminal_text(mark["bold"], "bold")
    if mark["italic"]:
        return terminal_text(mark["italic"], "italic")
    return Text(html.unescape(mark["code"] or ""), "cyan")


def link(url: str, label: str) -> Text:
    """A label that terminals which can will open."""
    return Text(label, Style(underline=True, link=url))

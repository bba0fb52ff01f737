"""What people type as Slack keeps it: escaped, with people and links in angle brackets.

https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages
"""

import html
import re
from collections.abc import Iterable
from typing import Any

from bot.playground.people import Person

_URL = re.compile(r"(https?://[^\s<>|]*[^\s<>|.,;:!?'\"”’)\]}])")
_KEPT_URL = re.compile(r"<(https?://[^|>]+)(?:\|[^>]*)?>|(https?://[^\s<>|]+)")
_HOST = re.compile("https?://(?:[^/?#@]*@)?([^/?#:]+)")
_MARK = re.compile(r"<(?:@(?P<person>\w+)|(?P<url>https?://[^|>]+)(?:\|[^>]*)?)>")


def written(text: str, people: Iterable[Person]) -> str:
    """The text with @names as ids and addresses as links."""
    parts = _URL.split(text)
    parts[1::2] = [f"<{html.escape(url, quote=False)}>" for url in parts[1::2]]
    parts[::2] = [_named(html.escape(words, quote=False), people) for words in parts[::2]]
    return "".join(parts)


def _named(escaped: str, people: Iterable[Person]) -> str:
    for person in people:
        escaped = re.sub(rf"(?<!\w)@{re.escape(person.name)}\b", f"<@{person.id}>", escaped)
    return escaped


def links_to(domains: Iterable[str], text: str) -> dict[str, str]:
    """Every link of a message's text to any of the domains, exactly as it stands there, and which.

    https://docs.slack.dev/messaging/unfurling-links-in-messages
    """
    links = (match[1] or match[2] for match in _KEPT_URL.finditer(text))
    told = ((link, _domain_of(link, domains)) for link in links)
    return {link: domain for link, domain in told if domain}


def _domain_of(link: str, domains: Iterable[str]) -> str | None:
    """The domain that the link's host is, or is a part of."""
    found = _HOST.match(link.lower())
    host = found[1] if found else ""
    return next((one for one in domains if host == one or host.endswith(f".{one}")), None)


def rich_text(text: str) -> dict[str, Any]:
    """The rich text block that comes with what a person wrote."""
    spans: list[dict[str, Any]] = []
    end = 0
    for mark in _MARK.finditer(text):
        spans += _plain(text[end : mark.start()])
        spans.append(_marked(mark))
        end = mark.end()
    section = {"type": "rich_text_section", "elements": [*spans, *_plain(text[end:])]}
    return {"type": "rich_text", "block_id": "b0", "elements": [section]}


def _plain(text: str) -> list[dict[str, Any]]:
    return [{"type": "text", "text": html.unescape(text)}] if text else []


def _marked(mark: re.Match[str]) -> dict[str, Any]:
    if mark["person"]:
        return {"type": "user", "user_id": mark["person"]}
    return {"type": "link", "url": html.unescape(mark["url"])}

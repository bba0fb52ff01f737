"""The event link_shared read at the edge: https://docs.slack.dev/reference/events/link_shared"""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.statement import Language
from bot.listeners.payloads import Payload, mappings, string

# Nobody posts more for others to read; what comes after them is not looked at.
MOST_LINKS = 20


@dataclass(frozen=True, slots=True)
class SharedLinks:
    """The links of a message, as they stand in it, and how chat.unfurl names that message.

    `language` is that of the person's Slack, which this event alone tells without a scope.
    """

    urls: tuple[str, ...]
    message: Mapping[str, str]
    language: Language


def shared_in(event: Payload) -> SharedLinks | None:
    """The links that a person shares, or is about to; None where nothing can be shown of any."""
    urls, message = tuple(_urls(event)), _message(event)
    if not (urls and message):
        return None
    korean = string(event, "user_locale").startswith("ko")
    return SharedLinks(urls[:MOST_LINKS], message, "ko" if korean else "en")


def _urls(event: Payload) -> dict[str, None]:
    """The addresses, each once, in their order."""
    return dict.fromkeys(filter(None, (string(link, "url") for link in mappings(event, "links"))))


def _message(event: Payload) -> dict[str, str]:
    """Its id, which one still being written has too, or else its channel and time."""
    by_id = {"unfurl_id": string(event, "unfurl_id"), "source": string(event, "source")}
    by_time = {"channel": string(event, "channel"), "ts": string(event, "message_ts")}
    return next((named for named in (by_id, by_time) if all(named.values())), {})

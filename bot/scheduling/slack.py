"""Speaks to Slack for a digest: posts, looks for a post, tells its owner; each call is tried once.

The SDK's own second try on a lost connection is off: what was lost may have been heard.
"""

import errno
import logging
import re
import socket
import ssl
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from http.client import HTTPException
from typing import Any
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.core.digests import Subscription
from bot.core.errors import StorageAway
from bot.rendering.message import Message, payload_of
from bot.scheduling.ports import (
    Absent,
    Limited,
    Outcome,
    Posted,
    Refused,
    Sight,
    Unreached,
    Unseen,
    Unsure,
)

EVENT = "alliance_digest"
# Seconds for a connection, and again for its answer; two of them fit into delivering.LEASE.
PATIENCE = 6
# Our clock and Slack's may differ by so much, and a call takes less (delivering.LEASE).
SKEW = timedelta(minutes=5)
_PAGE, _MOST_PAGES = 100, 10
_WORD, _SECONDS = re.compile("[a-z_]{1,60}"), re.compile("[0-9]{1,9}")
# Seconds to rest where a 429 does not say, and at most.
_USUAL_REST, _LONGEST_REST = 30.0, 3600
_NO_CONNECTION = (ConnectionRefusedError, TimeoutError, socket.gaierror, ssl.SSLError)
_NO_WAY = frozenset((errno.ENETUNREACH, errno.EHOSTUNREACH))
# Where the bot may not look: https://docs.slack.dev/reference/methods/conversations.history#errors
_UNSEEN = frozenset(
    "missing_scope not_in_channel channel_not_found no_permission token_revoked token_expired"
    " account_inactive invalid_auth not_authed".split()
)
# https://docs.slack.dev/reference/methods/chat.postMessage#errors : some of it may have been done.
_MAYBE_DONE = frozenset(("internal_error", "fatal_error", "request_timeout"))
_LOG = logging.getLogger("bot.digests")
Token = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class WebSlack:
    """Slack's Web API, with the token that a workspace's id gives, or None, or StorageAway."""

    token: Token
    api_url: str
    patience: int = PATIENCE

    def post(self, subscription: Subscription, message: Message, delivery: str) -> Outcome:
        metadata = {"event_type": EVENT, "event_payload": {"delivery": delivery}}
        try:
            client = self._client(subscription.team)
        except StorageAway:
            return Unreached()
        if client is None:
            return Refused("token_revoked")
        try:
            answer = client.chat_postMessage(
                channel=subscription.channel, metadata=metadata, **payload_of(message)
            )
        except SlackApiError as error:
            return _refusal(error)
        except Exception as error:
            return Unreached() if _never_left(error) else Unsure()
        ts = answer.get("ts")
        return Posted(ts) if isinstance(ts, str) and ts else Unsure()

    def find(self, subscription: Subscription, delivery: str, called_at: datetime) -> Sight:
        try:
            if (client := self._client(subscription.team)) is None:
                return Unseen()
            for message in _history(client, subscription.channel, called_at):
                if _stamp(message) == delivery:
                    return Posted(str(message["ts"]))
        except _TooMany:
            return Unseen()
        except SlackApiError as error:
            return _blindness(error)
        except (StorageAway, SlackClientError, OSError, HTTPException, ValueError):
            return Unreached()
        return Absent()

    def tell(self, team: str, person: str, message: Message) -> None:
        try:
            if client := self._client(team):
                client.chat_postMessage(channel=person, **payload_of(message))
        except (StorageAway, SlackClientError, OSError, HTTPException) as error:
            _LOG.info("owner not told", extra={"team": team, "error": type(error).__name__})

    def _client(self, team: str) -> WebClient | None:
        if (token := self.token(team)) is None:
            return None
        client = WebClient(token, base_url=self.api_url, timeout=self.patience)
        client.retry_handlers = []
        return client


class _TooMany(Exception):
    """More messages than is reasonable to read."""


def _history(client: WebClient, channel: str, called_at: datetime) -> Iterator[Mapping[str, Any]]:
    """The channel's messages from about that moment; raises _TooMany where not all are read.

    The newest come first, so that of a busy channel hours later the post would stand far behind.
    """
    cursor: str | None = None
    for _ in range(_MOST_PAGES):
        page = client.conversations_history(
            channel=channel,
            oldest=f"{(called_at - SKEW).timestamp():.6f}",
            latest=f"{(called_at + SKEW).timestamp():.6f}",
            include_all_metadata=True,
            limit=_PAGE,
            cursor=cursor,
        )
        yield from page.get("messages") or ()
        cursor = (page.get("response_metadata") or {}).get("next_cursor")
        if not cursor:
            return
    raise _TooMany


def _stamp(message: Mapping[str, Any]) -> object:
    """The delivery that a message says it is of."""
    metadata = message.get("metadata") or {}
    ours = metadata.get("event_type") == EVENT
    return (metadata.get("event_payload") or {}).get("delivery") if ours else None


def _refusal(error: SlackApiError) -> Outcome:
    """What an answer that is no success says of the post."""
    status, headers, word = _read(error)
    if status == HTTPStatus.TOO_MANY_REQUESTS or word == "ratelimited":
        return Limited(_asked(headers))
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        return Unreached()
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or word in _MAYBE_DONE or not word:
        return Unsure()
    return Refused(word)


def _blindness(error: SlackApiError) -> Unseen | Limited | Unreached:
    """What an answer that is no success says of looking."""
    status, headers, word = _read(error)
    if status == HTTPStatus.TOO_MANY_REQUESTS or word == "ratelimited":
        return Limited(_asked(headers))
    return Unseen() if word in _UNSEEN else Unreached()


def _read(error: SlackApiError) -> tuple[int, Mapping[str, str], str]:
    """Status, headers and Slack's word; the SDK hands on a plain dict where the body is no JSON."""
    response = error.response
    if isinstance(response, dict):
        return int(response.get("status", 0)), response.get("headers", {}), ""
    word = response.data.get("error") if isinstance(response.data, dict) else None
    known = word if isinstance(word, str) and _WORD.fullmatch(word) else ""
    return int(response.status_code), response.headers, known


def _asked(headers: Mapping[str, str]) -> float:
    """The seconds of Retry-After, within reason."""
    lowered = {name.lower(): value for name, value in headers.items()}
    asked = lowered.get("retry-after", "")
    return float(min(int(asked), _LONGEST_REST)) if _SECONDS.fullmatch(asked) else _USUAL_REST


def _never_left(error: Exception) -> bool:
    """Whether the request cannot have arrived: there was no connection to send it over.

    urllib wraps what goes wrong before the answer is awaited; a body as small as ours is sent at
    once, so what takes too long there is the connection.
    """
    reason = error.reason if isinstance(error, URLError) else None
    unreachable = isinstance(reason, OSError) and reason.errno in _NO_WAY
    return unreachable or isinstance(reason, _NO_CONNECTION)

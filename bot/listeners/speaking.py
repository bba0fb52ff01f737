"""The two ways of speaking after the acknowledgement: a post, and the answer to a response_url."""

import logging
import math
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException, RemoteDisconnected
from typing import Any
from urllib.error import URLError
from urllib.parse import urlsplit

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import (
    ConnectionErrorRetryHandler,
    RateLimitErrorRetryHandler,
    ServerErrorRetryHandler,
)
from slack_sdk.http_retry.handler import RetryHandler
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.webhook import WebhookClient

from bot.listeners.payloads import Said
from bot.rendering.message import Message, payload_of

RETRIES = 2
# Seconds.
LONGEST_WAIT = 30
# What else stands there may be anybody's words: a proxy's, an echo of what was sent.
_WORD = re.compile("[a-z_]{1,60}")
_ADDRESS = re.compile("[!-~]+")


# https://docs.slack.dev/interactivity/handling-user-interaction#message_responses ; Slack for
# government has its own.
# Is told whether Slack was there to be spoken to.
Heard = Callable[[bool], None]
_APIS = frozenset(("https://slack.com", "https://slack-gov.com"))
SLACKS = frozenset(("https://hooks.slack.com", "https://hooks.slack-gov.com"))


class Undelivered(Exception):
    """Slack did not take what was sent to a response_url; the status tells why, where it came."""

    def __init__(self, status: int | None) -> None:
        super().__init__(status)
        self.status = status


def unheard(heard: bool) -> None:
    """Where nobody asks whether Slack is there."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """Sends messages to Slack, each within so many seconds; answers go to these origins alone."""

    patience: int
    origins: frozenset[str]
    heard: Heard

    def post(self, client: WebClient, said: Said, message: Message) -> None:
        """Answer in the thread; raises SlackApiError, or OSError where Slack cannot be reached."""
        with self._noting():
            client.chat_postMessage(
                channel=said.channel,
                thread_ts=said.thread,
                **payload_of(message),
            )

    def replace(self, response_url: str | None, message: Message) -> None:
        """Put the message in the place of the one whose button was pressed; raises Undelivered."""
        self._respond(response_url, message, {"replace_original": True})

    def whisper(self, response_url: str | None, message: Message, thread: str) -> None:
        """Say something to the one who pressed the button, in the thread where it is in one."""
        kind = {"replace_original": False, "response_type": "ephemeral"}
        self._respond(response_url, message, {**kind, "thread_ts": thread} if thread else kind)

    def _respond(self, response_url: str | None, message: Message, kind: dict[str, object]) -> None:
        # Whoever can sign could name any machine of our network.
        if response_url is None or _origin(response_url) not in self.origins:
            raise Undelivered(None)
        webhook = WebhookClient(
            response_url, self.patience, logger=quiet("slack_sdk"), retry_handlers=retries()
        )
        with self._noting():
            response = webhook.send_dict({**kind, **payload_of(message)})
        if response.status_code != 200:
            raise Undelivered(response.status_code)

    @contextmanager
    def _noting(self) -> Iterator[None]:
        """Tell whether Slack was there: a refusal is an answer too."""
        try:
            yield
        except (OSError, HTTPException):
            self.heard(False)
            raise
        except SlackApiError:
            self.heard(True)
            raise
        self.heard(True)


def answering_origins(api_url: str) -> frozenset[str]:
    """Where answers may be sent: to Slack's own hosts, or to the stand-in that is spoken to."""
    api = _origin(api_url)
    return SLACKS if api in _APIS else frozenset((api,))


def _origin(url: object) -> str:
    """`https://host:port` of an address, empty where it is none."""
    try:
        # Of other characters the parser drops some, and the client refuses the rest.
        parts = urlsplit(url if isinstance(url, str) and _ADDRESS.fullmatch(url) else "")
    except ValueError:
        return ""
    return f"{parts.scheme}://{parts.netloc}"


class ShortWaits(RateLimitErrorRetryHandler):
    """Waits as long as a 429 asks, but not for long: whoever asked will not, nor will others.

    https://docs.slack.dev/apis/web-api/rate-limits
    """

    def __init__(self, longest: int = LONGEST_WAIT) -> None:
        super().__init__(max_retry_count=RETRIES)
        self._longest = longest

    def _can_retry(self, *, response: HttpResponse | None = None, **around: Any) -> bool:
        limited = super()._can_retry(response=response, **around)
        return limited and response is not None and _asked(response) <= self._longest


def _asked(response: HttpResponse) -> float:
    """The seconds that the answer asks to wait; endless where they are no number."""
    headers = {name.lower(): values for name, values in response.headers.items()}
    seconds = headers.get("retry-after", ["1"])[0]
    return int(seconds) if re.fullmatch("[0-9]{1,9}", seconds) else math.inf


def retries() -> list[RetryHandler]:
    """A short 429 is waited out. A lost connection is not tried again: it may have been heard."""
    return [ShortWaits()]


def insisting(longest: int = LONGEST_WAIT) -> list[RetryHandler]:
    """For what may be said twice and means the same: whatever may have gone unheard is repeated."""
    unheard_of = [URLError, ConnectionResetError, RemoteDisconnected, TimeoutError]
    return [
        ShortWaits(longest),
        ServerErrorRetryHandler(max_retry_count=RETRIES),
        ConnectionErrorRetryHandler(max_retry_count=RETRIES, error_types=unheard_of),
    ]


def insistent(client: WebClient) -> WebClient:
    """The same client, but for what may be said twice."""
    return WebClient(
        client.token,
        base_url=client.base_url,
        timeout=client.timeout,
        logger=quiet("slack_sdk"),
        retry_handlers=insisting(),
    )


def slacks_word(error: BaseException) -> str:
    """Why Slack refused, in its own short word or its status; empty where it said nothing."""
    if isinstance(error, SlackApiError):
        answer = getattr(error.response, "data", None)
        word = answer.get("error") if isinstance(answer, dict) else None
        return word if isinstance(word, str) and _WORD.fullmatch(word) else ""
    return str(error.status or "") if isinstance(error, Undelivered) else ""


def quiet(library: str) -> logging.Logger:
    """A logger for Slack's libraries, silent: they print bodies, and failures without an id."""
    logger = logging.getLogger(f"bot.quiet.{library}")
    logger.setLevel(logging.CRITICAL)
    return logger

"""The two ways of speaking after the acknowledgement: a post, and the answer to a response_url."""

import logging
import math
import re
from dataclasses import dataclass
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler
from slack_sdk.http_retry.handler import RetryHandler
from slack_sdk.http_retry.response import HttpResponse
from slack_sdk.webhook import WebhookClient

from bot.listeners.payloads import Said
from bot.rendering.message import Message, payload_of

RATE_LIMIT_RETRIES = 2
# Seconds.
LONGEST_WAIT = 30
# What else stands there may be anybody's words: a proxy's, an echo of what was sent.
_WORD = re.compile("[a-z_]{1,60}")


class Undelivered(Exception):
    """Slack did not take what was sent to a response_url; the status tells why, where it came."""

    def __init__(self, status: int | None) -> None:
        super().__init__(status)
        self.status = status


@dataclass(frozen=True, slots=True)
class Speaking:
    """Sends messages to Slack, each within so many seconds."""

    patience: int

    def post(self, client: WebClient, said: Said, message: Message) -> None:
        """Answer in the thread; raises SlackApiError, or OSError where Slack cannot be reached."""
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
        if not isinstance(response_url, str):
            raise Undelivered(None)
        webhook = WebhookClient(
            response_url, self.patience, logger=quiet("slack_sdk"), retry_handlers=retries()
        )
        response = webhook.send_dict({**kind, **payload_of(message)})
        if response.status_code != 200:
            raise Undelivered(response.status_code)


class ShortWaits(RateLimitErrorRetryHandler):
    """Waits as long as a 429 asks, but not for long: whoever asked will not, nor will others.

    https://docs.slack.dev/apis/web-api/rate-limits
    """

    def _can_retry(self, *, response: HttpResponse | None = None, **around: Any) -> bool:
        limited = super()._can_retry(response=response, **around)
        return limited and response is not None and _asked(response) <= LONGEST_WAIT


def _asked(response: HttpResponse) -> float:
    """The seconds that the answer asks to wait; endless where they are no number."""
    headers = {name.lower(): values for name, values in response.headers.items()}
    seconds = headers.get("retry-after", ["1"])[0]
    return int(seconds) if re.fullmatch("[0-9]{1,9}", seconds) else math.inf


def retries() -> list[RetryHandler]:
    """A short 429 is waited out. A lost connection is not tried again: it may have been heard."""
    return [ShortWaits(max_retry_count=RATE_LIMIT_RETRIES)]


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

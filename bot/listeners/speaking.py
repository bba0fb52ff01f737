"""The two ways of speaking after the acknowledgement: a post, and the answer to a response_url."""

import logging
from dataclasses import dataclass

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler
from slack_sdk.http_retry.handler import RetryHandler
from slack_sdk.webhook import WebhookClient

from bot.listeners.payloads import Said
from bot.rendering.message import Message

RATE_LIMIT_RETRIES = 2


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
            text=message.text,
            blocks=message.blocks,
            unfurl_links=False,
            unfurl_media=False,
        )

    def replace(self, response_url: str | None, message: Message) -> None:
        """Put the message in the place of the one whose button was pressed; raises Undelivered."""
        self._respond(response_url, message, {"replace_original": True})

    def whisper(self, response_url: str | None, message: Message) -> None:
        """Say something to the one who pressed the button, and leave the message as it is."""
        kind = {"replace_original": False, "response_type": "ephemeral"}
        self._respond(response_url, message, kind)

    def _respond(self, response_url: str | None, message: Message, kind: dict[str, object]) -> None:
        if not isinstance(response_url, str):
            raise Undelivered(None)
        webhook = WebhookClient(
            response_url, self.patience, logger=quiet("slack_sdk"), retry_handlers=retries()
        )
        body = {
            **kind,
            "text": message.text,
            "blocks": message.blocks,
            "unfurl_links": False,
            "unfurl_media": False,
        }
        response = webhook.send_dict(body)
        if response.status_code != 200:
            raise Undelivered(response.status_code)


def retries() -> list[RetryHandler]:
    """Waits as long as a 429 asks. A lost connection is not tried again: it may have been heard.

    https://docs.slack.dev/apis/web-api/rate-limits
    """
    return [RateLimitErrorRetryHandler(max_retry_count=RATE_LIMIT_RETRIES)]


def slacks_word(error: BaseException) -> str:
    """Why Slack refused, in its own short word or its status; empty where it said nothing."""
    if isinstance(error, SlackApiError):
        answer = getattr(error.response, "data", None)
        word = answer.get("error") if isinstance(answer, dict) else None
        return word[:60] if isinstance(word, str) else ""
    return str(error.status or "") if isinstance(error, Undelivered) else ""


def quiet(library: str) -> logging.Logger:
    """A logger for Slack's libraries, silent: they print bodies, and failures without an id."""
    logger = logging.getLogger(f"bot.quiet.{library}")
    logger.setLevel(logging.CRITICAL)
    return logger

"""What happens when something fails: one line in the log under an id, and an apology with it.

The line holds the error's type and the stack, never its message: that may quote what people typed.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from http.client import HTTPException
from traceback import format_tb
from typing import Any
from uuid import uuid4

from slack_bolt import Args, BoltResponse
from slack_bolt.error import BoltUnhandledRequestError
from slack_sdk.errors import SlackClientError

from bot.core.errors import NotInstalled, StorageAway
from bot.listeners.payloads import Payload, mapping
from bot.listeners.speaking import Undelivered, slacks_word
from bot.rendering.message import Message, payload_of
from bot.rendering.misses import render_apology
from bot.rendering.welcoming import render_not_installed, render_storage_away

Lazy = Callable[[Args], None]
Tell = Callable[[Args, Message], None]
# Is told of each request that got no answer, and why.
Unanswered = Callable[[str], None]
_LOG = logging.getLogger("bot.failures")
# Where these come from, Slack cannot be told anything either.
_SLACKS_OWN = (SlackClientError, Undelivered, OSError, HTTPException)


def uncounted(why: str) -> None:
    """Where nobody counts."""


@dataclass(frozen=True, slots=True)
class Failures:
    """Where every error of a listener ends; what fails is counted."""

    unanswered: Unanswered = uncounted

    def answer(self, error: Exception, body: Payload) -> BoltResponse:
        """Bolt's error listener: 200, for Slack repeats what was answered otherwise.

        Where the database is away that is what is wanted of an event: it comes again at once, in a
        minute and in five. https://docs.slack.dev/apis/events-api/#error-handling
        """
        if isinstance(error, StorageAway):
            self.unanswered("no database")
        match error:
            case BoltUnhandledRequestError():
                return BoltResponse(status=200, body="")
            case StorageAway() if body.get("type") == "event_callback":
                return BoltResponse(status=503, body="")
            case StorageAway():
                shown = render_storage_away()
            case NotInstalled(address=address):
                shown = render_not_installed(address)
            case _:
                shown = render_apology(self.logged(error))
        return BoltResponse(status=200, body=shown_at_once(shown, body))

    def guarded(self, listener: Lazy, tell: Tell) -> Lazy:
        """The lazy listener, never raising: Bolt would log what it raised, words and all."""

        @wraps(listener)
        def guard(args: Args) -> None:
            try:
                listener(args)
            except Exception as error:
                self._apologized(error, args, tell)

        return guard

    def _apologized(self, error: Exception, args: Args, tell: Tell) -> None:
        id = self.logged(error)
        if isinstance(error, _SLACKS_OWN):
            return
        try:
            tell(args, render_apology(id))
        except Exception as second:
            _LOG.warning("apology not sent", extra={"failure": id, "error": _name(second)})

    def logged(self, error: Exception) -> str:
        """The id of the line that now tells of the error."""
        self.unanswered("failed")
        id = short_id()
        stack = "".join(format_tb(error.__traceback__))
        extra = {"failure": id, "error": _name(error), "slack": slacks_word(error), "stack": stack}
        _LOG.error("failed", extra=extra)
        return id


def short_id() -> str:
    """A new id, short enough to be read out to somebody."""
    return uuid4().hex[:8]


def _name(error: Exception) -> str:
    return type(error).__name__


def shown_at_once(message: Message, body: Payload) -> dict[str, Any] | str:
    """The message where Slack shows it: a command's answer, or a field of what was submitted.

    An empty answer to a submission would close the modal as if all were well.
    """
    if "command" in body:
        return {"response_type": "ephemeral", **payload_of(message)}
    values = mapping(mapping(mapping(body, "view"), "state"), "values")
    if body.get("type") == "view_submission" and values:
        return {"response_action": "errors", "errors": {next(iter(values)): message.text}}
    return ""

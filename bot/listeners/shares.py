"""Posts what somebody shares, once.

A second click within moments, and Slack's repetition of the first, find it claimed, in whatever
process; afterwards the button is gone, for the sentence that it was shared replaces it.
Where nothing was posted, or nobody knows and that was said, another click may claim it again.
"""

import logging
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, wait
from dataclasses import dataclass
from functools import partial
from http.client import HTTPException

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.listeners.languages import Look
from bot.listeners.once import SeenEvents
from bot.listeners.payloads import Payload, Person, person_in, string
from bot.listeners.profiles import Profile
from bot.listeners.speaking import slacks_word
from bot.rendering.message import Message, payload_of
from bot.rendering.quoted import Quoted
from bot.rendering.sharing import render_shared
from bot.rendering.words import ShareFault

_LOG = logging.getLogger("bot.answers")
# A private channel that the bot is not in does not exist for it.
_FAULTS: Mapping[str, ShareFault] = {
    "not_in_channel": "not_in_channel",
    "channel_not_found": "not_in_channel",
    "is_archived": "is_archived",
    # Slack failed at it, and does not say how far it had come; without a word, a status is all.
    "": "unheard",
    "internal_error": "unheard",
    "fatal_error": "unheard",
}


@dataclass(frozen=True, slots=True)
class Share:
    """A passage on its way to a channel, or to a thread of it; `source` is what was clicked in."""

    quoted: Quoted
    channel: str
    source: str
    thread: str = ""

    @property
    def key(self) -> str:
        return f"{self.source}/{self.channel}/{self.quoted.value}"


@dataclass(frozen=True, slots=True)
class Shares:
    """Posts shares under the name of whoever shares."""

    look: Look
    recent: SeenEvents
    executor: Executor

    def post(
        self, client: WebClient, click: Payload, share: Share, patience: float | None = None
    ) -> ShareFault | None:
        """Post it; why nobody can say that it was posted, None where it was.

        With `patience` the database is waited for no longer, twice at most.
        """
        person = person_in(click)
        key = f"{person.team}/{share.key}"
        keys = [name for name in (string(click, "trigger_id"), key) if name]
        if not self._within(patience, lambda: all(map(self.recent.claim, keys))):
            return "under_way"
        fault = _posted(client, share, render_shared(share.quoted, self._name(client, person)))
        if fault:
            self._within(patience, partial(self.recent.give_up, key))
        return fault

    def _within(self, patience: float | None, deed: Callable[[], object]) -> bool:
        """Whether it comes to anything; True where that is not known in time."""
        if patience is None:
            return bool(deed())
        future = self.executor.submit(deed)
        done, _ = wait([future], patience)
        return not done or future.cancelled() or bool(future.result())

    def _name(self, client: WebClient, person: Person) -> str:
        """The name that others see."""
        seen = self.look(client, person.id)
        return (seen.name if isinstance(seen, Profile) else "") or person.name


def _posted(client: WebClient, share: Share, message: Message) -> ShareFault | None:
    place = share.thread or None
    try:
        client.chat_postMessage(channel=share.channel, thread_ts=place, **payload_of(message))
    except SlackApiError as error:
        word = slacks_word(error)
        _LOG.warning("not shared", extra={"slack": word})
        return _FAULTS.get(word, "refused")
    except (SlackClientError, OSError, HTTPException) as error:
        _LOG.warning("not known whether shared", extra={"error": type(error).__name__})
        return "unheard"
    return None

"""How much one person, or one workspace, may ask in a minute; whoever asks more is told so.

It is counted in each process: a limit that keeps one of them from being drowned.
"""

import time
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass, field
from http.client import HTTPException
from threading import Lock

from cachetools import TTLCache
from slack_bolt import BoltContext, BoltRequest, BoltResponse
from slack_bolt.middleware import Middleware
from slack_sdk.errors import SlackClientError

from bot.listeners.failures import Unanswered, shown_at_once, uncounted
from bot.listeners.leaving import REVOKED, UNINSTALLED, WITHDRAWN
from bot.listeners.payloads import (
    Payload,
    Person,
    mapping,
    person_in,
    said_in,
    speaker_in,
    string,
    thread_in,
)
from bot.listeners.speaking import Speaking, Undelivered
from bot.rendering.message import Message
from bot.rendering.misses import render_too_fast

MOST_COUNTED = 50_000
WINDOW = 60
# How many people's limits a whole workspace has.
A_WORKSPACE = 20
# Nobody asks in these: who leaves, leaves; and a workflow waits until its step has ended.
_ASKED_BY_NOBODY = (UNINSTALLED, REVOKED, WITHDRAWN, "function_executed")


class Counter:
    """Counts what happens within a minute, by name."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._counts: TTLCache[tuple[str, int], int] = TTLCache(MOST_COUNTED, 2 * WINDOW, clock)
        self._lock = Lock()

    def count(self, name: str) -> int:
        """How often it has happened in this minute, this time included."""
        key = (name, int(self._clock() // WINDOW))
        with self._lock:
            self._counts[key] = counted = self._counts.get(key, 0) + 1
            return counted


@dataclass(frozen=True, slots=True)
class Pacing(Middleware):
    """Lets each person ask `per_minute` times a minute; 0 for no limit."""

    per_minute: int
    speaking: Speaking
    executor: Executor
    unanswered: Unanswered = uncounted
    counter: Counter = field(default_factory=Counter)

    def process(
        self, *, req: BoltRequest, resp: BoltResponse, next: Callable[[], BoltResponse]
    ) -> BoltResponse:
        """Go on with what is within the limits; tell once a minute of what is not."""
        body = req.body
        if not (self.per_minute and _asks(body) and self._over(_whose(body))):
            return next()
        self.unanswered("too fast")
        message = render_too_fast()
        if body.get("type") == "block_suggestion":
            return BoltResponse(status=200, body={"options": []})
        if _tellable(body, req.context) and self._untold(_whose(body)):
            self.executor.submit(self._tell, body, req.context, message)
        return BoltResponse(status=200, body=shown_at_once(message, body))

    def _over(self, person: Person) -> bool:
        """Whether the person, or their whole workspace, is over the limit with this request."""
        theirs = self.counter.count(f"{person.team} {person.id}")
        everybodys = self.counter.count(person.team)
        return theirs > self.per_minute or everybodys > self.per_minute * A_WORKSPACE

    def _untold(self, person: Person) -> bool:
        """Whether the person has not been told in this minute; from now on they have."""
        return self.counter.count(f"{person.team} {person.id} told") == 1

    def _tell(self, body: Payload, context: BoltContext, message: Message) -> None:
        """Say it where it was said or pressed."""
        said = said_in(mapping(body, "event"))
        try:
            if said:
                self.speaking.post(context.client, said, message)
            elif context.response_url:
                self.speaking.whisper(context.response_url, message, thread_in(body))
        except (SlackClientError, Undelivered, OSError, HTTPException):
            # Whoever asks too much is not owed another try.
            return


def _asks(body: Payload) -> bool:
    """Whether a person asks; Slack echoes what the bot itself has said and changed as well."""
    event = mapping(body, "event")
    echoed = event.get("bot_id") or event.get("hidden")
    return not echoed and string(event, "type") not in _ASKED_BY_NOBODY


def _tellable(body: Payload, context: BoltContext) -> bool:
    """Whether it can be said where it was said or pressed; whoever opens a tab hears nothing."""
    pressed = body.get("type") == "block_actions" and context.response_url
    return bool(pressed or said_in(mapping(body, "event")))


def _whose(body: Payload) -> Person:
    event = mapping(body, "event")
    return speaker_in(event, string(body, "team_id")) if event else person_in(body)

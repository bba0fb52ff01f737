"""Each event is answered once: Slack sends one again when it did not hear us in time.

https://docs.slack.dev/apis/events-api/#retries ; the retry headers alone say nothing about whether
the first attempt arrived.
"""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import Protocol

from slack_bolt import BoltResponse

from bot.listeners.asking import Clock
from bot.listeners.payloads import Payload, string

# The last of Slack's three retries comes about six minutes after the event.
REMEMBERED_SECONDS = 15 * 60
MOST_REMEMBERED = 50_000


class SeenEvents(Protocol):
    """Which events have been taken up."""

    def claim(self, event_id: str) -> bool:
        """True to the first caller with that id, False to every other for ten minutes at least."""
        ...


class RecentEvents:
    """The events of the last quarter of an hour, in this process's memory."""

    def __init__(
        self, clock: Clock, seconds: float = REMEMBERED_SECONDS, most: int = MOST_REMEMBERED
    ) -> None:
        self._clock = clock
        self._seconds = seconds
        self._most = most
        self._claimed: OrderedDict[str, float] = OrderedDict()
        self._lock = Lock()

    def claim(self, event_id: str) -> bool:
        with self._lock:
            self._forget()
            if event_id in self._claimed:
                return False
            self._claimed[event_id] = self._clock()
            if len(self._claimed) > self._most:
                self._claimed.popitem(last=False)
            return True

    def _forget(self) -> None:
        """Drop the ids that are too old; they stand in the order of their time."""
        past = self._clock() - self._seconds
        while self._claimed and next(iter(self._claimed.values())) <= past:
            self._claimed.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Once:
    """A global middleware that lets each event through once."""

    seen: SeenEvents

    def admit(self, body: Payload, next_: Callable[[], BoltResponse]) -> BoltResponse:
        """Go on with what is new; answer 200, and nothing else, to what has been here before."""
        event_id = string(body, "event_id")
        if event_id and not self.seen.claim(event_id):
            return BoltResponse(status=200, body="")
        return next_()

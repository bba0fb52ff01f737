"""Each event is answered once: Slack sends one again when it did not hear us in time.

An event is claimed after it was acknowledged: if the process dies before, nobody has claimed it,
and Slack's repeat is answered. https://docs.slack.dev/apis/events-api/#retries ; the retry headers
alone say nothing about whether the first attempt arrived.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Protocol

from slack_bolt import Args

from bot.listeners.payloads import string

Lazy = Callable[[Args], None]


class SeenEvents(Protocol):
    """Which events have been taken up."""

    def claim(self, event_id: str) -> bool:
        """True to the first caller with that id, False to every other for ten minutes at least."""
        ...

    def give_up(self, event_id: str) -> None:
        """Let the next caller with that id be the first."""
        ...


@dataclass(frozen=True, slots=True)
class Once:
    """Lets each event through once."""

    seen: SeenEvents

    def first(self, listener: Lazy) -> Lazy:
        """The lazy listener, called for what is new, and for whatever has no id."""

        @wraps(listener)
        def once(args: Args) -> None:
            event_id = string(args.body, "event_id")
            if not event_id or self.seen.claim(event_id):
                listener(args)

        return once

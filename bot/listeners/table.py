"""One row for each thing that a person or Slack can do: who answers it, and who tells of a fault.

What is done is acknowledged at once; the listener runs after that, and may call Slack.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from slack_bolt import Ack, App

from bot.listeners.failures import Failures, Lazy, Tell
from bot.listeners.once import Once
from bot.listeners.payloads import Payload

Name = str | re.Pattern[str]
Matches = Callable[[Payload], bool]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of an App, each written once; of two that match, the first is the one that answers."""

    app: App
    failures: Failures
    once: Once

    def action(self, name: Name, listener: Lazy, tell: Tell) -> None:
        """A button or a menu."""
        self.app.action(name)(ack=acknowledge, lazy=[self.failures.guarded(listener, tell)])

    def global_shortcut(self, name: str, listener: Lazy, tell: Tell) -> None:
        """A shortcut from anywhere."""
        guarded = self.failures.guarded(listener, tell)
        self.app.global_shortcut(name)(ack=acknowledge, lazy=[guarded])

    def message_shortcut(self, name: str, listener: Lazy, tell: Tell) -> None:
        """A shortcut on a message."""
        guarded = self.failures.guarded(listener, tell)
        self.app.message_shortcut(name)(ack=acknowledge, lazy=[guarded])

    def event(
        self, name: str, listener: Lazy, tell: Tell, matchers: Sequence[Matches] = ()
    ) -> None:
        """An event; a repeat of Slack's is answered by nobody."""
        guarded = self.failures.guarded(self.once.first(listener), tell)
        self.app.event(name, matchers=list(matchers))(ack=acknowledge, lazy=[guarded])

    def function(self, name: Name, listener: Lazy, tell: Tell) -> None:
        """A step of a workflow; a repeat of Slack's is done by nobody."""
        guarded = self.failures.guarded(self.once.first(listener), tell)
        self.app.function(name)(ack=acknowledge, lazy=[guarded])


def acknowledge(ack: Ack) -> None:
    """Say that the payload has arrived."""
    ack()


def numbered(action: str) -> re.Pattern[str]:
    """The action's ids: they are unique in a row by their number."""
    return re.compile(rf"{action}:\d+")


def named(action: str) -> re.Pattern[str]:
    """The action's ids, one for each thing that it can be about."""
    return re.compile(rf"{action}:\w+")

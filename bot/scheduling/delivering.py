"""Posts one digest for one slot, once: what was begun is on record before Slack is called.

Slack has no idempotency key for a post, so a call whose end was not seen is looked for by the
delivery's id in the message's metadata: https://docs.slack.dev/messaging/message-metadata/
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from time import monotonic
from traceback import format_tb
from typing import assert_never

from bot.core.digests import Ailing, Round, Subscription
from bot.core.programs import Entry, advanced, entry
from bot.core.statement import Statement
from bot.rendering.message import Message
from bot.scheduling.ailments import AILMENTS
from bot.scheduling.ports import (
    Absent,
    Limited,
    Outcome,
    Posted,
    Refused,
    Slack,
    Unreached,
    Unseen,
    Unsure,
)
from bot.storage.deliveries import Deliveries
from bot.storage.taken import Dark, Over, Ready, Resting

MOST_REFUSALS = 5
# After so many, some five hours, a fault of ours is no passing one.
MOST_ATTEMPTS = 60
# Seconds after which a call that began has certainly ended; see slack.PATIENCE.
LEASE = 20.0
# Seconds from the record of a call to the call itself, at most.
LATEST_START = 5.0
_LONGEST_DELAY = 300.0
_LOG = logging.getLogger("bot.digests")
Render = Callable[[Statement, Entry, Subscription], Message]


@dataclass(frozen=True, slots=True)
class Delivering:
    """Brings deliveries from the queue to their channels."""

    deliveries: Deliveries
    statement: Statement
    slack: Slack
    render: Render
    render_ailing: Callable[[Subscription], Message]
    clock: Callable[[], datetime]
    lease: timedelta = timedelta(seconds=LEASE)

    def deliver(self, id: str, attempt: int) -> None:
        """Post the delivery of that id, unless it has been; or put it back for later."""
        try:
            self._deliver(id, attempt)
        except Exception as error:
            self._failed(id, attempt, error)

    def _deliver(self, id: str, attempt: int) -> None:
        began, now = monotonic(), self.clock()
        match taken := self.deliveries.take(id, now, self._due):
            case Over():
                return
            case Resting(until):
                self.deliveries.put_back(id, None, (until - now).total_seconds(), now)
            case Dark():
                self._look(taken, attempt, now)
            case Ready():
                self._post(taken, attempt, began)
            case unreachable:
                assert_never(unreachable)

    def _due(self, subscription: Subscription) -> Entry:
        return entry(self.statement, subscription.plan.program, subscription.round)

    def _post(self, taken: Ready, attempt: int, began: float) -> None:
        id, subscription = taken.delivery.id, taken.subscription
        message = self.render(self.statement, taken.entry, subscription)
        # Whoever was held up for so long may have been given up, and the post be another's by now.
        late = monotonic() - began > LATEST_START
        outcome = Unreached() if late else self.slack.post(subscription, message, id)
        self._settle(taken, attempt, outcome)

    def _settle(self, taken: Ready, attempt: int, outcome: Outcome) -> None:
        id, called_at, now = taken.delivery.id, taken.called_at, self.clock()
        match outcome:
            case Posted(ts):
                self._arrived(taken, taken.entry.theme.id, ts, now)
            case Limited(seconds):
                self.deliveries.quiet(taken.subscription.team, now + timedelta(seconds=seconds))
                self.deliveries.put_back(id, called_at, seconds, now)
            case Unreached():
                self.deliveries.put_back(id, called_at, _delay(attempt), now)
            case Refused(word):
                self._refused(taken, attempt, word, now)
            case Unsure():
                self.deliveries.look_again(id, self.lease.total_seconds(), now)
            case unreachable:
                assert_never(unreachable)

    def _look(self, taken: Dark, attempt: int, now: datetime) -> None:
        """Find out what became of a call that began and was not seen to end."""
        id = taken.delivery.id
        if (left := taken.called_at + self.lease - now) > timedelta():
            self.deliveries.look_again(id, left.total_seconds(), now)
            return
        match self.slack.find(taken.subscription, id, taken.called_at):
            case Posted(ts):
                self._arrived(taken, taken.delivery.theme, ts, now)
            case Absent():
                self._once_more(taken, attempt, now)
            case Unseen():
                self._in_doubt(taken, now)
            case Limited() | Unreached() if self.deliveries.too_late(taken.delivery, now):
                self._in_doubt(taken, now)
            case Limited(seconds):
                self.deliveries.look_again(id, seconds, now)
            case Unreached():
                self.deliveries.look_again(id, _delay(attempt), now)
            case unreachable:
                assert_never(unreachable)

    def _once_more(self, taken: Dark, attempt: int, now: datetime) -> None:
        """What was begun did not arrive: post it now, unless somebody else has begun again."""
        began, id = monotonic(), taken.delivery.id
        again = self.deliveries.take(id, now, self._due, absent=taken.called_at)
        match again:
            case Ready():
                self._post(again, attempt, began)
            case Resting(until):
                rest = (until - now).total_seconds()
                self.deliveries.put_back(id, taken.called_at, rest, now)
            case Dark() | Over():
                return
            case unreachable:
                assert_never(unreachable)

    def _arrived(self, taken: Ready | Dark, theme: str, ts: str, now: datetime) -> None:
        self.deliveries.posted(taken, ts, self._after(taken.subscription, theme), now)
        _LOG.info("posted", extra=_line(taken))

    def _in_doubt(self, taken: Dark, now: datetime) -> None:
        round = self._after(taken.subscription, taken.delivery.theme)
        self.deliveries.unconfirmed(taken, round, now)
        _LOG.warning("unconfirmed", extra=_line(taken))

    def _after(self, subscription: Subscription, theme: str) -> Round:
        """The round once that theme has been shown; as it was where the digest has lost it."""
        for known in self.statement.themes:
            if known.id == theme:
                program = subscription.plan.program
                return advanced(self.statement, program, subscription.round, known)
        return subscription.round

    def _refused(self, taken: Ready, attempt: int, word: str, now: datetime) -> None:
        """What Slack refuses for good makes the digest ail; for the rest it is tried again."""
        id, subscription = taken.delivery.id, taken.subscription
        ailment = AILMENTS.get(word)
        if ailment is None and self.deliveries.refusals(id) < MOST_REFUSALS:
            self.deliveries.put_back(id, taken.called_at, _delay(attempt), now)
            return
        ailing = Ailing(ailment or "refused", now)
        _LOG.warning("refused", extra={**_line(taken), "slack": word})
        if self.deliveries.refused(taken, word, ailing, now) and subscription.owner.id:
            told = self.render_ailing(replace(subscription, ailing=ailing))
            self.slack.tell(subscription.team, subscription.owner.id, told)

    def _failed(self, id: str, attempt: int, error: Exception) -> None:
        """A fault of our own: told with its stack, and tried again, but not for ever."""
        stack = "".join(format_tb(error.__traceback__))
        extra = {"delivery": id, "error": type(error).__name__, "stack": stack}
        _LOG.error("failed", extra=extra)
        if attempt < MOST_ATTEMPTS:
            self.deliveries.look_again(id, _delay(attempt), self.clock())
        else:
            self.deliveries.given_up(id, self.clock())


def _delay(attempt: int) -> float:
    """Seconds to wait before the next attempt: 5, 10, 20 ... and then every five minutes."""
    return min(float(5 << min(attempt, 10)), _LONGEST_DELAY)


def _line(taken: Ready | Dark) -> dict[str, object]:
    return {
        "delivery": taken.delivery.id,
        "subscription": taken.subscription.id,
        "team": taken.subscription.team,
        "slot": taken.delivery.slot.isoformat(),
    }

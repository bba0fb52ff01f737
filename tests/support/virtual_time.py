"""Digests in virtual time: a clock that a test turns, a queue, and a Slack that does as it is told.

town.subscribe("C1", at="09:00"); town.run(hours=24); town.slack.channels["C1"]
"""

import heapq
from collections import defaultdict, deque
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from itertools import count

import sqlalchemy as sa

from bot.core.digests import EVERY_DAY, Cadence, Owner, Plan, Subscription
from bot.rendering.message import Message
from bot.scheduling.delivering import Delivering
from bot.scheduling.ports import Absent, Outcome, Posted, Sight
from bot.scheduling.ticker import Ticker
from bot.storage.deliveries import Deliveries
from bot.storage.subscriptions import SubscriptionStore
from tests.support.statements import HARBOUR

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
CATCH_UP = timedelta(hours=6)


class Killed(BaseException):
    """The process ends here, as by kill -9."""


@dataclass
class Clock:
    """A clock that a test turns."""

    now: datetime = MONDAY

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Slack:
    """Channels, and what the next calls come to; a `Killed` among them strikes after the post."""

    channels: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    told: list[tuple[str, str]] = field(default_factory=list)
    outcomes: "deque[Outcome | type[Killed]]" = field(default_factory=deque)
    sights: "deque[Sight]" = field(default_factory=deque)
    always: dict[str, Outcome] = field(default_factory=dict)
    tries: list[str] = field(default_factory=list)
    _stamps: "count[int]" = field(default_factory=lambda: count(1))

    def post(self, subscription: Subscription, message: Message, delivery: str) -> Outcome:
        self.tries.append(subscription.channel)
        outcome = self.always.get(subscription.team) or (
            self.outcomes.popleft() if self.outcomes else None
        )
        if outcome is not None and outcome is not Killed:
            assert not isinstance(outcome, type)
            return outcome
        self.channels[subscription.channel].append(delivery)
        if outcome is Killed:
            raise Killed
        return Posted(f"{next(self._stamps)}.0")

    def find(self, subscription: Subscription, delivery: str, called_at: datetime) -> Sight:
        if self.sights:
            return self.sights.popleft()
        found = delivery in self.channels[subscription.channel]
        return Posted(f"{next(self._stamps)}.0") if found else Absent()

    def tell(self, team: str, person: str, message: Message) -> None:
        self.told.append((person, message.text))


class Town:
    """A worker in virtual time; what it begins and does not end runs again, as in the engine."""

    def __init__(self, engine: sa.Engine) -> None:
        self.engine = engine
        self.clock = Clock()
        self.slack = Slack()
        self.store = SubscriptionStore(engine)
        self._due: list[tuple[datetime, int, str, int]] = []
        self._numbers = count()
        self.waits = 0
        self.ticker = Ticker(engine, self.enqueue, lambda country, day: False, CATCH_UP)
        self.delivering = Delivering(
            Deliveries(engine, self.enqueue, CATCH_UP, self.wait),
            HARBOUR,
            self.slack,
            lambda statement, entry, subscription: Message(entry.passage.quote),
            lambda subscription: Message(str(subscription.ailing and subscription.ailing.reason)),
            self.clock,
        )

    def enqueue(
        self, connection: sa.Connection, delivery: str, team: str, attempt: int, seconds: float
    ) -> None:
        moment = self.clock() + timedelta(seconds=seconds)
        heapq.heappush(self._due, (moment, next(self._numbers), delivery, attempt))

    def wait(self) -> None:
        """A database that is away in a test comes back after so many looks."""
        self.waits += 1
        assert self.waits < 10, "the database does not come back"

    def subscribe(self, channel: str, at: str = "09:00", team: str = "T1") -> Subscription:
        """A digest of every theme, every day at that hour UTC."""
        due = self.clock().replace(hour=int(at[:2]), minute=int(at[3:]))
        made = Subscription(
            id=f"{team}-{channel}",
            team=team,
            channel=channel,
            plan=Plan(Cadence(EVERY_DAY, time.fromisoformat(at), "UTC")),
            owner=Owner("U1", "one"),
            next_slot=due if due > self.clock() else due + timedelta(days=1),
        )
        self.store.save(made)
        return made

    def run(self, **span: float) -> None:
        """Let that much time go by with the worker at work."""
        end = self.clock() + timedelta(**span)
        while self.clock.now < end:
            self.work()
            self.clock.now = min(end, max(self.clock.now, self._following() or end))
        self.work()

    def _following(self) -> datetime | None:
        """When something is due next."""
        slots = [one.next_slot for one in self.store.everything() if one.next_slot]
        return min([*slots, *(moment for moment, *_ in self._due[:1])], default=None)

    def sleep(self, **span: float) -> None:
        """Let that much time go by with nobody at work."""
        self.clock.now += timedelta(**span)

    def work(self) -> None:
        """Tick, and run whatever has fallen due in the queue."""
        self.ticker.tick(self.clock())
        while self._due and self._due[0][0] <= self.clock():
            _, _, delivery, attempt = due = heapq.heappop(self._due)
            try:
                self.delivering.deliver(delivery, attempt)
            except Killed:
                heapq.heappush(self._due, due)
                return

    def queued(self) -> list[tuple[str, int]]:
        """Deliveries in the queue, with their attempt."""
        return [(delivery, attempt) for _, _, delivery, attempt in sorted(self._due)]

    def states(self, subscription: Subscription) -> list[str]:
        """What became of the slots, oldest first, with the reasons."""
        latest = reversed(self.store.latest(subscription.id, 100))
        return [" ".join(filter(None, (one.state, one.reason))) for one in latest]

    def held(self, subscription: Subscription) -> Subscription:
        """The subscription as it is stored now."""
        found = self.store.of_channel(subscription.team, subscription.channel)
        assert found
        return found

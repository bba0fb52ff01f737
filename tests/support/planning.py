"""Digests kept in memory, for tests of what people see and do."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from zoneinfo import available_timezones

from bot.core.digests import Delivery, Round, Subscription
from bot.core.statement import Statement
from bot.core.zones import Zones
from bot.listeners.planning import Planning
from tests.support.statements import HARBOUR

# A Thursday; in Seoul it is 10:00 on Friday.
NOW = datetime(2027, 1, 14, 1, 0, tzinfo=UTC)
ZONES = Zones(tuple(sorted(available_timezones())))


@dataclass
class Digests:
    """A store that keeps what the one in the database keeps."""

    held: dict[str, Subscription] = field(default_factory=dict)
    asked: list[tuple[str, datetime]] = field(default_factory=list)
    deliveries: dict[str, tuple[Delivery, ...]] = field(default_factory=dict)

    def of_channel(self, team: str, channel: str) -> Subscription | None:
        found = (one for one in self.held.values() if (one.team, one.channel) == (team, channel))
        return next(found, None)

    def of_team(self, team: str) -> tuple[Subscription, ...]:
        return tuple(one for one in self.held.values() if one.team == team)

    def save(self, subscription: Subscription) -> None:
        held = self.of_channel(subscription.team, subscription.channel)
        if held and held.plan.program == subscription.plan.program:
            subscription = replace(subscription, id=held.id, round=held.round)
        elif held:
            subscription = replace(subscription, id=held.id, round=Round())
        self.held[subscription.id] = subscription

    def remove(self, id: str) -> None:
        self.held.pop(id, None)

    def ask_now(self, subscription: Subscription, now: datetime) -> None:
        self.asked.append((subscription.id, now))

    def latest(self, id: str, most: int) -> tuple[Delivery, ...]:
        return self.deliveries.get(id, ())[:most]


def planning(
    store: Digests,
    statement: Statement = HARBOUR,
    now: Callable[[], datetime] = lambda: NOW,
    *,
    admins_only: bool = False,
) -> Planning:
    """What sets up digests at a moment that stands still; the ids are s1, s2 ..."""
    numbers = count(1)
    return Planning(
        store=store,
        statement=statement,
        zones=ZONES,
        day_off=lambda country, day: False,
        now=now,
        new_id=lambda: f"s{next(numbers)}",
        admins_only=admins_only,
    )

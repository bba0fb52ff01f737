"""Digests kept in memory, and a planning that a test can foresee."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import count

from bot.core.digests import Country, Delivery, Seen, Subscription
from bot.core.statement import Statement
from bot.core.zones import Zones
from bot.listeners.planning import Planning
from bot.listeners.subscriptions import Subscriptions
from tests.support.statements import HARBOUR

# Friday, January 15, 2027, five in the afternoon in Seoul.
NOW = datetime(2027, 1, 15, 8, tzinfo=UTC)
NAMES = ("America/New_York", "Asia/Seoul", "Europe/Madrid", "Asia/Kathmandu", "UTC")
# The only holiday of these tests: a Monday in both countries.
HOLIDAY = date(2027, 1, 18)


@dataclass
class Memory:
    """Subscriptions in a dictionary; tests/storage holds it to what the database does."""

    held: dict[tuple[str, str], Subscription] = field(default_factory=dict)
    deliveries: list[Delivery] = field(default_factory=list)

    def of_channel(self, team: str, channel: str) -> Subscription | None:
        return self.held.get((team, channel))

    def seen_from(self, team: str, channel: str, most: int) -> Seen:
        of_team = (self.held[key] for key in sorted(self.held) if key[0] == team)
        seen = [one for one in of_team if one.channel == channel or not one.channel.startswith("D")]
        return Seen(tuple(seen[:most]), len(seen))

    def save(self, subscription: Subscription) -> None:
        key = (subscription.team, subscription.channel)
        before = self.held.get(key, subscription)
        same = before.plan.program == subscription.plan.program
        round = before.round if same else subscription.round
        self.held[key] = replace(subscription, id=before.id, round=round)

    def remove(self, id: str) -> None:
        self.held = {key: held for key, held in self.held.items() if held.id != id}
        self.deliveries = [each for each in self.deliveries if each.subscription != id]

    def ask_now(self, subscription: Subscription, now: datetime) -> None:
        if now not in [each.slot for each in self.latest(subscription.id, len(self.deliveries))]:
            id = f"d{len(self.deliveries)}"
            self.deliveries.append(Delivery(id, subscription.id, now, "asked"))

    def latest(self, id: str, most: int) -> tuple[Delivery, ...]:
        own = [delivery for delivery in self.deliveries if delivery.subscription == id]
        return tuple(sorted(own, key=lambda each: each.slot, reverse=True)[:most])


def holiday(country: Country, day: date) -> bool:
    return country == "US" and day == HOLIDAY


def planning(
    store: Subscriptions, statement: Statement = HARBOUR, *, admins_only: bool = False
) -> Planning:
    """Plans digests of that statement, at NOW."""
    numbers = count(1)
    return Planning(
        store=store,
        statement=statement,
        zones=Zones(NAMES),
        day_off=holiday,
        now=lambda: NOW,
        new_id=lambda: f"s{next(numbers)}",
        admins_only=admins_only,
    )

"""Sets up, changes, pauses and ends digests; it knows who keeps them, and nothing of Slack."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.digests import (
    DayOff,
    Delivery,
    Owner,
    Paused,
    Plan,
    Seen,
    Shuffled,
    Subscription,
    shuffled_for,
)
from bot.core.programs import Entry, entries
from bot.core.slots import following, next_slot, slot_under
from bot.core.statement import Language, Statement
from bot.core.zones import Zones
from bot.listeners.payloads import Person
from bot.listeners.subscriptions import Subscriptions
from bot.rendering.digest_replies import Saved
from bot.rendering.plans import Coming

SHOWN = 3
MOST_DELIVERIES = 5
LONGEST_PAUSE = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Place:
    """A channel, or a direct message with the bot, in a workspace."""

    team: str
    channel: str

    @property
    def shuffled(self) -> Shuffled:
        """Every theme in an order of this place's own."""
        return shuffled_for(self.team, self.channel)


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody in a place, and the language they write in."""

    person: Person
    place: Place
    language: Language


@dataclass(frozen=True, slots=True)
class Planning:
    """Keeps digests of one statement; `now` is in UTC."""

    store: Subscriptions
    statement: Statement
    zones: Zones
    day_off: DayOff
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    admins_only: bool = False

    def here(self, place: Place) -> Subscription | None:
        """The digest of that place, if it has one."""
        found = self.store.of_channel(place.team, place.channel)
        return self._awake(found) if found else None

    def seen_from(self, place: Place, most: int) -> Seen:
        """The digests of a workspace, but for other people's direct messages: nobody's business."""
        seen = self.store.seen_from(place.team, place.channel, most)
        return Seen(tuple(map(self._awake, seen.first)), seen.count)

    def draft(
        self,
        existing: Subscription | None,
        place: Place,
        plan: Plan,
        owner: Owner,
        paused: Paused | None = None,
    ) -> Subscription:
        """The place's digest, which may exist, as it would be under the plan; it is not saved."""
        if existing:
            slot = self._slot(existing, plan, paused)
            return replace(existing.with_plan(plan, owner), paused=paused, next_slot=slot)
        slot = next_slot(plan, self.now(), paused, self.day_off)
        id, team, channel = self.new_id(), place.team, place.channel
        return Subscription(id, team, channel, plan, owner, slot, paused=paused)

    def save(self, place: Place, plan: Plan, owner: Owner, paused: Paused | None = None) -> Saved:
        """Set up the digest of that place, or change it to the plan."""
        existing = self.here(place)
        subscription = self.draft(existing, place, plan, owner, paused)
        self.store.save(subscription)
        return Saved(subscription, self.coming(subscription), self.now(), new=existing is None)

    def pause(self, subscription: Subscription, until: date | None) -> Subscription:
        """Let no posts come before that day, or until somebody resumes it."""
        return self._paused(subscription, Paused(until))

    def resume(self, subscription: Subscription) -> Subscription:
        """Let posts come again."""
        return self._paused(subscription, None)

    def pausable(self, until: date, zone: str) -> bool:
        """Whether that day is after today in that zone, and no more than a year away."""
        return timedelta() < until - self.today(zone) <= LONGEST_PAUSE

    def today(self, zone: str) -> date:
        """The day it is in that zone."""
        return self.now().astimezone(ZoneInfo(zone)).date()

    def coming(self, subscription: Subscription) -> Coming:
        """The next posts, as far as they come within two years."""
        plan = subscription.plan
        slots = following(plan, self.now(), subscription.paused, self.day_off, SHOWN)
        shown = entries(self.statement, plan.program, subscription.round, SHOWN)
        return tuple(zip(slots, shown, strict=False))

    def due(self, subscription: Subscription) -> Entry:
        """What it shows next."""
        return entries(self.statement, subscription.plan.program, subscription.round, 1)[0]

    def latest(self, subscription: Subscription) -> tuple[Delivery, ...]:
        """The last of its posts."""
        return self.store.latest(subscription.id, MOST_DELIVERIES)

    def _awake(self, subscription: Subscription) -> Subscription:
        """Without a pause that is over."""
        until = subscription.paused and subscription.paused.until
        over = until and until <= self.today(subscription.plan.cadence.zone)
        return replace(subscription, paused=None) if over else subscription

    def _paused(self, subscription: Subscription, paused: Paused | None) -> Subscription:
        slot = self._slot(subscription, subscription.plan, paused)
        changed = replace(subscription, paused=paused, next_slot=slot)
        self.store.save(changed)
        return changed

    def _slot(self, digest: Subscription, plan: Plan, paused: Paused | None) -> datetime | None:
        """When it is due next; one that had been stopped is begun again."""
        now = self.now()
        slot = slot_under(digest, plan, paused, now, self.day_off)
        return slot or next_slot(plan, now, paused, self.day_off)

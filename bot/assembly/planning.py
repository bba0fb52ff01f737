"""What sets up digests, wired to the time zones and the holidays of this machine."""

from typing import TYPE_CHECKING
from uuid import uuid4
from zoneinfo import available_timezones

from bot.assembly.worker import Clock
from bot.core.statement import Statement
from bot.core.zones import Zones
from bot.settings import Settings

if TYPE_CHECKING:
    from bot.listeners.planning import Planning
    from bot.storage.subscriptions import SubscriptionStore


def every_zone() -> Zones:
    """The time zones that this machine knows."""
    return Zones(tuple(sorted(available_timezones())))


def planning(
    settings: Settings, store: "SubscriptionStore", statement: Statement, clock: Clock
) -> "Planning":
    """The planning of digests that are kept in that store."""
    from bot.listeners.planning import Planning
    from bot.scheduling.days_off import day_off

    return Planning(
        *(store, statement, every_zone(), day_off, clock, lambda: uuid4().hex),
        admins_only=settings.digest_admins_only,
    )

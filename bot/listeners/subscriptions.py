"""What the listeners need of whatever keeps the digests."""

from datetime import datetime
from typing import Protocol

from bot.core.digests import Delivery, Seen, Subscription


class Subscriptions(Protocol):
    """Every channel's digest, in every workspace."""

    def of_channel(self, team: str, channel: str) -> Subscription | None:
        """The digest of that channel, if it has one."""
        ...

    def seen_from(self, team: str, channel: str, most: int) -> Seen:
        """The digests of a workspace, but for direct messages other than `channel`."""
        ...

    def save(self, subscription: Subscription) -> None:
        """Add it, or put it in the place of its channel's digest."""
        ...

    def remove(self, id: str) -> None:
        """Forget a digest."""
        ...

    def ask_now(self, subscription: Subscription, now: datetime) -> None:
        """Have its next theme posted at once, outside of its slots."""
        ...

    def latest(self, id: str, most: int) -> tuple[Delivery, ...]:
        """The last deliveries of a digest, newest slot first."""
        ...

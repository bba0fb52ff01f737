"""Every channel's digest, as people set it up and see it."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from bot.core.digests import Delivery, Seen, Subscription
from bot.storage.database import writing
from bot.storage.inserting import insert_new
from bot.storage.rows import delivery_in, new_delivery, subscription_in, subscription_row
from bot.storage.schema import DELIVERY, SUBSCRIPTION


@dataclass(frozen=True, slots=True)
class SubscriptionStore:
    """Subscriptions in the database; every method raises SQLAlchemyError where it is away."""

    engine: sa.Engine

    def of_channel(self, team: str, channel: str) -> Subscription | None:
        """The digest of that channel, if it has one."""
        found = self._selected(SUBSCRIPTION.c.team == team, SUBSCRIPTION.c.channel == channel)
        return found[0] if found else None

    def seen_from(self, team: str, channel: str, most: int) -> Seen:
        """The digests of a workspace, but for direct messages other than `channel`."""
        here = SUBSCRIPTION.c.channel
        seen = sa.and_(SUBSCRIPTION.c.team == team, sa.or_(here == channel, here.not_like("D%")))
        first = sa.select(SUBSCRIPTION).where(seen).order_by(here).limit(most)
        with self.engine.connect() as connection:
            found = tuple(map(subscription_in, connection.execute(first).mappings()))
            if len(found) < most:
                return Seen(found, len(found))
            count = connection.scalar(sa.select(sa.func.count()).where(seen))
        return Seen(found, int(count or 0))

    def everything(self) -> tuple[Subscription, ...]:
        """Every digest of every workspace."""
        return self._selected()

    def save(self, subscription: Subscription) -> None:
        """Add it, or change its channel's digest to it; a program that stays goes on as it was."""
        row = subscription_row(subscription)
        here = sa.and_(
            SUBSCRIPTION.c.team == subscription.team,
            SUBSCRIPTION.c.channel == subscription.channel,
        )
        with writing(self.engine) as connection:
            if insert_new(connection, SUBSCRIPTION, row):
                return
            held = connection.execute(sa.select(SUBSCRIPTION).where(here)).mappings().one()
            if held["plan"]["program"] == row["plan"]["program"]:
                del row["round"]
            del row["id"]
            connection.execute(SUBSCRIPTION.update().where(here).values(row))

    def remove(self, id: str) -> None:
        """Forget a digest and its deliveries; one that is under way finds nothing to post."""
        with writing(self.engine) as connection:
            connection.execute(SUBSCRIPTION.delete().where(SUBSCRIPTION.c.id == id))

    def clear(self) -> None:
        """Forget every digest."""
        with writing(self.engine) as connection:
            connection.execute(SUBSCRIPTION.delete())

    def ask_now(self, subscription: Subscription, now: datetime) -> None:
        """Let the worker post the digest's next theme at once, outside of its slots."""
        with writing(self.engine) as connection:
            insert_new(connection, DELIVERY, new_delivery(subscription.id, now, "asked", now))

    def latest(self, id: str, most: int) -> tuple[Delivery, ...]:
        """The last deliveries of a digest, newest slot first."""
        query = sa.select(DELIVERY).where(DELIVERY.c.subscription == id)
        with self.engine.connect() as connection:
            rows = connection.execute(query.order_by(DELIVERY.c.slot.desc()).limit(most))
            return tuple(map(delivery_in, rows.mappings()))

    def _selected(self, *where: sa.ColumnElement[bool]) -> tuple[Subscription, ...]:
        order = (SUBSCRIPTION.c.team, SUBSCRIPTION.c.channel)
        query = sa.select(SUBSCRIPTION).where(*where).order_by(*order)
        with self.engine.connect() as connection:
            return tuple(map(subscription_in, connection.execute(query).mappings()))

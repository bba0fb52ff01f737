"""What is due is taken up, once: by one of many tickers, in the caller's transaction."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from bot.core.digests import Ailing, Subscription
from bot.storage.inserting import insert_new
from bot.storage.rows import ailing_json, new_delivery, subscription_in
from bot.storage.schema import DELIVERY, SUBSCRIPTION


@dataclass(frozen=True, slots=True)
class Claimed:
    """A delivery to be queued, and the workspace it belongs to."""

    delivery: str
    team: str


def due(connection: sa.Connection, now: datetime, most: int) -> tuple[Subscription, ...]:
    """The digests that are due, longest due first, locked; what others hold is passed by."""
    query = (
        sa.select(SUBSCRIPTION)
        .where(SUBSCRIPTION.c.next_slot <= now)
        .order_by(SUBSCRIPTION.c.next_slot)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    return tuple(map(subscription_in, connection.execute(query).mappings()))


def claim(
    connection: sa.Connection, subscription: Subscription, slot: datetime, now: datetime
) -> Claimed | None:
    """A new delivery for that slot; None where the slot has had one."""
    row = new_delivery(subscription.id, slot, "queued", now)
    if not insert_new(connection, DELIVERY, row):
        return None
    return Claimed(row["id"], subscription.team)


def skip(
    connection: sa.Connection,
    subscription: Subscription,
    slots: Iterable[datetime],
    reason: str,
    now: datetime,
) -> None:
    """Record that those slots went by without a post, and why."""
    for slot in slots:
        row = new_delivery(subscription.id, slot, "skipped", now)
        insert_new(connection, DELIVERY, {**row, "reason": reason})


def move_on(connection: sa.Connection, id: str, next_slot: datetime | None) -> None:
    """Let a digest be due at that moment, or no more."""
    moved = SUBSCRIPTION.update().where(SUBSCRIPTION.c.id == id)
    connection.execute(moved.values(next_slot=next_slot))


def stop(connection: sa.Connection, id: str, ailing: Ailing) -> None:
    """Let a digest whose plan cannot be followed be due no more, and say why."""
    stopped = SUBSCRIPTION.update().where(SUBSCRIPTION.c.id == id)
    connection.execute(stopped.values(next_slot=None, ailing=ailing_json(ailing)))


def asked(connection: sa.Connection, most: int) -> tuple[Claimed, ...]:
    """What somebody asked for and nobody has taken up, now taken up."""
    query = (
        sa.select(DELIVERY.c.id, SUBSCRIPTION.c.team)
        .join_from(DELIVERY, SUBSCRIPTION)
        .where(DELIVERY.c.state == "asked")
        .limit(most)
        .with_for_update(skip_locked=True, of=DELIVERY)
    )
    found = tuple(Claimed(id, team) for id, team in connection.execute(query))
    if found:
        ids = [one.delivery for one in found]
        taken = DELIVERY.update().where(DELIVERY.c.id.in_(ids))
        connection.execute(taken.values(state="queued"))
    return found

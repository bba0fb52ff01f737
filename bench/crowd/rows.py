"""Fills a database with workspaces: an installation, a digest, and deliveries of the past each."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa

from bot.core.digests import EVERY_DAY, Cadence, Owner, Plan, Subscription
from bot.installing.sealing import Sealing
from bot.storage.database import writing
from bot.storage.installed_schema import BOT, INSTALLATION
from bot.storage.rows import subscription_row
from bot.storage.schema import DELIVERY, SUBSCRIPTION

CLIENT = "1.2"
# Deliveries that each digest has behind it; a daily one would have 90.
PAST = 5
AT_ONCE = 10_000
Rows = Iterable[dict[str, Any]]


def team(number: int) -> str:
    """The id of a workspace."""
    return f"T{number:08}"


def fill(engine: sa.Engine, count: int, sealing: Sealing, now: datetime) -> None:
    """So many workspaces; nothing of theirs is due before tomorrow."""
    for first in range(0, count, AT_ONCE):
        numbers = range(first, min(count, first + AT_ONCE))
        with writing(engine) as connection:
            connection.execute(SUBSCRIPTION.insert(), list(_digests(numbers, now)))
            connection.execute(BOT.insert(), list(_bots(numbers, sealing)))
            people = ({**row, "user_id": "U1"} for row in _bots(numbers, sealing))
            connection.execute(INSTALLATION.insert(), list(people))
    with writing(engine) as connection:
        for day in range(1, PAST + 1):
            _remember(connection, day, now - timedelta(days=day))
    if engine.dialect.name == "postgresql":
        # As autovacuum would do before long.
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(sa.text("VACUUM ANALYZE"))


def make_due(engine: sa.Engine, now: datetime) -> int:
    """Let one digest in a hundred be due; how many those are."""
    one_percent = SUBSCRIPTION.c.id.like("%00")
    with writing(engine) as connection:
        made = SUBSCRIPTION.update().where(one_percent).values(next_slot=_minute(now))
        return connection.execute(made).rowcount


def _digests(numbers: Iterable[int], now: datetime) -> Iterator[dict[str, Any]]:
    plan = Plan(Cadence(EVERY_DAY, time(now.hour, now.minute), "UTC"))
    due = _minute(now) + timedelta(days=1)
    row = subscription_row(Subscription("", "", "C1", plan, Owner("U1", "one"), due))
    for number in numbers:
        yield {**row, "id": f"{number:08}", "team": team(number)}


def _bots(numbers: Iterable[int], sealing: Sealing) -> Iterator[dict[str, Any]]:
    row = {
        **{"client_id": CLIENT, "app_id": "A1", "enterprise_id": None, "bot_id": "B1"},
        **{"bot_token": sealing.sealed(f"xoxb-{'x' * 50}"), "bot_user_id": "U0"},
        **{"bot_scopes": "commands,chat:write", "is_enterprise_install": False},
        "installed_at": datetime.now(UTC).replace(tzinfo=None),
    }
    for number in numbers:
        yield {**row, "team_id": team(number)}


def _remember(connection: sa.Connection, day: int, slot: datetime) -> None:
    """One delivery of each digest, posted on that day."""
    row = {
        **{"slot": slot, "state": "posted", "asked": False, "attempt": 0, "refusals": 0},
        **{"theme": "climate", "passage": "net-zero", "ts": "1.2", "changed_at": slot},
    }
    literals = [sa.literal(value, DELIVERY.c[name].type) for name, value in row.items()]
    id = SUBSCRIPTION.c.id + f"-{day}"
    posted = sa.select(id, SUBSCRIPTION.c.id, *literals)
    connection.execute(DELIVERY.insert().from_select(["id", "subscription", *row], posted))


def _minute(now: datetime) -> datetime:
    return now.replace(second=0, microsecond=0)

"""Something of a workspace in every table, so that a test can see it go."""

from datetime import UTC, datetime, time

import sqlalchemy as sa

from bot.core.digests import EVERY_DAY, Cadence, Owner, Plan, Subscription
from bot.storage.installed_schema import ORG_TEAM
from bot.storage.rows import new_delivery, subscription_row
from bot.storage.schema import DELIVERY, MISS, PREFERENCE, REMARK, SUBSCRIPTION, TURN, WORKSPACE

WHEN = datetime(2027, 1, 15, 8, tzinfo=UTC)


def fill(engine: sa.Engine, team: str, enterprise: str = "") -> None:
    """A row of the workspace in each table but those of its installation."""
    plan = Plan(Cadence(EVERY_DAY, time(9), "UTC"))
    digest = Subscription(f"s-{team}", team, "C1", plan, Owner("U1", "one"), WHEN)
    answered = {"slug": "a", "shown": "b", "others": ["c"], "changed_at": WHEN}
    rows: list[tuple[sa.Table, dict[str, object]]] = [
        (SUBSCRIPTION, subscription_row(digest)),
        (DELIVERY, new_delivery(f"s-{team}", WHEN, "queued", WHEN)),
        (WORKSPACE, {"team": team, "quiet_until": WHEN}),
        (PREFERENCE, {"team": team, "person": "U1", "language": "ko"}),
        (TURN, {"team": team, "channel": "C1", "thread": "1.2", **answered}),
        (
            REMARK,
            {"id": f"r-{team}", "team": team, "slug": "a", "passage": "b", "right": True}
            | {"made_at": WHEN},
        ),
        (MISS, {"team": team, "words": "bananas", "times": 2, "last_at": WHEN}),
    ]
    if enterprise:
        rows.append((ORG_TEAM, {"team": team, "enterprise": enterprise, "seen_at": WHEN}))
    with engine.begin() as connection:
        for table, row in rows:
            connection.execute(table.insert().values(row))


def kept(engine: sa.Engine) -> dict[str, int]:
    """How many rows each table has that has any."""
    with engine.connect() as connection:
        counts = {
            table.name: connection.execute(sa.select(sa.func.count()).select_from(table)).scalar()
            for table in SUBSCRIPTION.metadata.sorted_tables
        }
    return {name: count for name, count in counts.items() if count}

"""The tables; every moment is UTC. What changes here needs a migration beside it."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """An aware moment in UTC; SQLite, which knows no zones, keeps it without one."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None or dialect.name != "sqlite":
            return value
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


METADATA = sa.MetaData()

SUBSCRIPTION = sa.Table(
    "subscription",
    METADATA,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("team", sa.String(32), nullable=False),
    sa.Column("channel", sa.String(32), nullable=False),
    # A Plan, a Round, Paused and Ailing as `rows` spells them.
    sa.Column("plan", sa.JSON, nullable=False),
    sa.Column("round", sa.JSON, nullable=False),
    sa.Column("paused", sa.JSON(none_as_null=True)),
    sa.Column("ailing", sa.JSON(none_as_null=True)),
    sa.Column("owner", sa.String(32), nullable=False),
    sa.Column("owner_name", sa.String(100), nullable=False),
    sa.Column("origin", sa.String(8), nullable=False),
    sa.Column("next_slot", Moment, index=True),
    # When a post of it last arrived: Slack takes one a second in a channel.
    sa.Column("posted_at", Moment),
    sa.UniqueConstraint("team", "channel", name="one_digest_a_channel"),
)

DELIVERY = sa.Table(
    "delivery",
    METADATA,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column(
        "subscription",
        sa.String(32),
        sa.ForeignKey("subscription.id", ondelete="CASCADE"),
        nullable=False,
    ),
    sa.Column("slot", Moment, nullable=False),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("reason", sa.String(64), nullable=False, server_default=""),
    sa.Column("theme", sa.String(80), nullable=False, server_default=""),
    sa.Column("passage", sa.String(80), nullable=False, server_default=""),
    sa.Column("ts", sa.String(32), nullable=False, server_default=""),
    # Somebody asked for it: it is due when it can be, and never too late.
    sa.Column("asked", sa.Boolean, nullable=False),
    # How often it was queued, and how often Slack refused it.
    sa.Column("attempt", sa.Integer, nullable=False),
    sa.Column("refusals", sa.Integer, nullable=False),
    # When a call to Slack was last about to be made.
    sa.Column("called_at", Moment),
    sa.Column("changed_at", Moment, nullable=False),
    sa.UniqueConstraint("subscription", "slot", name="one_delivery_a_slot"),
    # For what waits, and for what ended long ago, among all that ended since.
    sa.Index("delivery_by_state", "state", "changed_at"),
)

WORKSPACE = sa.Table(
    "workspace",
    METADATA,
    sa.Column("team", sa.String(32), primary_key=True),
    # Until then Slack asked for silence: https://docs.slack.dev/apis/web-api/rate-limits
    sa.Column("quiet_until", Moment, nullable=False),
)

WORKER = sa.Table(
    "worker",
    METADATA,
    sa.Column("name", sa.String(100), primary_key=True),
    sa.Column("seen_at", Moment, nullable=False, index=True),
)

PREFERENCE = sa.Table(
    "preference",
    METADATA,
    sa.Column("team", sa.String(32), primary_key=True),
    sa.Column("person", sa.String(32), primary_key=True),
    sa.Column("language", sa.String(2), nullable=False),
)

# What a conversation was last answered with, so that "more" and "next" are understood: ids only.
TURN = sa.Table(
    "turn",
    METADATA,
    sa.Column("team", sa.String(32), primary_key=True),
    sa.Column("channel", sa.String(32), primary_key=True),
    sa.Column("thread", sa.String(32), primary_key=True),
    sa.Column("slug", sa.String(80), nullable=False),
    sa.Column("shown", sa.String(60), nullable=False),
    # The other passages that fitted, best first, and those that were shown before.
    sa.Column("others", sa.JSON, nullable=False),
    sa.Column("changed_at", Moment, nullable=False, index=True),
)

# Whether a passage was the right one: nobody knows who said so.
REMARK = sa.Table(
    "remark",
    METADATA,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("team", sa.String(32), nullable=False, index=True),
    sa.Column("slug", sa.String(80), nullable=False),
    sa.Column("passage", sa.String(60), nullable=False),
    sa.Column("right", sa.Boolean, nullable=False),
    # The word by which somebody wished to find something else.
    sa.Column("wish", sa.String(100), nullable=False, server_default=""),
    sa.Column("made_at", Moment, nullable=False, index=True),
)

# Words that were not found, and how often: nobody knows who typed them.
MISS = sa.Table(
    "miss",
    METADATA,
    sa.Column("team", sa.String(32), primary_key=True),
    sa.Column("words", sa.String(100), primary_key=True),
    sa.Column("times", sa.Integer, nullable=False),
    sa.Column("last_at", Moment, nullable=False, index=True),
)

# Events that were taken up, so that a repeat of Slack's is answered by nobody.
EVENT = sa.Table(
    "event",
    METADATA,
    sa.Column("id", sa.String(64), primary_key=True),
    sa.Column("seen_at", Moment, nullable=False, index=True),
)

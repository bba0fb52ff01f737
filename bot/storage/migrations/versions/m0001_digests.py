"""Subscriptions, their deliveries, and who delivers them."""

import sqlalchemy as sa
from alembic import op

from bot.storage.schema import Moment

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the first tables."""
    op.create_table(
        "subscription",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("team", sa.String(32), nullable=False),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("plan", sa.JSON, nullable=False),
        sa.Column("round", sa.JSON, nullable=False),
        sa.Column("paused", sa.JSON),
        sa.Column("ailing", sa.JSON),
        sa.Column("owner", sa.String(32), nullable=False),
        sa.Column("owner_name", sa.String(100), nullable=False),
        sa.Column("origin", sa.String(8), nullable=False),
        sa.Column("next_slot", Moment, index=True),
        sa.Column("posted_at", Moment),
        sa.UniqueConstraint("team", "channel", name="one_digest_a_channel"),
    )
    op.create_table(
        "delivery",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column(
            "subscription",
            sa.String(32),
            sa.ForeignKey("subscription.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("slot", Moment, nullable=False),
        sa.Column("state", sa.String(16), nullable=False, index=True),
        *(
            sa.Column(name, sa.String(length), nullable=False, server_default="")
            for name, length in (("reason", 64), ("theme", 80), ("passage", 80), ("ts", 32))
        ),
        sa.Column("asked", sa.Boolean, nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("refusals", sa.Integer, nullable=False),
        sa.Column("called_at", Moment),
        sa.Column("changed_at", Moment, nullable=False),
        sa.UniqueConstraint("subscription", "slot", name="one_delivery_a_slot"),
    )
    op.create_table(
        "workspace",
        sa.Column("team", sa.String(32), primary_key=True),
        sa.Column("quiet_until", Moment, nullable=False),
    )
    op.create_table(
        "worker",
        sa.Column("name", sa.String(100), primary_key=True),
        sa.Column("seen_at", Moment, nullable=False, index=True),
    )


def downgrade() -> None:
    """Drop them."""
    for table in ("worker", "workspace", "delivery", "subscription"):
        op.drop_table(table)

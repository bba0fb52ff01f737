"""What people chose, what conversations are about, what was not found or was wrong."""

import sqlalchemy as sa
from alembic import op

from bot.storage.schema import Moment

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "preference",
        sa.Column("team", sa.String(32), primary_key=True),
        sa.Column("person", sa.String(32), primary_key=True),
        sa.Column("language", sa.String(2), nullable=False),
    )
    op.create_table(
        "turn",
        *(sa.Column(name, sa.String(32), primary_key=True) for name in _PLACE),
        sa.Column("slug", sa.String(80), nullable=False),
        sa.Column("shown", sa.String(60), nullable=False),
        sa.Column("others", sa.JSON, nullable=False),
        sa.Column("changed_at", Moment, nullable=False, index=True),
    )
    op.create_table(
        "remark",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("team", sa.String(32), nullable=False, index=True),
        sa.Column("slug", sa.String(80), nullable=False),
        sa.Column("passage", sa.String(60), nullable=False),
        sa.Column("right", sa.Boolean, nullable=False),
        sa.Column("wish", sa.String(100), nullable=False, server_default=""),
        sa.Column("made_at", Moment, nullable=False, index=True),
    )
    op.create_table(
        "miss",
        sa.Column("team", sa.String(32), primary_key=True),
        sa.Column("words", sa.String(100), primary_key=True),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("last_at", Moment, nullable=False, index=True),
    )


_PLACE = ("team", "channel", "thread")

"""Which events were taken up."""

import sqlalchemy as sa
from alembic import op

from bot.storage.schema import Moment

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "event",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("seen_at", Moment, nullable=False, index=True),
    )

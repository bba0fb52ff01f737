"""Indexes for what would otherwise walk through every delivery or every installation."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add them; the new one of deliveries serves what the old one did."""
    op.create_index("delivery_by_state", "delivery", ["state", "changed_at"])
    op.drop_index("ix_delivery_state", "delivery")
    op.create_index("slack_installations_team", "slack_installations", ["team_id"])

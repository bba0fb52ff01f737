"""Installations of many workspaces, as slack_sdk's stores keep them, with room for encryption."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.storage.schema import Moment

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the tables."""
    op.create_table("slack_bots", *_beginning(), *_bot(), *_end())
    op.create_index(
        "slack_bots_idx", "slack_bots", ["client_id", "enterprise_id", "team_id", "installed_at"]
    )
    op.create_index("slack_bots_team", "slack_bots", ["team_id"])
    op.create_table(
        "slack_installations",
        *(*_beginning(), _text("enterprise_url", 200), *_bot()),
        sa.Column("user_id", sa.String(32), nullable=False),
        sa.Column("user_token", sa.Text),
        _text("user_scopes", 1000),
        sa.Column("user_refresh_token", sa.Text),
        sa.Column("user_token_expires_at", sa.DateTime),
        sa.Column("incoming_webhook_url", sa.Text),
        *(_text(f"incoming_webhook_{name}", 200) for name in _WEBHOOK),
        _text("token_type", 32),
        *_end(),
    )
    op.create_index(
        "slack_installations_idx",
        "slack_installations",
        ["client_id", "enterprise_id", "team_id", "user_id", "installed_at"],
    )
    op.create_table(
        "slack_oauth_states",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("state", sa.String(200), nullable=False, unique=True),
        sa.Column("expire_at", sa.DateTime, nullable=False, index=True),
    )
    op.create_table(
        "slack_org_teams",
        sa.Column("team", sa.String(32), primary_key=True),
        sa.Column("enterprise", sa.String(32), nullable=False, index=True),
        sa.Column("seen_at", Moment, nullable=False),
    )


_WEBHOOK = ("channel", "channel_id", "configuration_url")


def _text(name: str, length: int) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length))


def _beginning() -> list[sa.Column[Any]]:
    return [
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("client_id", sa.String(32), nullable=False),
        sa.Column("app_id", sa.String(32), nullable=False),
        sa.Column("enterprise_id", sa.String(32)),
        sa.Column("enterprise_name", sa.String(200)),
    ]


def _bot() -> list[sa.Column[Any]]:
    return [
        sa.Column("team_id", sa.String(32)),
        sa.Column("team_name", sa.String(200)),
        sa.Column("bot_token", sa.Text),
        sa.Column("bot_id", sa.String(32)),
        sa.Column("bot_user_id", sa.String(32)),
        sa.Column("bot_scopes", sa.String(1000)),
        sa.Column("bot_refresh_token", sa.Text),
        sa.Column("bot_token_expires_at", sa.DateTime),
    ]


def _end() -> list[sa.Column[Any]]:
    return [
        sa.Column("is_enterprise_install", sa.Boolean, nullable=False),
        sa.Column("installed_at", sa.DateTime, nullable=False),
    ]

"""The tables of installations, with columns as slack_sdk's stores expect them.

Two things differ from what the SDK would create: a token is Text, since it is kept encrypted, and
the workspaces of an organisation have a table of their own. The SDK's moments are UTC without zone.
"""

from typing import Any

import sqlalchemy as sa

from bot.storage.schema import METADATA, Moment

# Kept encrypted, and never exported; https://docs.slack.dev/reference/methods/oauth.v2.access
SECRET = (
    *("bot_token", "bot_refresh_token", "user_token", "user_refresh_token"),
    "incoming_webhook_url",
)


def _texts(length: int, *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.String(length)) for name in names]


def _secret(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text) for name in names]


def _beginning() -> list[sa.Column[Any]]:
    return [
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("client_id", sa.String(32), nullable=False),
        sa.Column("app_id", sa.String(32), nullable=False),
        *_texts(32, "enterprise_id"),
        *_texts(200, "enterprise_name"),
    ]


def _bot() -> list[sa.Column[Any]]:
    return [
        *_texts(32, "team_id"),
        *_texts(200, "team_name"),
        *_secret("bot_token"),
        *_texts(32, "bot_id", "bot_user_id"),
        *_texts(1000, "bot_scopes"),
        *_secret("bot_refresh_token"),
        sa.Column("bot_token_expires_at", sa.DateTime),
    ]


def _end() -> list[sa.Column[Any]]:
    return [
        sa.Column("is_enterprise_install", sa.Boolean, nullable=False),
        sa.Column("installed_at", sa.DateTime, nullable=False),
    ]


BOT = sa.Table(
    "slack_bots",
    METADATA,
    *(*_beginning(), *_bot(), *_end()),
    sa.Index("slack_bots_idx", "client_id", "enterprise_id", "team_id", "installed_at"),
    # A digest knows its workspace and not the organisation.
    sa.Index("slack_bots_team", "team_id"),
)

INSTALLATION = sa.Table(
    "slack_installations",
    METADATA,
    *(*_beginning(), *_texts(200, "enterprise_url"), *_bot()),
    sa.Column("user_id", sa.String(32), nullable=False),
    *_secret("user_token"),
    *_texts(1000, "user_scopes"),
    *_secret("user_refresh_token"),
    sa.Column("user_token_expires_at", sa.DateTime),
    *_secret("incoming_webhook_url"),
    *_texts(200, "incoming_webhook_channel", "incoming_webhook_channel_id"),
    *_texts(200, "incoming_webhook_configuration_url"),
    *_texts(32, "token_type"),
    *_end(),
    sa.Index(
        "slack_installations_idx",
        *("client_id", "enterprise_id", "team_id", "user_id", "installed_at"),
    ),
    # A workspace leaves without anybody's knowing who installed the bot there.
    sa.Index("slack_installations_team", "team_id"),
)

# What an installation that is under way has to bring back, once.
STATE = sa.Table(
    "slack_oauth_states",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("state", sa.String(200), nullable=False, unique=True),
    sa.Column("expire_at", sa.DateTime, nullable=False, index=True),
)

# Which organisation's installation a workspace was answered with. Every request tells both; a
# digest is posted without a request, and only knows its workspace.
ORG_TEAM = sa.Table(
    "slack_org_teams",
    METADATA,
    sa.Column("team", sa.String(32), primary_key=True),
    sa.Column("enterprise", sa.String(32), nullable=False, index=True),
    sa.Column("seen_at", Moment, nullable=False),
)

"""Events as Slack sends them to an app: https://docs.slack.dev/reference/events"""

import secrets
from typing import Any

from bot.playground.faces import message_face
from bot.playground.people import Channel, Installed, Person
from bot.playground.posts import Post
from bot.playground.workspace import Workspace
from bot.playground.writing import rich_text

Event = dict[str, Any]


def enveloped(workspace: Workspace, event: Event) -> dict[str, Any]:
    """https://docs.slack.dev/apis/events-api/#callback-field"""
    team, app = workspace.town.team.id, workspace.app
    authorization = {
        "enterprise_id": None,
        "team_id": team,
        "user_id": app.bot.id,
        "is_bot": True,
        "is_enterprise_install": False,
    }
    return {
        "team_id": team,
        "api_app_id": app.app,
        "event": {"event_ts": f"{workspace.now():.6f}", **event},
        "type": "event_callback",
        "event_id": f"Ev{secrets.token_hex(5).upper()}",
        "event_time": int(workspace.now()),
        "authorizations": [authorization],
        "is_ext_shared_channel": workspace.is_shared(event.get("channel")),
        "event_context": secrets.token_urlsafe(24),
    }


def subscribed(app: Installed, event: Event) -> bool:
    """Whether the app's manifest asks for events of that kind."""
    kind = event["channel_type"] if event["type"] == "message" else ""
    return (f"message.{kind}" if kind else event["type"]) in app.events


def mentioned(workspace: Workspace, post: Post) -> Event:
    """https://docs.slack.dev/reference/events/app_mention"""
    return {
        **message_face(workspace, post),
        "type": "app_mention",
        "blocks": [rich_text(post.text)],
        "channel": post.channel,
        "event_ts": post.ts,
        "client_msg_id": secrets.token_hex(16),
    }


def messaged(workspace: Workspace, post: Post) -> Event:
    """https://docs.slack.dev/reference/events/message.im"""
    return {**mentioned(workspace, post), "type": "message", "channel_type": "im"}


def home_opened(workspace: Workspace, person: Person, channel: Channel, tab: str) -> Event:
    """https://docs.slack.dev/reference/events/app_home_opened"""
    event = {"type": "app_home_opened", "user": person.id, "channel": channel.id, "tab": tab}
    home = workspace.rooms.homes.get(person.id)
    return {**event, "view": home} if home else event

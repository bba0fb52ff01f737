"""Events as Slack sends them to an app: https://docs.slack.dev/reference/events"""

import secrets
from collections.abc import Mapping
from typing import Any

from bot.playground.faces import message_face
from bot.playground.people import Channel, Installed, Person
from bot.playground.posts import Post
from bot.playground.workspace import Workspace
from bot.playground.writing import rich_text

Event = dict[str, Any]
# An app is sent such events only with any one of these scopes.
_SCOPES: Mapping[str, frozenset[str]] = {
    "app_mention": frozenset(("app_mentions:read",)),
    "message.im": frozenset(("im:history",)),
    "link_shared": frozenset(("links:read",)),
    "member_joined_channel": frozenset(("channels:read", "groups:read")),
}


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
    """Whether the app's manifest asks for such events, and for a scope that lets it have them."""
    kind = event["type"]
    name = f"message.{event['channel_type']}" if kind == "message" else kind
    scopes = _SCOPES.get(name)
    return name in app.events and (scopes is None or bool(scopes & app.scopes))


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


def links_shared(workspace: Workspace, post: Post, links: Mapping[str, str]) -> Event:
    """https://docs.slack.dev/reference/events/link_shared ; each link with its domain."""
    members = workspace.rooms.channels[post.channel].members
    event = {
        **_links_in(workspace, post, links),
        "is_bot_user_member": workspace.app.bot.id in members,
        "unfurl_id": workspace.remember_links(post),
        "source": "conversations_history",
        "event_ts": post.ts,
    }
    return {**event, "thread_ts": post.thread} if post.thread else event


def links_composed(workspace: Workspace, draft: Post, links: Mapping[str, str]) -> Event:
    """https://docs.slack.dev/changelog/2021-08-changes-to-unfurls ; each link with its domain."""
    named = {"unfurl_id": draft.ts, "source": "composer", "is_bot_user_member": True}
    return {**_links_in(workspace, draft, links), **named}


def _links_in(workspace: Workspace, post: Post, links: Mapping[str, str]) -> Event:
    return {
        "type": "link_shared",
        "channel": post.channel,
        "user": post.user,
        "message_ts": post.ts,
        "links": [{"domain": domain, "url": link} for link, domain in links.items()],
        "user_locale": workspace.people[post.user].locale,
    }


def joined(workspace: Workspace, channel: str, who: str, inviter: str) -> Event:
    """https://docs.slack.dev/reference/events/member_joined_channel"""
    return {
        "type": "member_joined_channel",
        "user": who,
        "channel": channel,
        "channel_type": "C",
        "team": workspace.town.team.id,
        "inviter": inviter,
    }


def executed(workspace: Workspace, callback_id: str, id: str, inputs: Mapping[str, Any]) -> Event:
    """https://docs.slack.dev/reference/events/function_executed ; its token is the bot's own."""
    function = workspace.app.functions[callback_id]
    return {
        "type": "function_executed",
        "function": {
            "id": f"Fn{callback_id.upper()}",
            "callback_id": callback_id,
            "title": function["title"],
            "description": function.get("description", ""),
            "type": "app",
            "input_parameters": _parameters(function.get("input_parameters", {})),
            "output_parameters": _parameters(function.get("output_parameters", {})),
            "app_id": workspace.app.app,
            "date_created": 0,
            "date_updated": 0,
            "date_deleted": 0,
        },
        "inputs": dict(inputs),
        "function_execution_id": id,
        "workflow_execution_id": f"Wx{secrets.token_hex(5).upper()}",
        "bot_access_token": workspace.app.token,
    }


def _parameters(told: Mapping[str, Any]) -> list[Event]:
    required = told.get("required", ())
    return [
        {"name": name, "is_required": name in required, **described}
        for name, described in told.get("properties", {}).items()
    ]


def tokens_revoked(workspace: Workspace) -> Event:
    """https://docs.slack.dev/reference/events/tokens_revoked"""
    return {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [workspace.app.bot.id]}}


def uninstalled() -> Event:
    """https://docs.slack.dev/reference/events/app_uninstalled"""
    return {"type": "app_uninstalled"}

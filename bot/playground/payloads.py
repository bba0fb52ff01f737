"""What Slack sends to an app, in Slack's shapes, from a workspace.

https://docs.slack.dev/interactivity and https://docs.slack.dev/apis/events-api
"""

import html
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.playground.faces import message_face
from bot.playground.people import Channel, Person
from bot.playground.posts import Post
from bot.playground.workspace import Workspace

Payload = dict[str, Any]
_MENTION = re.compile(r"<@(\w+)>")


@dataclass(frozen=True, slots=True)
class Payloads:
    """Builds payloads; `address` is where the workspace is reached over HTTP."""

    workspace: Workspace
    address: str

    def written(self, text: str) -> str:
        """What a person typed as Slack keeps it: escaped, and with @names as ids."""
        escaped = html.escape(text, quote=False)
        for person in self.workspace.people.values():
            escaped = re.sub(rf"(?<!\w)@{re.escape(person.name)}\b", f"<@{person.id}>", escaped)
        return escaped

    def command(self, person: Person, channel: Channel, text: str) -> dict[str, str]:
        """https://docs.slack.dev/interactivity/implementing-slash-commands"""
        team = self.workspace.town.team
        direct = channel.kind == "im"
        return {
            "team_id": team.id,
            "team_domain": team.domain,
            "channel_id": channel.id,
            "channel_name": "directmessage" if direct else channel.name,
            "user_id": person.id,
            "user_name": person.name,
            "command": self.workspace.app.command["name"],
            "text": self.written(text),
            "api_app_id": self.workspace.app.app,
            "is_enterprise_install": "false",
            "response_url": self._response_url(channel, person),
            "trigger_id": self.workspace.trigger(person.id),
        }

    def event(self, kind: str, post: Post) -> Payload:
        """https://docs.slack.dev/reference/events/app_mention and .../message.im"""
        team, app = self.workspace.town.team.id, self.workspace.app
        event: Payload = {
            **message_face(self.workspace, post),
            "type": kind,
            "blocks": [_rich(post.text)],
            "channel": post.channel,
            "event_ts": post.ts,
            "client_msg_id": secrets.token_hex(16),
        }
        if kind == "message":
            event["channel_type"] = "im"
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
            "event": event,
            "type": "event_callback",
            "event_id": f"Ev{secrets.token_hex(5).upper()}",
            "event_time": int(self.workspace.now()),
            "authorizations": [authorization],
            "is_ext_shared_channel": False,
            "event_context": secrets.token_urlsafe(24),
        }

    def block_actions(
        self, person: Person, channel: Channel, post: Post, action: Mapping[str, Any]
    ) -> Payload:
        """https://docs.slack.dev/reference/interaction-payloads/block_actions-payload"""
        team = self.workspace.town.team
        moment = f"{self.workspace.now():.6f}"
        container = {
            "type": "message",
            "message_ts": post.ts,
            "channel_id": channel.id,
            "is_ephemeral": post.only_for is not None,
        }
        payload: Payload = {
            "type": "block_actions",
            "team": {"id": team.id, "domain": team.domain},
            "user": {
                "id": person.id,
                "username": person.name,
                "name": person.name,
                "team_id": team.id,
            },
            "api_app_id": self.workspace.app.app,
            "container": container,
            "trigger_id": self.workspace.trigger(person.id),
            "channel": {"id": channel.id, "name": channel.name},
            "state": {"values": {}},
            "response_url": self._response_url(channel, person, post),
            "actions": [{**action, "action_ts": moment}],
            "enterprise": None,
            "is_enterprise_install": False,
        }
        # Slack does not keep ephemeral messages, so it cannot send one along.
        return payload if post.only_for else {**payload, "message": self._shown(post)}

    def _shown(self, post: Post) -> Payload:
        return message_face(self.workspace, post)

    def _response_url(self, channel: Channel, person: Person, post: Post | None = None) -> str:
        ts, thread = (post.ts, post.thread) if post else (None, None)
        key = self.workspace.response_key(channel.id, person.id, ts, thread)
        return f"{self.address}/responses/{key}"


def _rich(text: str) -> Payload:
    """What a person typed as the rich text block that comes with it."""
    spans: list[Payload] = []
    for place, part in enumerate(_MENTION.split(text)):
        if place % 2:
            spans.append({"type": "user", "user_id": part})
        elif part:
            spans.append({"type": "text", "text": html.unescape(part)})
    section = {"type": "rich_text_section", "elements": spans}
    return {"type": "rich_text", "block_id": "b0", "elements": [section]}

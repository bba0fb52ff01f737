"""What Slack sends to an app when a person commands or presses something, in Slack's shapes.

https://docs.slack.dev/interactivity and https://docs.slack.dev/reference/interaction-payloads
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, assert_never

from bot.playground.elements import Action, Values, elements
from bot.playground.faces import message_face
from bot.playground.people import Channel, Person, Shortcut
from bot.playground.posts import Post
from bot.playground.rooms import View
from bot.playground.workspace import Workspace
from bot.playground.writing import written

Payload = dict[str, Any]


@dataclass(frozen=True, slots=True)
class InMessage:
    """An element stands in a message, or in what the bot shows of that link in it."""

    channel: Channel
    post: Post
    unfurl: str | None = None

    @property
    def blocks(self) -> list[dict[str, Any]]:
        """What the element stands among."""
        if self.unfurl is None:
            return self.post.blocks
        blocks: list[dict[str, Any]] = self.post.unfurls[self.unfurl].get("blocks", [])
        return blocks


@dataclass(frozen=True, slots=True)
class InView:
    """An element stands in a modal or in a Home."""

    view: View


Place = InMessage | InView


@dataclass(frozen=True, slots=True)
class Payloads:
    """Builds payloads; `address` is where the workspace is reached over HTTP."""

    workspace: Workspace
    address: str

    def command(self, person: Person, channel: Channel, text: str) -> dict[str, str]:
        """https://docs.slack.dev/interactivity/implementing-slash-commands"""
        team = self.workspace.town.team
        return {
            "team_id": team.id,
            "team_domain": team.domain,
            "channel_id": channel.id,
            "channel_name": channel.told_name,
            "user_id": person.id,
            "user_name": person.name,
            "command": self.workspace.app.command["name"],
            "text": written(text, self.workspace.people.values()),
            "api_app_id": self.workspace.app.app,
            "is_enterprise_install": "false",
            "response_url": self._response_url(channel.id, person),
            "trigger_id": self.workspace.trigger(person.id),
        }

    def block_actions(
        self, person: Person, place: Place, action: Action, values: Values
    ) -> Payload:
        """https://docs.slack.dev/reference/interaction-payloads/block_actions-payload"""
        payload = {
            **self._of_blocks("block_actions", person),
            **self._around(place),
            "trigger_id": self.workspace.trigger(person.id),
            "actions": [{**action, "action_ts": self._moment()}],
        }
        if isinstance(place, InView):
            return payload
        url = self._response_url(place.channel.id, person, None if place.unfurl else place.post)
        return {**payload, "state": {"values": values}, "response_url": url}

    def block_suggestion(
        self, person: Person, place: Place, named: Mapping[str, str], typed: str
    ) -> Payload:
        """https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload"""
        return {
            **self._of_blocks("block_suggestion", person),
            **self._around(place),
            **named,
            "value": typed,
        }

    def view_submission(self, person: Person, view: View) -> Payload:
        """https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload"""
        return {
            **self._of_blocks("view_submission", person),
            "trigger_id": self.workspace.trigger(person.id),
            "view": view,
            "response_urls": self._response_urls(person, view),
        }

    def view_closed(self, person: Person, view: View, cleared: bool) -> Payload:
        """https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload"""
        told = self._of_blocks("view_closed", person)
        return {**told, "view": view, "is_cleared": cleared}

    def shortcut(self, person: Person, shortcut: Shortcut) -> Payload:
        """https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload"""
        return {
            **self._interaction("shortcut", person),
            "callback_id": shortcut.callback_id,
            "trigger_id": self.workspace.trigger(person.id),
            "action_ts": self._moment(),
        }

    def message_action(self, person: Person, shortcut: Shortcut, place: InMessage) -> Payload:
        """https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload"""
        return {
            **self.shortcut(person, shortcut),
            "type": "message_action",
            "channel": place.channel.told,
            "message_ts": place.post.ts,
            "message": message_face(self.workspace, place.post),
            "response_url": self._response_url(place.channel.id, person, place.post),
        }

    def _interaction(self, kind: str, person: Person) -> Payload:
        team = self.workspace.town.team
        return {
            "type": kind,
            "team": {"id": team.id, "domain": team.domain},
            "user": {
                "id": person.id,
                "username": person.name,
                "name": person.name,
                "team_id": person.team or team.id,
            },
            "enterprise": None,
            "is_enterprise_install": False,
        }

    def _of_blocks(self, kind: str, person: Person) -> Payload:
        return {**self._interaction(kind, person), "api_app_id": self.workspace.app.app}

    def _around(self, place: Place) -> Payload:
        """Where an element stands."""
        match place:
            case InView(view):
                return {"container": {"type": "view", "view_id": view["id"]}, "view": view}
            case InMessage(channel, post, unfurl):
                container = {
                    "type": "message",
                    "message_ts": post.ts,
                    "channel_id": channel.id,
                    "is_ephemeral": post.only_for is not None,
                    **({"thread_ts": post.thread} if post.thread else {}),
                }
                told = {"container": container, "channel": channel.told}
                if unfurl is not None:
                    # https://docs.slack.dev/messaging/unfurling-links-in-messages
                    named = {"is_app_unfurl": True, "app_unfurl_url": unfurl}
                    container |= {"type": "message_attachment", "attachment_id": 1, **named}
                    return {**told, "app_unfurl": {"id": 1, **named, "blocks": place.blocks}}
                # Slack does not keep ephemeral messages, so it cannot send one along.
                shown = {} if post.only_for else {"message": message_face(self.workspace, post)}
                return {**told, **shown}
            case _:
                assert_never(place)

    def _response_urls(self, person: Person, view: View) -> list[Payload]:
        """https://docs.slack.dev/surfaces/modals#response_url_enabled"""
        urls = []
        for block, element in elements(view["blocks"]):
            entry = view["state"]["values"].get(block["block_id"], {}).get(element["action_id"], {})
            chosen = entry.get("selected_conversation") or entry.get("selected_channel")
            if chosen and element.get("response_url_enabled"):
                url = self._response_url(chosen, person)
                named = {"block_id": block["block_id"], "action_id": element["action_id"]}
                urls.append({**named, "channel_id": chosen, "response_url": url})
        return urls

    def _moment(self) -> str:
        return f"{self.workspace.now():.6f}"

    def _response_url(self, channel: str, person: Person, post: Post | None = None) -> str:
        ts, thread = (post.ts, post.thread) if post else (None, None)
        key = self.workspace.response_key(channel, person.id, ts, thread)
        return f"{self.address}/responses/{key}"

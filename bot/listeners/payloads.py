"""Slack's payloads parsed once at the edge; nothing else in the bot sees their dicts.

Whoever can sign may leave fields out or send other types, so every field is looked at.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from slack_bolt import BoltContext

Payload = Mapping[str, Any]
# What a person's message may be: https://docs.slack.dev/reference/events/message#subtypes
_TYPED = (None, "file_share", "me_message", "thread_broadcast")
LONGEST_NAME = 80
_ID = re.compile(r"[A-Za-z0-9.]{1,80}")
Door = Literal[
    "command", "mention", "message", "action", "home", "search", "shortcut", "unfurl", "step"
]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a request came from, as the log names it: ids only."""

    door: Door
    team: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A message of a person, and the thread that its answer belongs to.

    `in_thread` says that it stands in that thread itself, and did not begin it; `wordless` that
    it brings a file and says nothing.
    """

    text: str
    channel: str
    thread: str
    in_thread: bool = False
    wordless: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who did something, and the workspace it was done in.

    A `stranger` is of another workspace, in a channel that two of them share.
    """

    id: str
    name: str
    team: str
    stranger: bool = False


def person_in(body: Payload) -> Person:
    """Who typed a command, pressed a button or submitted a view."""
    if not (user := mapping(body, "user")):
        name = in_one_line(string(body, "user_name"))
        return Person(string(body, "user_id"), name, string(body, "team_id"))
    name, theirs = in_one_line(string(user, "name")), string(user, "team_id")
    team = _pressed_in(body) or theirs
    return Person(string(user, "id"), name, team, stranger=bool(theirs) and theirs != team)


def _pressed_in(body: Payload) -> str:
    """The workspace that something was pressed or submitted in, empty where Slack names none."""
    viewed = string(mapping(body, "view"), "team_id")
    return string(mapping(body, "team"), "id") or (viewed if viewed.startswith("T") else "")


def speaker_in(event: Payload, team: str) -> Person:
    """Who said something in a workspace; events name nobody."""
    theirs = string(event, "user_team") or string(event, "team")
    return Person(string(event, "user"), "", team, stranger=bool(theirs) and theirs != team)


def in_one_line(name: str) -> str:
    """A name in one line of reasonable length."""
    return " ".join(name.split())[:LONGEST_NAME]


def channel_in(body: Payload) -> str:
    """The channel that a command was typed in, or that the message with the button stands in."""
    return string(body, "channel_id") or string(mapping(body, "channel"), "id")


def said_in(event: Payload) -> Said | None:
    """What a person said, or None: an app's message, an edit, a join, or no message at all.

    A message at top level starts the thread it is answered in, as Slack wants it of agents:
    https://docs.slack.dev/ai/migrating-to-agent-messaging/
    """
    person = string(event, "user") and not event.get("bot_id") and not event.get("bot_profile")
    edited = event.get("edited") or event.get("hidden")
    if not person or edited or event.get("subtype") not in _TYPED:
        return None
    channel, moment = string(event, "channel"), string(event, "ts")
    if not (channel and moment):
        return None
    thread = string(event, "thread_ts") or moment
    text = string(event, "text")
    wordless = not text.strip() and bool(event.get("files"))
    return Said(text, channel, thread, in_thread=thread != moment, wordless=wordless)


def direct(event: Payload) -> bool:
    """Whether the event stands in a direct message to the bot."""
    return event.get("channel_type") == "im"


def shown_to_one(click: Payload) -> bool:
    """Whether nobody else sees the message that was clicked: an ephemeral one, or one in a DM."""
    container, channel = mapping(click, "container"), mapping(click, "channel")
    return container.get("is_ephemeral") is True or string(channel, "id").startswith("D")


def whispered_in_channel(click: Payload) -> bool:
    """Whether the message that was clicked is an ephemeral one among others' messages."""
    ephemeral = mapping(click, "container").get("is_ephemeral") is True
    channel = channel_in(click)
    return ephemeral and bool(channel) and not channel.startswith("D")


def thread_in(click: Payload) -> str:
    """The thread of the message that was clicked, empty where it is in none."""
    return string(mapping(click, "container"), "thread_ts")


def chosen_in(action: Payload) -> object:
    """The value of the button that was pressed or of the option that was picked."""
    return (mapping(action, "selected_option") or action).get("value")


def origin_of(door: Door, body: Payload, context: BoltContext) -> Origin:
    """The door, the workspace and Slack's id of the event or of the trigger."""
    return Origin(door, id_in(team_in(context)), request_in(body))


def team_in(context: BoltContext) -> str:
    """The workspace that a request comes from, empty where Slack names none."""
    return context.team_id if isinstance(context.team_id, str) else ""


def workspace_in(body: Payload, context: BoltContext) -> str | None:
    """The workspace that a request comes from, where Bolt has found none or an organisation.

    To the installation of a whole organisation `team` and the authorization's `team_id` are null,
    and a view may have the organisation's id: https://docs.slack.dev/reference/interaction-payloads
    """
    found = context.team_id
    if isinstance(found, str) and found.startswith("T"):
        return found
    named = (string(body, "team_id"), person_in(body).team)
    return next((team for team in named if team.startswith("T")), found)


def request_in(body: Payload) -> str:
    """Slack's id of the event, or of the trigger."""
    return id_in(string(body, "event_id") or string(body, "trigger_id"))


def id_in(text: str) -> str:
    """The text if it may be an id of Slack's; whoever can sign could send a line of the log."""
    return text if _ID.fullmatch(text) else ""


def string(payload: Payload, key: str) -> str:
    """The text at that key, empty where there is none."""
    found = payload.get(key)
    return found if isinstance(found, str) else ""


def mapping(payload: Payload, key: str) -> Payload:
    """The object at that key, empty where there is none."""
    found = payload.get(key)
    return found if isinstance(found, dict) else {}


def mappings(payload: Payload, key: str) -> list[Payload]:
    """The objects in the list at that key, none where there is no list."""
    found = payload.get(key)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []

"""Slack's payloads parsed once at the edge; nothing else in the bot sees their dicts.

Whoever can sign may leave fields out or send other types, so every field is looked at.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from slack_bolt import BoltContext

Payload = Mapping[str, Any]
# What a person's message may be: https://docs.slack.dev/reference/events/message#subtypes
_TYPED = (None, "file_share", "me_message", "thread_broadcast")
LONGEST_NAME = 80
Door = Literal["command", "mention", "message", "action"]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a request came from, as the log names it: ids only."""

    door: Door
    team: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A message of a person, and the thread that its answer belongs to."""

    text: str
    channel: str
    thread: str


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
    user, team = mapping(body, "user"), string(mapping(body, "team"), "id")
    if not user:
        name = in_one_line(string(body, "user_name"))
        return Person(string(body, "user_id"), name, string(body, "team_id"))
    name = in_one_line(string(user, "name"))
    theirs = string(user, "team_id")
    return Person(string(user, "id"), name, team, stranger=bool(theirs) and theirs != team)


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
    return Said(string(event, "text"), channel, string(event, "thread_ts") or moment)


def direct(event: Payload) -> bool:
    """Whether the event stands in a direct message to the bot."""
    return event.get("channel_type") == "im"


def shown_to_one(click: Payload) -> bool:
    """Whether nobody else sees the message that was clicked: an ephemeral one, or one in a DM."""
    container, channel = mapping(click, "container"), mapping(click, "channel")
    return container.get("is_ephemeral") is True or string(channel, "id").startswith("D")


def thread_in(click: Payload) -> str:
    """The thread of the message that was clicked, empty where it is in none."""
    return string(mapping(click, "container"), "thread_ts")


def chosen_in(action: Payload) -> object:
    """The value of the button that was pressed or of the option that was picked."""
    return (mapping(action, "selected_option") or action).get("value")


def origin_of(door: Door, body: Payload, context: BoltContext) -> Origin:
    """The door, the workspace and Slack's id of the event or of the trigger."""
    team = context.team_id
    id = string(body, "event_id") or string(body, "trigger_id")
    return Origin(door, team if isinstance(team, str) else "", id)


def string(payload: Payload, key: str) -> str:
    """The text at that key, empty where there is none."""
    found = payload.get(key)
    return found if isinstance(found, str) else ""


def mapping(payload: Payload, key: str) -> Payload:
    """The object at that key, empty where there is none."""
    found = payload.get(key)
    return found if isinstance(found, dict) else {}

"""One Slack workspace in memory: people, channels, messages and views, safe for many threads.

It knows neither HTTP nor the bot's code; `web_api` and `stage` change it.
"""

import secrets
from collections import defaultdict
from dataclasses import dataclass, field, replace
from threading import RLock
from typing import Any

from bot.playground import limits
from bot.playground.agenda import Agenda
from bot.playground.bell import Bell
from bot.playground.people import Channel, Installed, Person, Town
from bot.playground.posts import Post, Posts
from bot.playground.refusals import Refused

SLACKBOT = Person("USLACKBOT", "slackbot", "Slackbot", is_bot=True, color="757575")
View = dict[str, Any]


@dataclass(slots=True)
class ResponseUrl:
    """Where the bot may answer one interaction for a while; `ts` is the message it stood under."""

    channel: str
    person: str
    expires: float
    ts: str | None = None
    thread: str | None = None
    left: int = limits.RESPONSES


@dataclass(slots=True)
class Trigger:
    """What lets the bot open one view for the person who did something."""

    person: str
    expires: float
    used: bool = False


@dataclass(slots=True)
class Rooms:
    """Everything that a reset forgets."""

    channels: dict[str, Channel]
    posts: Posts = field(default_factory=Posts)
    urls: dict[str, ResponseUrl] = field(default_factory=dict)
    triggers: dict[str, Trigger] = field(default_factory=dict)
    homes: dict[str, View] = field(default_factory=dict)
    modals: defaultdict[str, list[View]] = field(default_factory=lambda: defaultdict(list))
    typing: dict[tuple[str, str], tuple[str, float]] = field(default_factory=dict)
    prompts: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    functions: dict[str, dict[str, Any]] = field(default_factory=dict)
    codes: dict[str, bool] = field(default_factory=dict)
    token_revoked: bool = False
    uninstalled: bool = False


class Workspace:
    """What stands in the workspace now; hold `lock` for more than one step."""

    def __init__(self, town: Town, app: Installed, agenda: Agenda | None = None) -> None:
        self.town, self.app = town, app
        self.lock = RLock()
        self.bell = Bell()
        self.agenda = agenda or Agenda()
        self.people = {person.id: person for person in (*town.people, app.bot, SLACKBOT)}
        self.rooms = self._fresh()

    def _fresh(self) -> Rooms:
        return Rooms({channel.id: channel for channel in self.town.channels})

    def reset(self) -> None:
        """Go back to the beginning."""
        with self.lock:
            self.agenda.clear()
            self.rooms = self._fresh()
        self.bell.ring("state", "messages", "home", "modal")

    def now(self) -> float:
        """Unix seconds on the workspace's clock."""
        return self.agenda.now()

    def post(self, channel: str, user: str, text: str, **more: Any) -> Post:
        """A new message with the next ts; with `only_for` an ephemeral one."""
        with self.lock:
            stamp = self.rooms.posts.stamp(self.now())
            post = self.rooms.posts.add(Post(stamp, channel, user, text, **more))
            if user == self.app.bot.id:
                self.rooms.typing.pop((channel, post.thread or ""), None)
        self.bell.ring("messages", channel=channel)
        return post

    def change(self, post: Post, text: str, blocks: list[dict[str, Any]], edited: bool) -> None:
        """Put other words into a message."""
        with self.lock:
            post.text, post.blocks, post.edited = text, blocks, edited
        self.bell.ring("messages", channel=post.channel)

    def remove(self, post: Post) -> None:
        """Delete a message."""
        with self.lock:
            self.rooms.posts.remove(post)
        self.bell.ring("messages", channel=post.channel)

    def channel(self, id: str) -> Channel | None:
        """The channel of that id, or a direct message by its person's id."""
        rooms = self.rooms.channels
        if id in rooms or id not in self.people:
            return rooms.get(id)
        return next((one for one in rooms.values() if one.kind == "im" and id in one.members), None)

    def is_shared(self, channel: str | None) -> bool:
        """Whether people of other workspaces are in the channel."""
        found = self.rooms.channels.get(channel or "")
        members = found.members if found else ()
        return any(self.people[id].team for id in members)

    def remove_bot(self, channel: str) -> None:
        """Take the bot out of a channel."""
        with self.lock:
            gone = self.rooms.channels[channel]
            members = gone.members - {self.app.bot.id}
            self.rooms.channels[channel] = replace(gone, members=members)
        self.bell.ring("state")

    def uninstall(self) -> None:
        """Take the app out of the workspace; its token opens nothing any more."""
        with self.lock:
            self.rooms.uninstalled = True
        self.bell.ring("state")

    def response_key(
        self, channel: str, person: str, ts: str | None = None, thread: str | None = None
    ) -> str:
        """The secret part of a new response_url."""
        key = f"{self.town.team.id}/{secrets.randbelow(10**12)}/{secrets.token_urlsafe(18)}"
        expires = self.now() + limits.RESPONSE_SECONDS
        with self.lock:
            self.rooms.urls[key] = ResponseUrl(channel, person, expires, ts, thread)
        return key

    def trigger(self, person: str) -> str:
        """A new trigger_id."""
        id = f"{secrets.randbelow(10**13)}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"
        with self.lock:
            expires = self.now() + limits.TRIGGER_SECONDS
            self.rooms.triggers[id] = Trigger(person, expires)
        return id

    def exchange(self, trigger_id: str) -> str:
        """The person of a trigger_id, once and in its time; raises Refused."""
        with self.lock:
            trigger = self.rooms.triggers.get(trigger_id)
            if trigger is None:
                raise Refused("invalid_trigger_id")
            if trigger.used:
                raise Refused("exchanged_trigger_id")
            if self.now() > trigger.expires:
                raise Refused("expired_trigger_id")
            trigger.used = True
            return trigger.person

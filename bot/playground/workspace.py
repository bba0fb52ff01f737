"""One Slack workspace in memory: people, channels, messages and views, safe for many threads.

It knows neither HTTP nor the bot's code; `web_api` and `stage` change it.
"""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import replace
from threading import RLock
from typing import Any
from uuid import uuid4

from bot.playground import limits
from bot.playground.agenda import Agenda
from bot.playground.bell import Bell
from bot.playground.people import Channel, Installed, Person, Town
from bot.playground.posts import COMPOSER, Post
from bot.playground.refusals import Refused
from bot.playground.rooms import ResponseUrl, Rooms, Step, Trigger

SLACKBOT = Person("USLACKBOT", "slackbot", "Slackbot", is_bot=True, color="757575")


class Workspace:
    """What stands in the workspace now; hold `lock` for more than one step."""

    def __init__(self, town: Town, app: Installed, agenda: Agenda | None = None) -> None:
        self.town, self.app = town, app
        # The scopes of the manifest; whoever installs the app may grant fewer.
        self.offered = app.scopes
        self.lock = RLock()
        self.bell = Bell()
        self.agenda = agenda or Agenda()
        self.people = {person.id: person for person in (*town.people, app.bot, SLACKBOT)}
        self.rooms = self._fresh()
        # Who is to forget as well when the workspace goes back to its beginning.
        self.begun_anew: list[Callable[[], None]] = []

    def _fresh(self) -> Rooms:
        return Rooms({channel.id: channel for channel in self.town.channels})

    def reset(self) -> None:
        """Go back to the beginning."""
        with self.lock:
            self.agenda.clear()
            self.rooms = self._fresh()
        for forget in self.begun_anew:
            forget()
        self.bell.ring("state", "messages", "home", "modal", "steps")

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

    def is_stranger(self, person: Person) -> bool:
        """Whether they are of another workspace and share no channel with the bot."""
        both = {person.id, self.app.bot.id}
        return bool(person.team) and not any(
            both <= channel.members for channel in self.rooms.channels.values()
        )

    def admit(self, channel: str, who: str) -> None:
        """Let a person, or the bot, into a channel."""
        self._alter(channel, members=self.rooms.channels[channel].members | {who})

    def dismiss(self, channel: str, who: str) -> None:
        """Take a person, or the bot, out of a channel."""
        self._alter(channel, members=self.rooms.channels[channel].members - {who})

    def archive(self, channel: str) -> None:
        """Close a channel to everything but reading."""
        self._alter(channel, is_archived=True)

    def _alter(self, channel: str, **changed: Any) -> None:
        with self.lock:
            self.rooms.channels[channel] = replace(self.rooms.channels[channel], **changed)
        self.bell.ring("state")

    def revoke(self) -> None:
        """Let the bot's token open nothing any more."""
        with self.lock:
            self.rooms.token_revoked = True
        self.bell.ring("state")

    def uninstall(self) -> None:
        """Take the app out of the workspace; its token opens nothing any more."""
        with self.lock:
            self.rooms.uninstalled = True
        self.bell.ring("state")

    def install(self, app: Installed) -> None:
        """Put the app into the workspace, with the scopes that it was granted."""
        with self.lock:
            self.app = app
            self.rooms.uninstalled = self.rooms.token_revoked = False
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

    def remember_links(self, post: Post) -> str:
        """The unfurl_id by which the bot may unfold the links of a message."""
        id = str(uuid4())
        self.rooms.shared_links[id] = post
        return id

    def draft(self, person: str, text: str) -> Post:
        """A message that is still being written, which only its unfurl_id leads to."""
        with self.lock:
            post = self.rooms.posts.add(Post(f"{person}-{uuid4()}", COMPOSER, person, text))
            self.rooms.shared_links[post.ts] = post
        return post

    def unfold(self, post: Post, unfurls: Mapping[str, Any]) -> None:
        """Show what the links of a message lead to."""
        with self.lock:
            post.unfurls = {**post.unfurls, **unfurls}
        what = "drafts" if post.channel == COMPOSER else "messages"
        self.bell.ring(what, channel=post.channel)

    def begin(self, id: str, step: Step) -> None:
        """Note a run of a workflow's step."""
        with self.lock:
            self.rooms.functions[id] = step
        self.bell.ring("steps")

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

"""What the page asks for and does: JSON in and out, for the person who sits at the screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.playground.faces import numbered
from bot.playground.faults import Faults
from bot.playground.ledger import Ledger
from bot.playground.people import Channel, Person
from bot.playground.posts import Post
from bot.playground.stage import Stage, Unwelcome
from bot.playground.workspace import Workspace

Json = dict[str, Any]
Given = Mapping[str, Any]
MOST_FAULTS = 100


@dataclass(frozen=True, slots=True)
class Pages:
    """Answers the page; a refusal is `ok` false with a sentence."""

    workspace: Workspace
    stage: Stage
    faults: Faults
    ledger: Ledger

    def state(self, given: Given) -> Json:
        """Everything but the messages, as the person sees it."""
        workspace, me = self.workspace, self._person(given)
        with workspace.lock:
            people = [_person_face(person) for person in workspace.people.values()]
            channels = [
                self._channel_face(channel)
                for channel in workspace.rooms.channels.values()
                if me in channel.members
            ]
        return {
            "team": {"id": workspace.town.team.id, "name": workspace.town.team.name},
            "me": me,
            "people": people,
            "channels": channels,
            "command": dict(workspace.app.command),
            "shortcuts": [],
            "bot": workspace.app.bot.id,
            "installed": not workspace.rooms.uninstalled,
            "now": workspace.now(),
            "examples": [dict(example) for example in workspace.town.examples],
            "requests": self.ledger.count,
        }

    def messages(self, given: Given) -> Json:
        """What the person sees of a channel, or of a thread, and whether somebody is typing."""
        channel, thread = _text(given, "channel"), _text(given, "thread") or None
        person, rooms = self._person(given), self.workspace.rooms
        with self.workspace.lock:
            known = rooms.channels.get(channel)
            if known is None or person not in known.members:
                raise Unwelcome("There is no such channel here.")
            seen = list(rooms.posts.seen(channel, person, thread))
            faces = [self._post_face(post, person) for post in seen]
            typing = rooms.typing.get((channel, thread or ""))
        status = typing[0] if typing and typing[1] > self.workspace.now() else None
        user = self.workspace.app.bot.id
        return {"messages": faces, "typing": status and {"user": user, "text": status}}

    def requests(self, given: Given) -> Json:
        """The requests after that number."""
        after = _text(given, "after")
        return {"requests": self.ledger.face(int(after) if after.isdecimal() else 0)}

    def home(self, given: Given) -> Json:
        """The App Home that the bot has published for the person."""
        return {"view": self.workspace.rooms.homes.get(self._person(given))}

    def modal(self, given: Given) -> Json:
        """The views that are open for the person, the upper one last."""
        return {"views": list(self.workspace.rooms.modals.get(self._person(given), ()))}

    def to_come(self, given: Given) -> Json:
        """The faults to come."""
        return {"faults": self.faults.face()}

    def say(self, given: Given) -> Json:
        """A message or a command."""
        thread = _text(given, "thread") or None
        self.stage.say(self._person(given), _text(given, "channel"), _text(given, "text"), thread)
        return {"ok": True}

    def act(self, given: Given) -> Json:
        """A button or a menu."""
        ts = _text(given, "ts")
        self.stage.act(self._person(given), _text(given, "channel"), ts, given)
        return {"ok": True}

    def reset(self, given: Given) -> Json:
        """Back to the beginning."""
        self.faults.clear()
        self.ledger.clear()
        self.workspace.reset()
        self.workspace.bell.ring("requests")
        return {"ok": True}

    def fail(self, given: Given) -> Json:
        """Choose a fault, or with `kind` null none, for so many calls of a method."""
        if _text(given, "method") == "workspace":
            return self._happen(given)
        kind, times = given.get("kind"), given.get("times", 1)
        if not isinstance(times, int) or not 1 <= times <= MOST_FAULTS:
            raise Unwelcome(f"A fault comes from 1 to {MOST_FAULTS} times.")
        if not self.faults.choose(_text(given, "method"), kind, times):
            raise Unwelcome("There is no such fault for that.")
        self.workspace.bell.ring("state")
        return {"ok": True}

    def _happen(self, given: Given) -> Json:
        """What an administrator may do: take the bot out of a channel, or the app away."""
        channel = self.workspace.rooms.channels.get(_text(given, "channel"))
        if given.get("kind") == "uninstalled":
            self.workspace.uninstall()
        elif given.get("kind") == "removed" and channel and channel.kind == "channel":
            self.workspace.remove_bot(channel.id)
        else:
            raise Unwelcome("There is no such fault for that.")
        return {"ok": True}

    def advance(self, given: Given) -> Json:
        """Move the workspace's clock forward by so many seconds."""
        seconds = given.get("advance")
        if not isinstance(seconds, int | float) or not 0 <= seconds <= 366 * 86_400:
            raise Unwelcome("The clock moves forward only, and by a year at most.")
        self.workspace.agenda.advance(seconds)
        self.workspace.bell.ring("state")
        return {"ok": True}

    def _person(self, given: Given) -> str:
        """Whoever is named, or the first of all; raises Unwelcome."""
        named = _text(given, "person") or self.workspace.town.people[0].id
        if all(person.id != named for person in self.workspace.town.people):
            raise Unwelcome("There is no such person here.")
        return named

    def _channel_face(self, channel: Channel) -> Json:
        return {
            "id": channel.id,
            "name": channel.name,
            "kind": channel.kind,
            "topic": channel.topic,
            "bot_is_member": self.workspace.app.bot.id in channel.members,
            "is_archived": channel.is_archived,
        }

    def _post_face(self, post: Post, person: str) -> Json:
        replies = (
            0
            if post.is_reply
            else self.workspace.rooms.posts.replies(post.channel, post.ts, person)
        )
        face = {
            "ts": post.ts,
            "user": post.user,
            "text": post.text,
            "blocks": numbered(post.blocks),
            "ephemeral": post.only_for is not None,
            "edited": post.edited,
            "reply_count": replies,
            "error": post.error,
            "command": post.command,
        }
        return {**face, "thread_ts": post.thread} if post.thread else face


def _person_face(person: Person) -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "real_name": person.real_name,
        "locale": person.locale,
        "tz": person.tz,
        "is_bot": person.is_bot,
        "avatar": person.initials,
        "color": person.color,
    }


def _text(given: Given, key: str) -> str:
    """The text at that key, empty where there is none."""
    found = given.get(key)
    return found if isinstance(found, str) else ""

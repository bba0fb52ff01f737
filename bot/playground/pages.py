"""What the page shows to the person who sits at the screen, as JSON."""

from dataclasses import asdict, dataclass

from bot.playground.faces import numbered
from bot.playground.faults import Faults
from bot.playground.given import Given, Json, person, text
from bot.playground.ledger import Ledger
from bot.playground.people import Channel, Person
from bot.playground.posts import COMPOSER, Post
from bot.playground.refusals import Unwelcome
from bot.playground.workspace import Workspace

RUNS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Pages:
    """Answers the page; a refusal is `ok` false with a sentence."""

    workspace: Workspace
    faults: Faults
    ledger: Ledger

    def state(self, given: Given) -> Json:
        """Everything but the messages, as the person sees it."""
        workspace, me = self.workspace, person(self.workspace, given)
        with workspace.lock:
            people = [_person_face(one) for one in workspace.people.values()]
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
            "shortcuts": [asdict(shortcut) for shortcut in workspace.app.shortcuts],
            "functions": dict(workspace.app.functions),
            "home": workspace.app.home,
            "bot": workspace.app.bot.id,
            "installed": not workspace.rooms.uninstalled,
            "now": workspace.now(),
            "examples": [dict(example) for example in workspace.town.examples],
            "requests": self.ledger.count,
        }

    def messages(self, given: Given) -> Json:
        """What the person sees of a channel, or of a thread, and whether somebody is typing."""
        channel, thread = text(given, "channel"), text(given, "thread") or None
        me, rooms = person(self.workspace, given), self.workspace.rooms
        with self.workspace.lock:
            known = rooms.channels.get(channel)
            if known is None or me not in known.members:
                raise Unwelcome("There is no such channel here.")
            seen = list(rooms.posts.seen(channel, me, thread))
            faces = [self._post_face(post, me) for post in seen]
            typing = rooms.typing.get((channel, thread or ""))
            prompts = None if thread else rooms.prompts.get(channel)
        status = typing[0] if typing and typing[1] > self.workspace.now() else None
        user = self.workspace.app.bot.id
        shown = status and {"user": user, "text": status}
        return {"messages": faces, "typing": shown, "prompts": prompts}

    def requests(self, given: Given) -> Json:
        """The requests after that number."""
        after = text(given, "after")
        return {"requests": self.ledger.face(int(after) if after.isdecimal() else 0)}

    def home(self, given: Given) -> Json:
        """The App Home that the bot has published for the person."""
        return {"view": self.workspace.rooms.homes.get(person(self.workspace, given))}

    def modal(self, given: Given) -> Json:
        """The views that are open for the person, the upper one last."""
        return {"views": list(self.workspace.rooms.modals.get(person(self.workspace, given), ()))}

    def to_come(self, given: Given) -> Json:
        """The faults to come."""
        return {"faults": self.faults.face()}

    def steps(self, given: Given) -> Json:
        """The last runs of the app's steps in workflows, the newest first."""
        with self.workspace.lock:
            runs = list(self.workspace.rooms.functions.items())[-RUNS_SHOWN:]
            return {"steps": [{"id": id, **asdict(step)} for id, step in reversed(runs)]}

    def draft(self, given: Given) -> Json:
        """What the bot shows of the links in a message that the person is still writing."""
        me = person(self.workspace, given)
        with self.workspace.lock:
            found = self.workspace.rooms.posts.find(COMPOSER, text(given, "id"))
        return {"unfurls": dict(found.unfurls) if found and found.user == me else {}}

    def _channel_face(self, channel: Channel) -> Json:
        return {
            "id": channel.id,
            "name": channel.name,
            "kind": channel.kind,
            "topic": channel.topic,
            "bot_is_member": self.workspace.app.bot.id in channel.members,
            "is_archived": channel.is_archived,
        }

    def _post_face(self, post: Post, me: str) -> Json:
        replies = (
            0 if post.is_reply else self.workspace.rooms.posts.replies(post.channel, post.ts, me)
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
            "unfurls": dict(post.unfurls),
        }
        return {**face, "thread_ts": post.thread} if post.thread else face


def _person_face(one: Person) -> Json:
    return {
        "id": one.id,
        "name": one.name,
        "real_name": one.real_name,
        "locale": one.locale,
        "tz": one.tz,
        "is_bot": one.is_bot,
        "avatar": one.initials,
        "color": one.color,
    }

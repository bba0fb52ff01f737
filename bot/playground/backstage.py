"""What all deeds of people need: who does it and where, and a way to tell the bot of it."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.playground.delivery import Delivery
from bot.playground.events import Event, enveloped, subscribed
from bot.playground.payloads import Payloads
from bot.playground.people import Channel, Person
from bot.playground.posts import Post
from bot.playground.refusals import Refused, Unwelcome
from bot.playground.sending import Heard, Unanswered
from bot.playground.values import Known
from bot.playground.workspace import Workspace

Spawn = Callable[[Callable[[], None]], None]
T = TypeVar("T")


def in_the_background(work: Callable[[], None]) -> None:
    """Do the work in a thread of its own, which holds up no ending."""
    threading.Thread(target=work, daemon=True).start()


@dataclass(frozen=True, slots=True)
class Backstage:
    """One workspace, and its ways to the bot; what takes its time is spawned."""

    workspace: Workspace
    delivery: Delivery
    payloads: Payloads
    spawn: Spawn = in_the_background

    def person(self, id: str) -> Person:
        """Somebody who can do something; raises Unwelcome."""
        who = self.workspace.people.get(id)
        if who is None or who.is_bot:
            raise Unwelcome("There is no such person here.")
        return who

    def there(self, person: str, channel: str) -> tuple[Person, Channel]:
        """Somebody, and a channel that they are in; raises Unwelcome."""
        who, where = self.person(person), self.workspace.channel(channel)
        if where is None or person not in where.members:
            raise Unwelcome("There is no such channel here.")
        return who, where

    def post(self, person: str, channel: str, ts: str) -> Post:
        """A message that the person sees; raises Unwelcome."""
        post = self.workspace.rooms.posts.find(channel, ts)
        if post is None or not post.seen_by(person):
            raise Unwelcome("This message is no more.")
        return post

    def known(self, person: str) -> Known:
        """What Slack's own menus offer to the person."""
        channels = self.workspace.rooms.channels.values()
        return {
            "users_select": frozenset(self.workspace.people),
            "channels_select": frozenset(one.id for one in channels if one.kind == "channel"),
            "conversations_select": frozenset(one.id for one in channels if person in one.members),
        }

    def ask(
        self,
        payload: Mapping[str, Any],
        read: Callable[[Heard], T],
        trouble: str | None = None,
    ) -> T:
        """Tell the bot of an interaction and read its answer.

        Raises Unwelcome, in those words, where it does not answer in time or not as it should.
        """
        if self.workspace.rooms.uninstalled:
            raise Unwelcome("This app is not installed any more.")
        try:
            return self.delivery.interaction(payload, read)
        except Unanswered as unanswered:
            raise Unwelcome(trouble or f"The app did not respond ({unanswered.word}).") from None
        except Refused as refused:
            sentence = f"The app responded with an error ({refused.verdict})."
            raise Unwelcome(trouble or sentence) from None

    def tell(self, event: Event) -> None:
        """Send an event, if the app is there and has asked for such."""
        if not self.workspace.rooms.uninstalled:
            self.send(event)

    def send(self, *events: Event) -> None:
        """Send events one after the other, those that the app has asked for."""
        asked = [event for event in events if subscribed(self.workspace.app, event)]
        envelopes = [enveloped(self.workspace, event) for event in asked]

        def work() -> None:
            for envelope in envelopes:
                self.delivery.event(envelope)

        self.spawn(work)

"""What a person does in the workspace: says, commands, presses; and what comes of it.

https://docs.slack.dev/interactivity
"""

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.playground.delivery import Delivery, Heard, Unanswered
from bot.playground.elements import action_of
from bot.playground.payloads import Payloads
from bot.playground.people import Channel, Person
from bot.playground.posts import Post
from bot.playground.refusals import Refused
from bot.playground.responding import say
from bot.playground.workspace import SLACKBOT, Workspace

Spawn = Callable[[Callable[[], None]], None]


class Unwelcome(Exception):
    """What Slack does not let a person do, in a sentence."""


def in_the_background(work: Callable[[], None]) -> None:
    """Do the work in a thread of its own, which holds up no ending."""
    threading.Thread(target=work, daemon=True).start()


@dataclass(frozen=True, slots=True)
class Stage:
    """People's deeds; what takes its time is spawned."""

    workspace: Workspace
    delivery: Delivery
    payloads: Payloads
    spawn: Spawn = in_the_background

    def say(self, person: str, channel: str, text: str, thread: str | None = None) -> None:
        """Write a message, or type a command; raises Unwelcome."""
        who, where = self._there(person, channel)
        if where.is_archived:
            raise Unwelcome("You cannot send messages to an archived channel.")
        if not text.strip():
            raise Unwelcome("There is nothing to send.")
        if thread and not self.workspace.rooms.posts.find(channel, thread):
            raise Unwelcome("This thread is no more.")
        if text.startswith("/"):
            self._type(who, where, text, thread)
        else:
            self._write(who, where, text, thread)

    def act(self, person: str, channel: str, ts: str, given: Mapping[str, Any]) -> None:
        """Press a button or pick from a menu, and wait for the bot; raises Unwelcome."""
        who, where = self._there(person, channel)
        post = self.workspace.rooms.posts.find(channel, ts)
        if post is None or not post.seen_by(person):
            raise Unwelcome("This message is no more.")
        action = action_of(post.blocks, given)
        if action is None:
            raise Unwelcome("The message has no such button or option.")
        payload = self.payloads.block_actions(who, where, post, action)
        try:
            heard = self.delivery.interaction("block_actions", payload)
        except Unanswered as unanswered:
            raise Unwelcome(f"The app did not respond ({_word(unanswered)}).") from None
        if heard.status != 200:
            raise Unwelcome(f"The app responded with an error (HTTP {heard.status}).")

    def _there(self, person: str, channel: str) -> tuple[Person, Channel]:
        who, where = self.workspace.people.get(person), self.workspace.channel(channel)
        if who is None or who.is_bot:
            raise Unwelcome("There is no such person here.")
        if where is None or person not in where.members:
            raise Unwelcome("There is no such channel here.")
        return who, where

    def _type(self, who: Person, where: Channel, typed: str, thread: str | None) -> None:
        name, _, words = typed.partition(" ")
        gone = self.workspace.rooms.uninstalled
        if gone or name != self.workspace.app.command["name"]:
            raise Unwelcome(f"{name} is not a valid command.")
        if thread:
            raise Unwelcome(f"{name} is not supported in threads. Sorry!")
        form = self.payloads.command(who, where, words)
        self.spawn(lambda: self._command(who, where, typed, form))

    def _command(self, who: Person, where: Channel, typed: str, form: Mapping[str, str]) -> None:
        try:
            heard = self.delivery.form(form["command"], form)
            self._acknowledged(who, where, typed, heard)
        except Unanswered as unanswered:
            self._complain(who, where, typed, _word(unanswered))
        except Refused as refused:
            self._complain(who, where, typed, refused.verdict)

    def _acknowledged(self, who: Person, where: Channel, typed: str, heard: Heard) -> None:
        """The answer that stands in the acknowledgement itself."""
        text = heard.body.decode(errors="replace")
        if heard.status != 200:
            raise Refused("dispatch_failed")
        if not text.strip():
            return
        try:
            body = json.loads(text) if text.startswith("{") else {"text": text}
        except ValueError:
            raise Refused("invalid_command_response") from None
        only_echo = body.get("response_type") == "in_channel" and body.keys() <= {"response_type"}
        if only_echo:
            self.workspace.post(where.id, who.id, typed, command=typed)
        else:
            say(self.workspace, where.id, who.id, body, command=typed)

    def _complain(self, who: Person, where: Channel, typed: str, error: str) -> None:
        text = f"{typed.split()[0]} failed with the error “{error}”"
        self.workspace.post(
            where.id, SLACKBOT.id, text, only_for=who.id, error=error, command=typed
        )

    def _write(self, who: Person, where: Channel, text: str, thread: str | None) -> None:
        written = self.payloads.written(text)
        post = self.workspace.post(where.id, who.id, written, thread=thread)
        bot, events = self.workspace.app.bot, self.workspace.app.events
        if self.workspace.rooms.uninstalled:
            return
        if where.kind == "im":
            if "message.im" in events:
                self._tell("message", post)
        elif f"<@{bot.id}>" in written:
            if bot.id not in where.members:
                self._offer(who, where, post)
            elif "app_mention" in events:
                self._tell("app_mention", post)

    def _tell(self, kind: str, post: Post) -> None:
        envelope = self.payloads.event(kind, post)
        self.spawn(lambda: self.delivery.event(envelope))

    def _offer(self, who: Person, where: Channel, post: Post) -> None:
        """Slack sends no mention where the bot is not; it tells the one who wrote it."""
        text = f"<@{self.workspace.app.bot.id}> is not in this channel, and was not told."
        self.workspace.post(where.id, SLACKBOT.id, text, only_for=who.id, thread=post.thread)


def _word(unanswered: Unanswered) -> str:
    timeout = unanswered.reason == "http_timeout"
    return "operation_timeout" if timeout else "dispatch_failed"

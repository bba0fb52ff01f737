"""What people say: messages, and commands of the app's and of Slack's own.

https://docs.slack.dev/interactivity/implementing-slash-commands
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from bot.playground.backstage import Backstage
from bot.playground.events import links_composed, links_shared, mentioned, messaged
from bot.playground.joining import COMMANDS, Joining
from bot.playground.people import Channel, Person
from bot.playground.posts import Post
from bot.playground.refusals import Refused, Unwelcome
from bot.playground.responding import say
from bot.playground.sending import Heard, Unanswered
from bot.playground.workspace import SLACKBOT
from bot.playground.writing import links_to, written


@dataclass(frozen=True, slots=True)
class Talking:
    """Says things in conversations, and tells the bot of those that it may hear."""

    backstage: Backstage
    joining: Joining

    def say(self, person: str, channel: str, text: str, thread: str | None = None) -> None:
        """Write a message, or type a command; raises Unwelcome."""
        who, where = self.backstage.there(person, channel)
        if where.is_archived:
            raise Unwelcome("You cannot send messages to an archived channel.")
        if not text.strip():
            raise Unwelcome("There is nothing to send.")
        if thread and not self.backstage.workspace.rooms.posts.find(channel, thread):
            raise Unwelcome("This thread is no more.")
        if text.startswith("/"):
            self._type(who, where, text, thread)
        else:
            self._write(who, where, text, thread)

    def compose(self, person: str, text: str) -> str | None:
        """Begin a message without sending it; its unfurl_id, where the bot is told of its links.

        https://docs.slack.dev/changelog/2021-08-changes-to-unfurls ; raises Unwelcome.
        """
        who, workspace = self.backstage.person(person), self.backstage.workspace
        kept = written(text, workspace.people.values())
        links = links_to(workspace.app.domains, kept)
        # A command is no message, and nothing below it would unfold.
        if not links or text.startswith("/"):
            return None
        draft = workspace.draft(who.id, kept)
        self.backstage.tell(links_composed(workspace, draft, links))
        return draft.ts

    def _type(self, who: Person, where: Channel, typed: str, thread: str | None) -> None:
        name, _, words = typed.partition(" ")
        workspace = self.backstage.workspace
        ours = not workspace.rooms.uninstalled and name == workspace.app.command["name"]
        if not ours and name not in COMMANDS:
            raise Unwelcome(f"{name} is not a valid command.")
        if thread:
            raise Unwelcome(f"{name} is not supported in threads. Sorry!")
        if not ours:
            self.joining.command(who, where, name, words)
            return
        form = self.backstage.payloads.command(who, where, words)
        self.backstage.spawn(lambda: self._command(who, where, typed, form))

    def _command(self, who: Person, where: Channel, typed: str, form: Mapping[str, str]) -> None:
        def read(heard: Heard) -> None:
            self._acknowledged(who, where, typed, heard)

        try:
            self.backstage.delivery.form(form, read)
        except Unanswered as unanswered:
            self._complain(who, where, typed, unanswered.word)
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
        workspace = self.backstage.workspace
        only_echo = body.get("response_type") == "in_channel" and body.keys() <= {"response_type"}
        if only_echo:
            workspace.post(where.id, who.id, typed, command=typed)
        else:
            say(workspace, where.id, who.id, body, command=typed)

    def _complain(self, who: Person, where: Channel, typed: str, error: str) -> None:
        text = f"{typed.split()[0]} failed with the error “{error}”"
        self.backstage.workspace.post(
            where.id, SLACKBOT.id, text, only_for=who.id, error=error, command=typed
        )

    def _write(self, who: Person, where: Channel, text: str, thread: str | None) -> None:
        workspace = self.backstage.workspace
        kept = written(text, workspace.people.values())
        post = workspace.post(where.id, who.id, kept, thread=thread)
        app = workspace.app
        named = f"<@{app.bot.id}>" in kept
        if where.kind == "im":
            # What was suggested makes room for what was said.
            workspace.rooms.prompts.pop(where.id, None)
            self.backstage.tell(messaged(workspace, post))
        elif named and app.bot.id in where.members:
            self.backstage.tell(mentioned(workspace, post))
        elif named and not workspace.rooms.uninstalled:
            self._offer(who, where, post)
        if links := links_to(app.domains, kept):
            self.backstage.tell(links_shared(workspace, post, links))

    def _offer(self, who: Person, where: Channel, post: Post) -> None:
        """Slack sends no mention where the bot is not; it tells the one who wrote it."""
        workspace = self.backstage.workspace
        text = f"<@{workspace.app.bot.id}> is not in this channel, and was not told."
        workspace.post(where.id, SLACKBOT.id, text, only_for=who.id, thread=post.thread)

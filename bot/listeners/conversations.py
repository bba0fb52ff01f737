"""Mentions in channels and direct messages, answered in their thread.

https://docs.slack.dev/reference/events/app_mention and .../message.im
"""

from dataclasses import dataclass

from slack_bolt import Args

from bot.listeners.asking import Asking
from bot.listeners.payloads import Door, Said, direct, origin_of, said_in
from bot.listeners.speaking import Speaking
from bot.rendering.message import Message


@dataclass(frozen=True, slots=True)
class Conversations:
    """Answers people where they spoke, and nobody else: no app, no edit, no join."""

    asking: Asking
    speaking: Speaking

    def mentioned(self, args: Args) -> None:
        """Answer a mention; in a direct message a mention comes as a message too."""
        if args.event:
            self._answer(args, said_in(args.event), "mention")

    def messaged(self, args: Args) -> None:
        """Answer a direct message."""
        if args.event and direct(args.event):
            self._answer(args, said_in(args.event), "message")

    def tell(self, args: Args, message: Message) -> None:
        """Say something in the thread of what was said."""
        if args.event and (said := said_in(args.event)):
            self.speaking.post(args.client, said, message)

    def _answer(self, args: Args, said: Said | None, door: Door) -> None:
        if said:
            origin = origin_of(door, args.body, args.context)
            self.speaking.post(args.client, said, self.asking.reply(said.text, origin))

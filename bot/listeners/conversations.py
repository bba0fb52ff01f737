"""Mentions in channels and direct messages, answered in their thread.

https://docs.slack.dev/reference/events/app_mention and .../message.im
"""

from collections.abc import Callable
from dataclasses import dataclass

from slack_bolt import Args

from bot.core.request import language_of
from bot.listeners.asking import Asking
from bot.listeners.payloads import Door, Said, direct, origin_of, said_in, speaker_in
from bot.listeners.planning import Asker, Place
from bot.listeners.speaking import Speaking
from bot.rendering.message import Message

# The answer to words about digests; None to all others.
Overheard = Callable[[str, Asker], Message | None]


@dataclass(frozen=True, slots=True)
class Conversations:
    """Answers people where they spoke, and nobody else: no app, no edit, no join."""

    asking: Asking
    speaking: Speaking
    overheard: Overheard

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
            speaker = speaker_in(args.event or {}, origin.team)
            asker = Asker(speaker, Place(origin.team, said.channel), language_of(said.text))
            message = self.overheard(said.text, asker) or self.asking.reply(said.text, origin)
            self.speaking.post(args.client, said, message)

"""Mentions in channels and direct messages, answered in their thread.

An answer is posted whole, in one call. It is not streamed: a quotation of which half is to be read
is a misquotation. Nor is a status set first: an answer takes milliseconds, and it would flicker.

https://docs.slack.dev/reference/events/app_mention and .../message.im
"""

from collections.abc import Callable
from dataclasses import dataclass

from slack_bolt import Args

from bot.core.statement import Language
from bot.listeners.conversing import Conversing
from bot.listeners.languages import Languages
from bot.listeners.payloads import Door, Origin, Said, direct, origin_of, said_in, speaker_in
from bot.listeners.planning import Asker, Place
from bot.listeners.speaking import Speaking
from bot.rendering.message import Message

# The answer to words about digests, or about the language; None to all others.
Overheard = Callable[[str, Asker], Message | None]


def first_of(*ways: Overheard) -> Overheard:
    """What the first of them answers that has an answer."""

    def overheard(text: str, asker: Asker) -> Message | None:
        return next(filter(None, (way(text, asker) for way in ways)), None)

    return overheard


@dataclass(frozen=True, slots=True)
class Conversations:
    """Answers people where they spoke, and nobody else: no app, no edit, no join."""

    conversing: Conversing
    languages: Languages
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
            language = self.languages.of(args.client, speaker, said.text)
            asker = Asker(speaker, Place(origin.team, said.channel), language)
            if message := self.overheard(said.text, asker):
                self.speaking.post(args.client, said, message)
            else:
                self._converse(args, said, origin, language)

    def _converse(self, args: Args, said: Said, origin: Origin, language: Language) -> None:
        """Answer first: nobody waits for what only the next words need."""
        spoken = self.conversing.reply(said, origin, language)
        for message in spoken.messages:
            self.speaking.post(args.client, said, message)
        if spoken.turn:
            self.conversing.keep(said, origin, spoken.turn)

"""Answers what is said in a conversation, in the light of what it was last answered with."""

from dataclasses import dataclass

from bot.core.answering import Found
from bot.core.continuing import Continued, Turn, turn_after, turn_at
from bot.core.follow_up import FollowUp, parse
from bot.core.statement import Language
from bot.listeners.asking import Asking
from bot.listeners.payloads import Origin, Payload, Said, channel_in, mapping, thread_in
from bot.listeners.turns import WHOLE_CHANNEL, Turns
from bot.rendering.message import Message
from bot.rendering.surface import Surface
from bot.rendering.talk import render_continued

HELP = "help"


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is to be said, and the turn to be kept once it is; None keeps the one before."""

    messages: tuple[Message, ...]
    turn: Turn | None


@dataclass(frozen=True, slots=True)
class Conversing:
    """Keeps the thread of conversations."""

    asking: Asking
    turns: Turns

    def reply(self, said: Said, origin: Origin, language: Language) -> Spoken:
        """The answer to a question, or to words that go on from the last answer."""
        follow_up = parse(said.text)
        turn = self._last(said, origin) if follow_up else None
        continued = self._answer(said, origin, language, follow_up, turn)
        after = turn_after(continued, turn, follow_up)
        surface: Surface = "private" if _direct(origin) else "public"
        return Spoken(render_continued(continued, language, surface), after)

    def keep(self, said: Said, origin: Origin, turn: Turn) -> None:
        """Let the turn be what follows in the thread goes on from, and beside it in a DM."""
        threads = (said.thread, WHOLE_CHANNEL) if _direct(origin) else (said.thread,)
        self.turns.keep(origin.team, said.channel, threads, turn)

    def picked(self, click: Payload, team: str, found: Found) -> None:
        """What was picked in a direct message took the place of the answer: it is the last now.

        In a channel one person alone sees it, and the thread goes on from what all of them see.
        """
        channel = channel_in(click)
        if channel.startswith("D") and not mapping(click, "container").get("is_ephemeral"):
            thread = thread_in(click)
            turn = turn_at(found, self.turns.last(team, channel, thread))
            self.turns.keep(team, channel, {thread, WHOLE_CHANNEL}, turn)

    def _last(self, said: Said, origin: Origin) -> Turn | None:
        """A message that stands in no thread has no turn but, in a DM, that of the channel."""
        if not said.in_thread and not _direct(origin):
            return None
        thread = said.thread if said.in_thread else WHOLE_CHANNEL
        return self.turns.last(origin.team, said.channel, thread)

    def _answer(
        self,
        said: Said,
        origin: Origin,
        language: Language,
        follow_up: FollowUp | None,
        turn: Turn | None,
    ) -> Continued:
        if follow_up is None:
            # No words ask for the contents, but a file may have been meant for somebody to read.
            return self.asking.ask(HELP if said.wordless else said.text, origin, language)
        return self.asking.follow(follow_up, turn, origin, language)


def _direct(origin: Origin) -> bool:
    return origin.door == "message"

"""The shortcut on a message: what it is about, answered to the one who chose it and nobody else.

This is how threads are served, where slash commands are refused. Nothing of the message is kept.
https://docs.slack.dev/interactivity/implementing-shortcuts
"""

from dataclasses import dataclass

from slack_bolt import Args

from bot.core.answering import NotFound
from bot.core.statement import Language
from bot.listeners.asking import Asking
from bot.listeners.languages import Languages
from bot.listeners.message_words import words_of
from bot.listeners.payloads import mapping, origin_of, person_in, string
from bot.listeners.speaking import Speaking
from bot.rendering.answers import render
from bot.rendering.message import Message
from bot.rendering.misses import render_no_words, render_nothing_in_message

FIND_IN_STATEMENT = "find_in_statement"


@dataclass(frozen=True, slots=True)
class Finding:
    """Looks up the words of a message."""

    asking: Asking
    languages: Languages
    speaking: Speaking

    def find(self, args: Args) -> None:
        """Answer the one who chose the shortcut, beside the message or in its thread."""
        words = words_of(mapping(args.body, "message"))
        # The message may be somebody else's, so its language says nothing of who asks.
        language = self.languages.of(args.client, person_in(args.body))
        self.tell(args, self._answer(args, words, language))

    def tell(self, args: Args, message: Message) -> None:
        """Whisper in the message's thread.

        One that has no answers yet is no thread: Slack would show nothing of what is whispered
        there (https://docs.slack.dev/reference/methods/chat.postEphemeral, thread_ts).
        """
        thread = string(mapping(args.body, "message"), "thread_ts")
        self.speaking.whisper(args.context.response_url, message, thread)

    def _answer(self, args: Args, words: str, language: Language) -> Message:
        origin = origin_of("shortcut", args.body, args.context)
        match self.asking.about(words, origin, language):
            case None:
                return render_no_words(language)
            case NotFound() as miss:
                return render_nothing_in_message(miss, language)
            case found:
                return render(found, language)

"""`/alliance language ko`: the language that somebody chooses to be answered in."""

from dataclasses import dataclass
from typing import assert_never

from slack_bolt import Args

from bot.core.language_request import Ask, Choose, LanguageRequest, Unclear, parse_language
from bot.listeners.languages import Languages
from bot.listeners.payloads import Payload, Person, person_in, string
from bot.listeners.planning import Asker
from bot.rendering.language_replies import (
    render_choose_in_private,
    render_chosen,
    render_language,
    render_unknown_language,
)
from bot.rendering.message import Message, payload_of


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """Answers in the language that was chosen, once it is kept."""

    languages: Languages

    def asked(self, command: Payload) -> bool:
        """Whether the words are about the language."""
        return parse_language(string(command, "text")) is not None

    def answer(self, args: Args) -> None:
        """Answer in the acknowledgement; raises where the choice cannot be kept."""
        command = args.command or {}
        text, person = string(command, "text"), person_in(command)
        if request := parse_language(text):
            self.languages.at_once(args.client, person, text)
            message = self._reply(request, person, text)
            args.ack(response_type="ephemeral", **payload_of(message))

    def overheard(self, text: str, asker: Asker) -> Message | None:
        """The answer to what was said in a conversation; None where it is about something else.

        Where others read along, nothing is chosen.
        """
        if (request := parse_language(text)) is None:
            return None
        if not asker.place.channel.startswith("D"):
            return render_choose_in_private(asker.language)
        return self._reply(request, asker.person, text)

    def _reply(self, request: LanguageRequest, person: Person, text: str) -> Message:
        match request:
            case Choose(chosen):
                self.languages.choose(person, chosen)
                return render_chosen(chosen, self.languages.known(person, text))
            case Ask():
                chosen, language = self.languages.chosen(person), self.languages.known(person, text)
                return render_language(chosen, language)
            case Unclear():
                return render_unknown_language(self.languages.known(person, text))
            case unreachable:
                assert_never(unreachable)

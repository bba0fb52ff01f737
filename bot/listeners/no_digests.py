"""What stands in the place of digests where nothing keeps them: a sentence that says so."""

from dataclasses import dataclass

from slack_bolt import Args

from bot.core.digest_request import parse_digest
from bot.core.zones import Zones
from bot.listeners.languages import Languages
from bot.listeners.payloads import Payload, person_in, string
from bot.listeners.planning import Asker
from bot.rendering.digest_replies import render_refusal
from bot.rendering.message import Message, payload_of

_NO_ZONES = Zones(())


@dataclass(frozen=True, slots=True)
class NoDigests:
    """Answers whoever asks for digests."""

    languages: Languages

    def asked(self, command: Payload) -> bool:
        """Whether the words are about digests."""
        return parse_digest(string(command, "text"), _NO_ZONES) is not None

    def answer(self, args: Args) -> None:
        """Say so in the acknowledgement."""
        command = args.command or {}
        text, person = string(command, "text"), person_in(command)
        language = self.languages.at_once(args.client, person, text)
        message = render_refusal("unavailable", language)
        args.ack(response_type="ephemeral", **payload_of(message))

    def overheard(self, text: str, asker: Asker) -> Message | None:
        """The same to what was said in a conversation; None where it is not about digests."""
        if parse_digest(text, _NO_ZONES) is None:
            return None
        return render_refusal("unavailable", asker.language)

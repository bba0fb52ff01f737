"""What stands in the place of digests where nothing keeps them: a sentence that says so."""

from dataclasses import dataclass

from slack_bolt import Ack

from bot.core.digest_request import parse_digest
from bot.core.request import language_of
from bot.core.zones import Zones
from bot.listeners.payloads import Payload, string
from bot.listeners.planning import Asker
from bot.rendering.digest_replies import render_refusal
from bot.rendering.message import Message, payload_of

_NO_ZONES = Zones(())


@dataclass(frozen=True, slots=True)
class NoDigests:
    """Answers whoever asks for digests."""

    def asked(self, command: Payload) -> bool:
        """Whether the words are about digests."""
        return parse_digest(string(command, "text"), _NO_ZONES) is not None

    def answer(self, ack: Ack, command: Payload) -> None:
        """Say so in the acknowledgement."""
        message = render_refusal("unavailable", language_of(string(command, "text")))
        ack(response_type="ephemeral", **payload_of(message))

    def overheard(self, text: str, asker: Asker) -> Message | None:
        """The same to what was said in a conversation; None where it is not about digests."""
        if parse_digest(text, _NO_ZONES) is None:
            return None
        return render_refusal("unavailable", asker.language)

"""The slash command, answered to the one who typed it in the acknowledgement itself.

https://docs.slack.dev/interactivity/implementing-slash-commands
"""

from dataclasses import dataclass

from slack_bolt import Ack, BoltContext

from bot.listeners.asking import Asking
from bot.listeners.payloads import Payload, origin_of, string
from bot.rendering.message import payload_of

ALLIANCE = "/alliance"


@dataclass(frozen=True, slots=True)
class Commands:
    """Answers /alliance; no Web API is needed for it."""

    asking: Asking

    def answer(self, ack: Ack, command: Payload, context: BoltContext) -> None:
        message = self.asking.reply(string(command, "text"), origin_of("command", command, context))
        ack(response_type="ephemeral", **payload_of(message))

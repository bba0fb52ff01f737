"""The slash command, answered to the one who typed it in the acknowledgement itself.

https://docs.slack.dev/interactivity/implementing-slash-commands
"""

from collections.abc import Callable
from dataclasses import dataclass

from slack_bolt import BoltRequest, BoltResponse
from slack_bolt.middleware import Middleware

from bot.listeners.asking import Asking
from bot.listeners.languages import Languages
from bot.listeners.payloads import Payload, origin_of, person_in, string

ALLIANCE = "/alliance"


@dataclass(frozen=True, slots=True)
class Commands(Middleware):
    """Answers /alliance, but for the special words that a listener waits for.

    It is a middleware, for each listener that Bolt asks, and each that it runs, has some forty
    arguments gathered for it first (bench.request). No Web API is needed for an answer.
    """

    asking: Asking
    languages: Languages
    special: tuple[Callable[[Payload], bool], ...] = ()

    def process(
        self, *, req: BoltRequest, resp: BoltResponse, next: Callable[[], BoltResponse]
    ) -> BoltResponse:
        command = req.body
        if command.get("command") != ALLIANCE or any(asked(command) for asked in self.special):
            return next()
        text, origin = string(command, "text"), origin_of("command", command, req.context)
        language = self.languages.at_once(req.context.client, person_in(command), text)
        return BoltResponse(status=200, body=self.asking.reply(text, origin, language))

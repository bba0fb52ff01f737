"""What is suggested to whoever opens their direct message with the bot, the agent's pane.

https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts
"""

from dataclasses import dataclass

from slack_bolt import Args
from slack_sdk.errors import SlackApiError

from bot.core.library import Library
from bot.listeners.languages import Languages
from bot.listeners.payloads import Payload, speaker_in, string, team_in
from bot.listeners.speaking import slacks_word
from bot.rendering.message import Message
from bot.rendering.talk import suggested

# An installation from before the pane: it has no place for prompts, or no scope.
_NO_PANE = frozenset(("missing_scope", "not_agent_app", "no_permission"))


@dataclass(frozen=True, slots=True)
class Suggesting:
    """Suggests what to ask, once each time that the pane is opened."""

    library: Library
    languages: Languages

    def wanted(self, event: Payload) -> bool:
        """Whether the tab with the messages was opened."""
        return event.get("tab") == "messages"

    def opened(self, args: Args) -> None:
        """Suggest in the person's language; under agent_view there is no thread yet."""
        event = args.event or {}
        channel = string(event, "channel")
        if not (channel and string(event, "user")):
            return
        person = speaker_in(event, team_in(args.context))
        language = self.languages.of(args.client, person)
        prompts = suggested(self.library.statements[0], language)
        pairs = [{"title": label, "message": words} for label, words in prompts.pairs]
        try:
            args.client.assistant_threads_setSuggestedPrompts(
                channel_id=channel, title=prompts.title, prompts=pairs
            )
        except SlackApiError as error:
            if slacks_word(error) not in _NO_PANE:
                raise

    def tell(self, args: Args, message: Message) -> None:
        """Nobody asked for anything, so nobody is told what went wrong: the log is."""

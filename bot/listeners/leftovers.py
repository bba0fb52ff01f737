"""What nothing answers any more: a button or a modal of an older release, or a forged one."""

from dataclasses import dataclass

from slack_bolt import Ack, Args

from bot.listeners.languages import Languages
from bot.listeners.modals import told
from bot.listeners.payloads import person_in, string
from bot.listeners.speaking import Speaking
from bot.rendering.message import Message
from bot.rendering.misses import render_gone
from bot.rendering.views import notice


@dataclass(frozen=True, slots=True)
class Leftovers:
    """Tells whoever comes upon it that it leads nowhere, and how to go on."""

    languages: Languages
    speaking: Speaking

    def unknown(self, args: Args) -> None:
        """Answer a click or a shortcut that nothing else answers."""
        self.tell(args, render_gone(self.languages.of(args.client, person_in(args.body))))

    def submitted(self, args: Args) -> None:
        """Put the sentence in the place of a modal that nothing else answers."""
        language = self.languages.at_once(args.client, person_in(args.body))
        args.ack(response_action="update", view=notice(render_gone(language), language))

    def suggest(self, ack: Ack) -> None:
        """Suggest nothing."""
        ack(options=[])

    def tell(self, args: Args, message: Message) -> None:
        """Say it where it was pressed; what stands in a view says it in a modal."""
        if args.context.response_url or string(args.body, "trigger_id"):
            language = self.languages.at_once(args.client, person_in(args.body))
            told(args, self.speaking, message, language)

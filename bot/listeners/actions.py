"""Buttons and menus: what they name takes the place of the answer they stood under.

In a channel it is whispered instead: one person's click changes nothing for the others. In a modal
it takes the modal's place, and from a Home it opens one.

https://docs.slack.dev/interactivity/handling-user-interaction
"""

from collections.abc import Callable
from dataclasses import dataclass

from slack_bolt import Args

from bot.core.answering import Found
from bot.listeners.asking import Asking
from bot.listeners.conversing import Conversing
from bot.listeners.modals import in_view, shown, told
from bot.listeners.payloads import Origin, origin_of, shown_to_one
from bot.listeners.quoting import Quoting, pressed
from bot.listeners.speaking import Speaking
from bot.rendering.answers import render
from bot.rendering.message import Message
from bot.rendering.misses import render_gone, render_not_opened
from bot.rendering.references import Reference
from bot.rendering.results import result_view

LookUp = Callable[[Reference, Origin], Found | None]


@dataclass(frozen=True, slots=True)
class Actions:
    """Shows what was pressed or picked."""

    asking: Asking
    conversing: Conversing
    speaking: Speaking
    quoting: Quoting

    def show_passage(self, args: Args) -> None:
        """Show the passage of a button to the one who pressed."""
        self._show(args, self.asking.passage)

    def show_theme(self, args: Args) -> None:
        """Show the theme of a button or of a menu to the one who pressed."""
        self._show(args, self.asking.theme)

    def tell(self, args: Args, message: Message) -> None:
        """Say something to the one who pressed."""
        told(args, self.speaking, message, self.quoting.language(args))

    def _show(self, args: Args, look_up: LookUp) -> None:
        reference = self.quoting.reference(args, pressed(args))
        origin = origin_of("action", args.body, args.context)
        found = look_up(reference, origin) if reference else None
        if reference is None or found is None:
            self.tell(args, render_gone(self.quoting.language(args)))
        elif in_view(args.body):
            if not shown(args, result_view(found, reference.language)):
                self.tell(args, render_not_opened(reference.language))
        elif shown_to_one(args.body):
            self.speaking.replace(args.context.response_url, render(found, reference.language))
            self.conversing.picked(args.body, origin.team, found)
        else:
            self.tell(args, render(found, reference.language))

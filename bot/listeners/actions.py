"""Buttons and menus: what they name takes the place of the answer they stood under.

In a channel it is whispered instead: one person's click changes nothing for the others.

https://docs.slack.dev/interactivity/handling-user-interaction
"""

from collections.abc import Callable
from dataclasses import dataclass

from slack_bolt import Args

from bot.listeners.asking import Asking
from bot.listeners.payloads import Origin, chosen_in, origin_of, shown_to_one, thread_in
from bot.listeners.speaking import Speaking
from bot.rendering.message import Message
from bot.rendering.misses import render_gone
from bot.rendering.paragraphs import render_paragraph
from bot.rendering.references import Reference, reference_in

LookUp = Callable[[Reference, Origin], Message | None]


@dataclass(frozen=True, slots=True)
class Actions:
    """Shows what was pressed or picked."""

    asking: Asking
    speaking: Speaking

    def show_passage(self, args: Args) -> None:
        """Show the passage of a button to the one who pressed."""
        self._show(args, self.asking.passage)

    def show_theme(self, args: Args) -> None:
        """Show the theme of a button or of a menu to the one who pressed."""
        self._show(args, self.asking.theme)

    def read_paragraph(self, args: Args) -> None:
        """Show the whole paragraph of a digest's passage, to the one who pressed alone."""
        reference = reference_in(chosen_in(args.action or {}))
        if reference and (named := self.asking.library.passage(reference.slug, reference.id)):
            for message in render_paragraph(*named, reference.language):
                self.tell(args, message)
        else:
            self.tell(args, render_gone(reference.language if reference else "en"))

    def tell(self, args: Args, message: Message) -> None:
        """Say something to the one who pressed."""
        self.speaking.whisper(args.context.response_url, message, thread_in(args.body))

    def _show(self, args: Args, look_up: LookUp) -> None:
        reference = reference_in(chosen_in(args.action or {}))
        origin = origin_of("action", args.body, args.context)
        message = look_up(reference, origin) if reference else None
        if message and shown_to_one(args.body):
            self.speaking.replace(args.context.response_url, message)
        else:
            self.tell(args, message or render_gone(reference.language if reference else "en"))

"""Cite: the citations of a passage, in a modal."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from slack_bolt import Args

from bot.listeners.modals import opened, told
from bot.listeners.quoting import Quoting, pressed
from bot.listeners.speaking import Speaking
from bot.rendering.cite import render_cite
from bot.rendering.message import Message
from bot.rendering.misses import render_gone, render_not_opened


@dataclass(frozen=True, slots=True)
class Citing:
    """Shows citations, accessed on the day that it is in UTC: a click does not tell a zone."""

    quoting: Quoting
    speaking: Speaking
    now: Callable[[], datetime]

    def press(self, args: Args) -> None:
        """Open them, or say why they stay closed."""
        quoted = self.quoting.quoted(args, pressed(args))
        if quoted is None:
            self.tell(args, render_gone(self.quoting.language(args)))
        elif not opened(args, render_cite(quoted, self.now().date())):
            self.tell(args, render_not_opened(quoted.language))

    def tell(self, args: Args, message: Message) -> None:
        """Say something to the one who pressed."""
        told(args, self.speaking, message, self.quoting.language(args))

"""The reader: a passage in its paragraph, and the way to every other paragraph."""

from dataclasses import dataclass

from slack_bolt import Args

from bot.listeners.modals import opened, replaced, told
from bot.listeners.quoting import Quoting, pressed, remembered
from bot.listeners.speaking import Speaking
from bot.rendering.message import Message
from bot.rendering.misses import render_gone, render_not_opened
from bot.rendering.paragraphs import render_paragraph
from bot.rendering.reader import Reading, reading_at, render_reader
from bot.rendering.views import notice


@dataclass(frozen=True, slots=True)
class Readers:
    """Opens the reader at a passage, and turns its pages."""

    quoting: Quoting
    speaking: Speaking

    def read(self, args: Args) -> None:
        """Open it at the passage of a button; where it stays closed, whisper the paragraph."""
        reading = self._reading(args, pressed(args))
        if reading is None:
            self.tell(args, render_gone(self.quoting.language(args)))
        elif not opened(args, render_reader(reading)):
            self._whisper(args, reading)

    def turn(self, args: Args) -> None:
        """Show the page of a button."""
        self._show(args, self._reading(args, remembered(args), _number(pressed(args))))

    def go(self, args: Args) -> None:
        """Show the passage that was picked from the themes."""
        self._show(args, self._reading(args, pressed(args)))

    def tell(self, args: Args, message: Message) -> None:
        """Say something to the one who pressed."""
        told(args, self.speaking, message, self.quoting.language(args))

    def _show(self, args: Args, reading: Reading | None) -> None:
        language = self.quoting.language(args)
        gone = notice(render_gone(language), language)
        replaced(args, render_reader(reading) if reading else gone)

    def _reading(self, args: Args, value: object, number: int | None = None) -> Reading | None:
        quoted = self.quoting.quoted(args, value)
        return reading_at(quoted, number) if quoted else None

    def _whisper(self, args: Args, reading: Reading) -> None:
        """In a modal nothing can be whispered: there it is said that it did not open."""
        quoted = reading.quoted
        if not args.context.response_url:
            self.tell(args, render_not_opened(quoted.language))
            return
        for message in render_paragraph(quoted.statement, quoted.passage, quoted.language):
            self.tell(args, message)


def _number(value: object) -> int:
    """The page that a button names; -1, which is none, where it names no number."""
    fits = isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 7
    return int(str(value)) if fits else -1

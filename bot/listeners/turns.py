"""What conversations were last answered with, so that "more" and "next" are understood."""

from collections.abc import Collection
from typing import Protocol

from bot.core.continuing import Turn

# The turn of a direct message as a whole: people there often write on beside the thread.
WHOLE_CHANNEL = ""


class Turns(Protocol):
    """The last turn of each thread; neither verb raises, for an answer needs no database."""

    def last(self, team: str, channel: str, thread: str) -> Turn | None:
        """The last turn of a thread, None where there was none or it cannot be read."""
        ...

    def keep(self, team: str, channel: str, threads: Collection[str], turn: Turn) -> None:
        """Let it be the last turn of these threads."""
        ...

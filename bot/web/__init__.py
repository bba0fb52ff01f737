"""The HTTP door: Slack's requests come in at one path and leave for Bolt."""

from bot.web.door import EVENTS, Door
from bot.web.leaving import Leaving, stay_on_sigterm
from bot.web.reading import LARGEST_BODY
from bot.web.serving import listen

__all__ = ["EVENTS", "LARGEST_BODY", "Door", "Leaving", "listen", "stay_on_sigterm"]

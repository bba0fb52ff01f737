"""What the stand-in's door leads to: the page's questions and deeds, and the bot's Web API."""

from collections.abc import Callable, Mapping
from threading import Event
from typing import Any

from bot.playground.api_door import ApiDoor
from bot.playground.bell import Bell
from bot.playground.deeds import Deeds
from bot.playground.given import Json
from bot.playground.pages import Pages


class Door:
    """What every request is answered from."""

    def __init__(self, pages: Pages, deeds: Deeds, api: ApiDoor, bell: Bell) -> None:
        self.api, self.bell = api, bell
        self.closing = Event()
        self.shown: dict[str, Callable[[Mapping[str, Any]], Json]] = {
            "state": pages.state,
            "messages": pages.messages,
            "requests": pages.requests,
            "home": pages.home,
            "modal": pages.modal,
            "faults": pages.to_come,
            "steps": pages.steps,
            "draft": pages.draft,
        }
        self.done: dict[str, Callable[[Mapping[str, Any]], Json]] = {
            "say": deeds.say,
            "compose": deeds.compose,
            "act": deeds.act,
            "options": deeds.suggest,
            "submit": deeds.submit,
            "close": deeds.close,
            "shortcut": deeds.shortcut,
            "open": deeds.open,
            "step": deeds.run,
            "reset": deeds.reset,
            "faults": deeds.fail,
            "clock": deeds.advance,
        }

    def close(self) -> None:
        """Let go of whoever waits."""
        self.closing.set()
        self.bell.close()

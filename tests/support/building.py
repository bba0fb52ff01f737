"""The real App as tests build it: with a library of theirs, and nothing left to chance."""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import fields
from typing import Any

from slack_bolt import App

from bot.core.library import Library
from bot.listeners.app import build_app
from bot.listeners.keeping import Keeping
from bot.storage import in_memory
from tests.support.digests import NOW
from tests.support.web_api import SECRET, TOKEN

# Given the address of the Web API and what runs lazy listeners.
Build = Callable[[str, Executor], App]
_KEPT = frozenset(field.name for field in fields(Keeping))


def the_bot(library: Library, **more: Any) -> Build:
    """Builds the real App, which knows that library and keeps things in memory, or in `more`."""

    def build(api_url: str, executor: Executor) -> App:
        return build_app(
            library,
            lambda passages: passages[-1],
            signing_secret=SECRET,
            bot_token=TOKEN,
            api_url=api_url,
            executor=executor,
            keeping=kept(**{name: more[name] for name in more if name in _KEPT}),
            **{"now": lambda: NOW, **{name: more[name] for name in more if name not in _KEPT}},
        )

    return build


def kept(**ports: Any) -> Keeping:
    """What is kept in memory, but for these ports."""
    usual = {
        "preferences": in_memory.PreferencesInMemory(),
        "turns": in_memory.TurnsInMemory(),
        "remarks": in_memory.RemarksInMemory(),
        "misses": in_memory.MissesInMemory(),
        "seen": in_memory.EventsInMemory(),
        "departures": in_memory.NothingKept(),
    }
    return Keeping(**{**usual, **ports})

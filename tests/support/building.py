"""The real App as tests build it: with a library of theirs, and nothing left to chance."""

from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any

from slack_bolt import App

from bot.core.library import Library
from bot.listeners.app import build_app
from tests.support.web_api import SECRET, TOKEN

# Given the address of the Web API and what runs lazy listeners.
Build = Callable[[str, Executor], App]


def the_bot(library: Library, **more: Any) -> Build:
    """Builds the real App, which knows that library."""

    def build(api_url: str, executor: Executor) -> App:
        return build_app(
            library,
            lambda passages: passages[-1],
            signing_secret=SECRET,
            bot_token=TOKEN,
            api_url=api_url,
            executor=executor,
            **more,
        )

    return build

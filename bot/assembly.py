"""The one place where the parts meet."""

import os
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot import settings as configuration
from bot.core.library import Library, library_of
from bot.library.reading import read_statements
from bot.settings import Settings

if TYPE_CHECKING:
    from slack_bolt import App

    from bot.web import Door


@dataclass(frozen=True, slots=True)
class Parts:
    """The bot, wired: what it quotes and the Bolt App that Slack speaks to."""

    library: Library
    app: "App"


def shelved(settings: Settings) -> Library:
    """The proofed and indexed statements; raises BrokenDigest. It loads nothing of Slack's."""
    return library_of(*read_statements(settings.knowledge_dir))


def assemble(settings: Settings) -> Parts:
    """The same bot for every door; raises BrokenDigest."""
    from bot.listeners.app import build_app

    library = shelved(settings)
    app = build_app(
        library,
        random.choice,
        signing_secret=settings.signing_secret,
        bot_token=settings.bot_token,
        api_url=settings.api_url,
    )
    return Parts(library, app)


def door() -> "Door":
    """The HTTP door, built inside a server's worker from that worker's environment."""
    from bot import logs
    from bot.web import Door

    settings = configuration.load(os.environ, "http")
    logs.configure(settings)
    return Door(assemble(settings).app)

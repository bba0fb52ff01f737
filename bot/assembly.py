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

    from bot.listeners.posting import Posting
    from bot.web import Door


@dataclass(frozen=True, slots=True)
class Parts:
    """The bot, wired: what it quotes, the Bolt App that Slack speaks to, and what it posts with."""

    library: Library
    app: "App"
    posting: "Posting"


def read_library(settings: Settings) -> Library:
    """The proofed and indexed statements; raises BrokenDigest. It loads nothing of Slack's."""
    return library_of(*read_statements(settings.knowledge_dir))


def assemble(settings: Settings) -> Parts:
    """The same bot for every door; raises BrokenDigest."""
    from bot.listeners.app import build_app
    from bot.listeners.posting import Posting

    library = read_library(settings)
    posting = Posting()
    app = build_app(
        library,
        random.choice,
        signing_secret=settings.signing_secret,
        bot_token=settings.bot_token,
        api_url=settings.api_url,
        executor=posting,
    )
    return Parts(library, app, posting)


def door() -> "Door":
    """The HTTP door, built inside a server's worker from that worker's environment."""
    from multiprocessing.util import Finalize

    from bot import logs
    from bot.web import Door

    settings = configuration.load(os.environ, "http")
    logs.configure(settings)
    parts = assemble(settings)
    # A worker's own end: the interpreter's would first post everything that waits.
    Finalize(None, parts.posting.end, exitpriority=1)
    return Door(parts.app)

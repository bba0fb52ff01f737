"""The bot put together for a door: what it quotes, the App that Slack speaks to, and digests."""

import os
import random
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4
from zoneinfo import available_timezones

from bot import settings as configuration
from bot.assembly.worker import Clock, beside, delivering, utc_now
from bot.core.library import Library, library_of
from bot.core.statement import Statement
from bot.core.zones import Zones
from bot.library.reading import read_statements
from bot.settings import Settings

if TYPE_CHECKING:
    import sqlalchemy as sa
    from slack_bolt import App

    from bot.listeners.planning import Planning
    from bot.listeners.posting import Posting
    from bot.storage.subscriptions import SubscriptionStore
    from bot.web import Door


@dataclass(frozen=True, slots=True)
class Parts:
    """The bot, wired: what it quotes, the Bolt App that Slack speaks to, and what it posts with."""

    library: Library
    app: "App"
    posting: "Posting"
    digests: "SubscriptionStore | None"


def read_library(settings: Settings) -> Library:
    """The proofed and indexed statements; raises BrokenDigest. It loads nothing of Slack's."""
    return library_of(*read_statements(settings.knowledge_dir))


def assemble(
    settings: Settings, engine: "sa.Engine | None" = None, clock: Clock | None = None
) -> Parts:
    """The same bot for every door; without a database it has no digests. Raises BrokenDigest."""
    from bot.listeners.app import build_app
    from bot.listeners.posting import Posting
    from bot.storage.subscriptions import SubscriptionStore

    library = read_library(settings)
    store = SubscriptionStore(engine) if engine else None
    planning = _planning(settings, store, library.statements[0], clock) if store else None
    posting = Posting()
    app = build_app(
        library,
        random.choice,
        signing_secret=settings.signing_secret,
        bot_token=settings.bot_token,
        api_url=settings.api_url,
        executor=posting,
        planning=planning,
    )
    return Parts(library, app, posting, store)


def every_zone() -> Zones:
    """The time zones that this machine knows."""
    return Zones(tuple(sorted(available_timezones())))


def _planning(
    settings: Settings, store: "SubscriptionStore", statement: Statement, clock: Clock | None
) -> "Planning":
    """What sets up digests, by the time zones and the holidays of this machine."""
    from bot.listeners.planning import Planning
    from bot.scheduling.days_off import day_off

    return Planning(
        *(store, statement, every_zone(), day_off, clock or utc_now, lambda: uuid4().hex),
        admins_only=settings.digest_admins_only,
    )


@contextmanager
def answering(settings: Settings, clock: Clock = utc_now) -> Iterator[Parts]:
    """The bot for a door, with the worker inside it where the database is an SQLite file."""
    from bot.storage.database import opened
    from bot.storage.migrating import migrate

    with ExitStack() as stack:
        engine = opened(settings.database_url)
        parts = assemble(settings, engine, clock)
        stack.callback(parts.posting.end)
        if engine.dialect.name == "sqlite":
            migrate(engine)
            statement, *_ = parts.library.statements
            worker = stack.enter_context(delivering(settings, engine, statement, clock))
            stack.enter_context(beside(worker))
        yield parts


def door() -> "Door":
    """The HTTP door, built inside a server's worker from that worker's environment."""
    from multiprocessing.util import Finalize

    from bot import logs
    from bot.web import Door

    settings = configuration.load(os.environ, "http")
    logs.configure(settings)
    stack = ExitStack()
    parts = stack.enter_context(answering(settings))
    # A worker's own end: the interpreter's would first post everything that waits.
    Finalize(None, stack.close, exitpriority=1)
    return Door(parts.app)

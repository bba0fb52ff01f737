"""The bot put together for a door: what it quotes, the App that Slack speaks to, and digests."""

import logging
import random
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore
from typing import TYPE_CHECKING

from bot.assembly.many import Many, many
from bot.assembly.planning import planning
from bot.assembly.worker import Clock, beside, delivering, utc_now
from bot.core.lasting import lasting
from bot.core.library import Library, library_of
from bot.core.statement import Statement
from bot.settings import Settings

if TYPE_CHECKING:
    import sqlalchemy as sa
    from slack_bolt import App

    from bot.listeners.posting import Posting
    from bot.measuring.measures import Measures
    from bot.measuring.readiness import Readiness
    from bot.storage.subscriptions import SubscriptionStore
    from bot.web import Door

# Reads and proofs the statements of a folder; raises BrokenDigest.
Read = Callable[[Path | None], tuple[Statement, ...]]
# Statements that are indexed between two lines of the log.
TOLD_EVERY = 100
_LOG = logging.getLogger("bot.library")


@dataclass(frozen=True, slots=True)
class Parts:
    """The bot, wired: what it quotes, the Bolt App that Slack speaks to, and what it posts with."""

    library: Library
    app: "App"
    posting: "Posting"
    digests: "SubscriptionStore | None"
    measures: "Measures"
    readiness: "Readiness"
    many: Many | None = None


def _read(folder: Path | None) -> tuple[Statement, ...]:
    from bot.library.reading import read_statements

    return read_statements(folder)


def read_library(settings: Settings, read: Read = _read) -> Library:
    """The proofed and indexed statements; raises BrokenDigest. It loads nothing of Slack's.

    Where no index of them is kept, `read` reads them first.
    """
    from bot.library.stored import kept

    def build() -> Library:
        return library_of(*read(settings.knowledge_dir), told=told)

    with lasting():
        cache = settings.cache_dir
        return kept(cache, settings.knowledge_dir, build) if cache else build()


def load() -> None:
    """Load what answers: a server's worker, being a copy of the process, has it then as well."""
    from bot.listeners import app  # noqa: F401


def told(done: int, of: int) -> None:
    """Log how many of very many statements are indexed, now and then: it may take a minute."""
    if done % TOLD_EVERY == 0 or done == of:
        _LOG.info("indexed", extra={"statements": done, "of": of})


def assemble(
    settings: Settings,
    engine: "sa.Engine | None" = None,
    clock: Clock | None = None,
    posting: "Posting | None" = None,
    library: Library | None = None,
) -> Parts:
    """The same bot for every door; without a database it keeps nothing.

    It quotes from that library, or reads one where there is none; raises BrokenDigest.
    """
    from bot.assembly.keeping import keeping
    from bot.listeners.app import build_app
    from bot.listeners.posting import Posting
    from bot.measuring.digest_numbers import DigestNumbers
    from bot.measuring.measures import Measures
    from bot.measuring.readiness import Readiness
    from bot.storage.subscriptions import SubscriptionStore

    now, library = clock or utc_now, library or read_library(settings)
    store = SubscriptionStore(engine) if engine else None
    measures, readiness, posting = Measures(), Readiness(engine, now), posting or Posting()
    everybody = None
    if settings.many and engine:
        everybody = many(settings, engine, library.statements[0], posting, now)
    if engine:
        measures.also(DigestNumbers(engine, now))
    app = build_app(
        library,
        random.choice,
        signing_secret=settings.signing_secret,
        bot_token=settings.bot_token,
        api_url=settings.api_url,
        executor=posting,
        planning=planning(settings, store, library.statements[0], now) if store else None,
        keeping=keeping(settings, engine, now, everybody.lookups.forget if everybody else None),
        authorize=everybody.authorize if everybody else None,
        oauth_flow=everybody.flow if everybody else None,
        per_minute=settings.rate_limit,
        observe=measures.answered,
        unanswered=measures.unanswered,
        heard=readiness.contact.told,
        now=now,
    )
    return Parts(library, app, posting, store, measures, readiness, everybody)


@contextmanager
def answering(
    settings: Settings, clock: Clock = utc_now, library: Library | None = None
) -> Iterator[Parts]:
    """The bot for a door, with the worker inside it where the database is an SQLite file."""
    from bot.storage.database import LOCK_WAIT, opened

    with ExitStack() as stack:
        engine = opened(settings.database_url, LOCK_WAIT)
        parts = assemble(settings, engine, clock, library=library)
        if parts.many:
            stack.callback(parts.many.lookups.end)
        # It ends before, for what it still has to say may need a look-up.
        stack.callback(parts.posting.end)
        if engine.dialect.name == "sqlite":
            from bot.storage.migrating import migrate

            migrate(engine)
            statement = parts.library.statements[0]
            worker = stack.enter_context(delivering(settings, engine, statement, clock))
            stack.enter_context(beside(worker))
        yield parts


def door(settings: Settings, library: Library) -> "Door":
    """The HTTP door, built inside a server's worker; it quotes what was indexed before."""
    from multiprocessing.util import Finalize

    from slack_sdk.signature import SignatureVerifier

    from bot import logs
    from bot.web import Door, Leaving, stay_on_sigterm
    from bot.web.door import WAITING
    from bot.web.operating import Operating

    stay_on_sigterm()
    logs.configure(settings, late=True)
    stack = ExitStack()
    stack.callback(logging.shutdown)
    parts = stack.enter_context(answering(settings, library=library))
    # A worker's own end: the interpreter's would first post everything that waits.
    Finalize(None, stack.close, exitpriority=1)
    leaving = Leaving(settings.drain)
    leaving.wait()
    operating = Operating(parts.measures, parts.readiness, settings.metrics_token, leaving)
    return Door(
        parts.app,
        BoundedSemaphore(settings.threads),
        BoundedSemaphore(settings.threads * WAITING),
        full=parts.posting.full,
        operating=operating,
        installing=parts.many.door if parts.many else None,
        verifier=SignatureVerifier(settings.signing_secret),
    )

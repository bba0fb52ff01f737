"""The worker put together: the database, the durable queue, and what posts."""

import platform
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from threading import Event, Thread
from typing import TYPE_CHECKING

from bot.assembly.many import tokens
from bot.core.statement import Statement
from bot.settings import Settings

if TYPE_CHECKING:
    import sqlalchemy as sa

    from bot.scheduling.worker import Worker

Clock = Callable[[], datetime]
# On SQLite there is one worker, whatever the machine is called.
SOLE_WORKER = "sole"
# Seconds between two tries to reach a database that is away.
RETRY = 1.0


def utc_now() -> datetime:
    """The time by this machine's clock."""
    return datetime.now(UTC)


def database(settings: Settings) -> "sa.Engine":
    """The database of the settings, an SQLite file brought up to date at once.

    Raises BadSettings where another one is not, and OperationalError where it is away.
    """
    from bot.storage.database import opened
    from bot.storage.revision import check

    engine = opened(settings.database_url)
    if engine.dialect.name == "sqlite":
        from bot.storage.migrating import migrate

        migrate(engine)
    else:
        check(engine)
    return engine


@contextmanager
def own_place(settings: Settings) -> Iterator["sa.Engine | None"]:
    """The database while nobody delivers from it, where a worker will run inside, on SQLite.

    Raises BadSettings where another process holds the place, or another database is out of date.
    """
    from sqlalchemy.exc import OperationalError

    from bot.storage.database import opened
    from bot.storage.revision import check

    engine = opened(settings.database_url)
    if engine.dialect.name != "sqlite":
        # Look-ups need no database: one that is away may be back when a digest is asked for.
        with suppress(OperationalError):
            check(engine)
        engine.dispose()
        yield None
        return
    from bot.storage.locking import alone
    from bot.storage.migrating import migrate

    with alone(engine, SOLE_WORKER):
        migrate(engine)
        yield engine
    # No connection may be taken along into a server's worker.
    engine.dispose()


@contextmanager
def delivering(
    settings: Settings, engine: "sa.Engine", statement: Statement, clock: Clock = utc_now
) -> Iterator["Worker"]:
    """A worker, its durable queue at work; raises BadSettings where another holds its place."""
    from bot.rendering.digest_status import render_ailing
    from bot.rendering.digests import render_digest
    from bot.scheduling.days_off import day_off
    from bot.scheduling.delivering import Delivering
    from bot.scheduling.engine import Queue, client, running
    from bot.scheduling.slack import WebSlack
    from bot.scheduling.ticker import Ticker
    from bot.scheduling.worker import Worker
    from bot.storage.deliveries import Deliveries
    from bot.storage.locking import alone
    from bot.storage.upkeep import Upkeep
    from bot.storage.workers import Workers

    sole = engine.dialect.name == "sqlite"
    name = SOLE_WORKER if sole else settings.worker_name or platform.node()
    queue = Queue(client(engine))
    posts = Delivering(
        Deliveries(engine, queue.enqueue, settings.catch_up, lambda: time.sleep(RETRY)),
        statement,
        WebSlack(tokens(settings, engine, clock), settings.api_url),
        render_digest,
        render_ailing,
        clock,
    )
    ticker = Ticker(engine, queue.enqueue, day_off, settings.catch_up)
    with alone(engine, name), running(engine, name, posts.deliver):
        yield Worker(name, ticker, queue, Workers(engine), Upkeep(engine), clock)


@contextmanager
def beside(worker: "Worker") -> Iterator[None]:
    """The worker's rounds in a thread of their own, until the end of the block."""
    stop = Event()
    thread = Thread(target=worker.run, args=(stop,), name="digests", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()

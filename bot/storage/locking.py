"""Only one process may work on an SQLite file, and only one under a worker's name elsewhere."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager

import sqlalchemy as sa

from bot.core.errors import BadSettings

_TWO_ON_SQLITE = (
    "Another process already delivers digests from {file}: SQLite allows one. Stop it, or set"
    " DATABASE_URL to a PostgreSQL database, where any number of workers may run."
)
_TWO_OF_ONE_NAME = (
    "Another worker named {name} is connected to the database: give each a WORKER_NAME of its own."
)
_NOT_OPENED = "{file}-worker cannot be written: correct DATABASE_URL, or let this user write there."
# Seconds in which the connection of a worker that was killed is noticed to be gone.
_PATIENCE = 10


@contextmanager
def alone(engine: sa.Engine, name: str) -> Iterator[None]:
    """The right to work under that name, until the end of the block or of the process.

    Raises BadSettings where another process holds it.
    """
    if engine.dialect.name != "sqlite":
        with _only_of_its_name(engine, name):
            yield
    elif not (file := engine.url.database):
        yield
    else:
        with _only_on(file):
            yield


@contextmanager
def _only_on(file: str) -> Iterator[None]:
    """A lock that SQLite itself holds on a file beside, so that a kill lets go of it everywhere."""
    with ExitStack() as stack:
        try:
            beside = sqlite3.connect(f"{file}-worker", timeout=0, isolation_level=None)
            stack.enter_context(closing(beside)).execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode == sqlite3.SQLITE_BUSY
            told = _TWO_ON_SQLITE if busy else _NOT_OPENED
            raise BadSettings((told.format(file=file),)) from None
        yield


@contextmanager
def _only_of_its_name(engine: sa.Engine, name: str) -> Iterator[None]:
    taking = sa.select(sa.func.pg_try_advisory_lock(sa.func.hashtext(f"alliance worker {name}")))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        deadline = time.monotonic() + _PATIENCE
        while not connection.execute(taking).scalar():
            if time.monotonic() > deadline:
                raise BadSettings((_TWO_OF_ONE_NAME.format(name=name),))
            time.sleep(0.5)
        yield

"""Opens the database: an SQLite file, or PostgreSQL where one machine is not enough."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url

# Seconds: as long as the longest write of another process takes, and some.
PATIENCE = 30
CONNECTIONS = 20
# Milliseconds that an answer waits for what somebody else has locked, such as a table that is being
# changed; Slack waits three seconds, and whoever needs no database waits for that answer's turn.
LOCK_WAIT = 1_000
_POOL: dict[str, Any] = {
    "pool_size": CONNECTIONS,
    "max_overflow": 0,
    "pool_timeout": PATIENCE,
    # An error that is logged must not quote what is stored.
    "hide_parameters": True,
}
# For libpq: a server that vanishes without a word is noticed within half a minute, between two
# statements and amid one. By the system's own settings that takes a quarter of an hour, and for as
# long all who are given such a connection wait. https://www.postgresql.org/docs/current/libpq-connect.html
_NOTICED = {
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,  # milliseconds
}
# What an SQLite connection is told; WAL lets people read while the worker writes.
_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    # A power cut must not forget that a post was about to be sent.
    "PRAGMA synchronous=FULL",
    # Each connection has a cache of its own, of 2 MB if nobody says otherwise; the system has one.
    "PRAGMA cache_size=-256",
    f"PRAGMA busy_timeout={1000 * PATIENCE}",
    "PRAGMA foreign_keys=ON",
)


def opened(address: str, lock_wait: int = 0) -> Engine:
    """The database at that address, not connected to yet; raises ArgumentError for a malformed one.

    Heroku's `postgres://` is taken as well; PostgreSQL is spoken to by psycopg 3. There a statement
    that waits `lock_wait` milliseconds for a lock raises OperationalError; 0 is for ever.
    """
    url = driven(address)
    if is_sqlite(url):
        return _sqlite(url)
    # A server that has been restarted is noticed before a statement is lost to it.
    engine = create_engine(
        url,
        **_POOL,
        pool_pre_ping=True,
        connect_args={"connect_timeout": 5, "application_name": "alliance", **_NOTICED},
    )
    if lock_wait:
        _limit_waiting(engine, lock_wait)
    return engine


def driven(address: str) -> URL:
    """The address with the driver that the bot brings; raises ArgumentError."""
    url = make_url(address)
    if url.get_backend_name() in ("postgres", "postgresql"):
        return url.set(drivername="postgresql+psycopg")
    return url


def is_sqlite(url: URL) -> bool:
    """Whether one process alone may work on the database."""
    return url.get_backend_name() == "sqlite"


def missing_file(address: str) -> Path | None:
    """The SQLite file of that address, where it is not there; a URI's is not looked for."""
    url = make_url(address)
    file = Path(str(url.database))
    try:
        there = not is_sqlite(url) or file.exists() or str(file).startswith("file:")
        return None if there else file
    except OSError:  # Opening it tells what is wrong.
        return None


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, **_POOL)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: object) -> None:
        # A transaction that will write takes the lock at its first write, not at its second.
        connection.isolation_level = "IMMEDIATE"
        for pragma in _PRAGMAS:
            connection.execute(pragma)

    return engine


def _limit_waiting(engine: Engine, milliseconds: int) -> None:
    """On each connection; as a parameter of the connection poolers such as PgBouncer refuse it."""

    @event.listens_for(engine, "connect")
    def limit(connection: Any, record: object) -> None:
        connection.autocommit = True
        connection.execute(f"SET lock_timeout = {milliseconds}")
        connection.autocommit = False


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction in which what is read stays true until what is written is committed."""
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        yield connection

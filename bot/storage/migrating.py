"""Brings a database to the shape that this version of the bot expects."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy.exc import OperationalError

from bot.core.errors import BadSettings
from bot.storage.revision import NEWER

_HELD = (
    "The tables are in use by somebody who does not let go, such as a backup: run"
    " `alliance migrate` again once that has ended."
)
# PostgreSQL's lock_not_available: https://www.postgresql.org/docs/current/errcodes-appendix.html
_NOT_AVAILABLE = "55P03"
# Rather give up than make everybody who writes wait behind us for somebody's backup.
PATIENCE = "10s"
# Any number, the same for every process that migrates.
_LOCK = 20230426


def migrate(engine: sa.Engine) -> None:
    """Create the tables, or change them step by step; data stays. Several may call it at once.

    Raises BadSettings where the database is of a newer release, or a table is held for too long.
    """
    try:
        with engine.begin() as connection, _in_turn(connection):
            to(connection, "head")
    except CommandError:
        raise BadSettings((NEWER,)) from None
    except OperationalError as error:
        if getattr(error.orig, "sqlstate", "") != _NOT_AVAILABLE:
            raise
        raise BadSettings((_HELD,)) from None


def to(connection: sa.Connection, revision: str) -> None:
    """Go step by step to that revision, in the transaction of that connection."""
    config = Config()
    config.set_main_option("script_location", "bot.storage:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


@contextmanager
def _in_turn(connection: sa.Connection) -> Iterator[None]:
    """Alone among those who migrate: the lock goes with the transaction."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{PATIENCE}'")
    else:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    yield

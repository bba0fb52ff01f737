"""Brings a database to the shape that this version of the bot expects."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.core.errors import BadSettings

_OLD = "The database is not what this version needs: run `alliance migrate` first."
# Any number, the same for every process that migrates.
_LOCK = 20230426


def migrate(engine: sa.Engine) -> None:
    """Create the tables, or change them step by step; data stays. Several may call it at once."""
    config = _config()
    with engine.begin() as connection, _in_turn(connection):
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def check(engine: sa.Engine) -> None:
    """Raise BadSettings where the database is not up to date."""
    with engine.connect() as connection:
        held = MigrationContext.configure(connection).get_current_revision()
    if held != ScriptDirectory.from_config(_config()).get_current_head():
        raise BadSettings((_OLD,))


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "bot.storage:migrations")
    return config


@contextmanager
def _in_turn(connection: sa.Connection) -> Iterator[None]:
    """Alone among those who migrate: the lock goes with the transaction."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
    else:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    yield

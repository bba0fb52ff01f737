"""Migrated databases, made once and lent to one test after the other."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property
from pathlib import Path

import sqlalchemy as sa

from bot.core.errors import BadSettings
from bot.storage.database import opened
from bot.storage.installed_schema import BOT
from bot.storage.migrating import migrate
from bot.storage.revision import check
from tests.support.databases import fresh

TABLES = BOT.metadata.sorted_tables
# Whoever is connected still would hold what is to be deleted.
_CUT_OFF = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


class Databases:
    """An SQLite file to copy, and a PostgreSQL database that is emptied after each test."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._postgres = ExitStack()
        self._address = ""

    @contextmanager
    def lent(self, kind: str, folder: Path) -> Iterator[str]:
        """The address of a database with its tables and nothing in them."""
        if kind == "sqlite":
            yield f"sqlite:///{shutil.copy(self._file, folder / 'alliance.db')}"
            return
        if not self._address:
            self._address = self._postgres.enter_context(fresh(kind, folder))
            _migrated(self._address)
        try:
            yield self._address
        finally:
            if not _emptied(self._address):
                self.close()

    @contextmanager
    def migrated(self, kind: str, folder: Path) -> Iterator[sa.Engine]:
        """The same, opened."""
        with self.lent(kind, folder) as address:
            engine = opened(address)
            yield engine
            engine.dispose()

    def close(self) -> None:
        """Drop what was made; whoever comes next gets a new one."""
        self._address = ""
        self._postgres.close()

    @cached_property
    def _file(self) -> Path:
        with fresh("sqlite", self._folder) as address:
            _migrated(address)
        return self._folder / "alliance.db"


def _migrated(address: str) -> None:
    engine = opened(address)
    migrate(engine)
    engine.dispose()


def _emptied(address: str) -> bool:
    """Whether it is as it was made: the same tables, which are empty now, of the same revision."""
    engine = opened(address)
    with engine.begin() as connection:
        connection.execute(sa.text(_CUT_OFF))
        connection.execute(sa.text("DROP SCHEMA IF EXISTS dbos CASCADE"))
        whole = {*sa.inspect(connection).get_table_names()} == {
            *(table.name for table in TABLES),
            "alembic_version",
        }
        for table in reversed(TABLES) if whole else ():
            connection.execute(table.delete())
    try:
        check(engine)
    except BadSettings:
        whole = False
    engine.dispose()
    return whole

"""Fresh databases for tests: an SQLite file, and a PostgreSQL database where a server is told of.

`ALLIANCE_TEST_POSTGRES` is the address of a server's database whose user may create others;
.ci/run starts such a server.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa

from bot.storage.database import opened

POSTGRES = "ALLIANCE_TEST_POSTGRES"
KINDS = ("sqlite", "postgresql")


@contextmanager
def fresh(kind: str, folder: Path) -> Iterator[str]:
    """The address of an empty database, which is gone at the end."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'alliance.db'}"
        return
    if not (server := os.environ.get(POSTGRES)):
        pytest.skip(f"{POSTGRES} names no PostgreSQL server; .ci/run starts one")
    name = f"alliance_{uuid4().hex}"
    with _administering(server) as connection:
        connection.execute(sa.text(f"CREATE DATABASE {name}"))
    try:
        yield sa.make_url(server).set(database=name).render_as_string(hide_password=False)
    finally:
        with _administering(server) as connection:
            connection.execute(sa.text(f"DROP DATABASE {name} WITH (FORCE)"))


@contextmanager
def _administering(server: str) -> Iterator[sa.Connection]:
    engine = opened(server)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        yield connection
    engine.dispose()

"""What many tests share."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, settings

from bot.core.library import Library, library_of
from bot.library.reading import read_statements
from tests.support.databases import KINDS
from tests.support.engines import Databases

# How long an example takes says how busy the machine is; what grows is counted in steps.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def library() -> Library:
    """The real digest, indexed once."""
    return library_of(*read_statements())


@pytest.fixture(autouse=True)
def misses_do_not_wait_for_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.listeners.noting.PAUSE", 0)


@pytest.fixture(scope="session")
def databases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    """Databases with their tables, migrated once."""
    with closing(Databases(tmp_path_factory.mktemp("databases"))) as made:
        yield made


@pytest.fixture(params=KINDS)
def engine(
    request: pytest.FixtureRequest, databases: Databases, tmp_path: Path
) -> Iterator[sa.Engine]:
    """Whoever asks for it is run on SQLite and on PostgreSQL."""
    with databases.migrated(request.param, tmp_path) as made:
        yield made

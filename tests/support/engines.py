"""A migrated database, and one of each kind as a fixture."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.storage.database import opened
from bot.storage.migrating import migrate
from tests.support.databases import KINDS, fresh


@pytest.fixture(params=KINDS)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sa.Engine]:
    with migrated(request.param, tmp_path) as made:
        yield made


@contextmanager
def migrated(kind: str, folder: Path) -> Iterator[sa.Engine]:
    """An empty database of that kind with its tables."""
    with fresh(kind, folder) as address:
        made = opened(address)
        migrate(made)
        yield made
        made.dispose()

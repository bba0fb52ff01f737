"""A migrated database of each kind, as a fixture."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.storage.database import opened
from bot.storage.migrating import migrate
from tests.support.databases import KINDS, fresh


@pytest.fixture(params=KINDS)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sa.Engine]:
    with fresh(request.param, tmp_path) as address:
        made = opened(address)
        migrate(made)
        yield made
        made.dispose()

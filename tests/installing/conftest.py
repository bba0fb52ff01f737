"""An office on each kind of database; nobody has installed the bot there yet."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import installing
from tests.support.databases import KINDS
from tests.support.engines import Databases
from tests.support.installing import Office


@pytest.fixture(params=KINDS)
def office(
    request: pytest.FixtureRequest, databases: Databases, tmp_path: Path
) -> Iterator[Office]:
    with databases.lent(request.param, tmp_path) as address, installing.office(address) as made:
        yield made

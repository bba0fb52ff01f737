"""The programs of this folder at their smallest: a few kills, and a short outage."""

import asyncio
from pathlib import Path

import pytest

from tests.chaos import kill, outage, rolling
from tests.support.databases import KINDS, fresh


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_killed_each_slot_is_posted_once(kind: str, tmp_path: Path) -> None:
    with fresh(kind, tmp_path) as address:
        outcome = kill.run(2, address, 1 if kind == "sqlite" else 2, True, tmp_path)
    assert outcome.right, f"{outcome}\n{(tmp_path / 'log').read_text()}"
    assert outcome.states["posted"] == outcome.slots > 0


def test_a_database_that_goes_away_loses_nothing(tmp_path: Path) -> None:
    with fresh("postgresql", tmp_path) as address:
        outcome = outage.run(address, 5, tmp_path)
    assert outcome.right, f"{outcome}\n{(tmp_path / 'log').read_text()}"


def test_a_rolling_restart_loses_nothing(tmp_path: Path) -> None:
    with fresh("postgresql", tmp_path) as address:
        rolled = asyncio.run(rolling.run(address, 1, tmp_path, rate=15))
    assert rolled.right, rolled
    assert rolled.restarts == 4

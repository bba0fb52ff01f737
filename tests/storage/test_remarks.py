"""Remarks on passages, in the database and where there is none."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.core.remarks import Remark
from bot.storage.in_memory import RemarksInMemory
from bot.storage.remarks import RemarkStore
from bot.storage.upkeep import KEPT, Upkeep
from tests.support.databases import KINDS
from tests.support.engines import Databases

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
WRONG = Remark("T1", "harbour", "ferries-cross", right=False, wish="", made_at=NOON)
RIGHT = replace(WRONG, right=True, made_at=NOON + timedelta(minutes=1))
ONE, TWO = "1" * 32, "2" * 32


@pytest.fixture(params=[*KINDS, "memory"])
def remarks(
    request: pytest.FixtureRequest, databases: Databases, tmp_path: Path
) -> Iterator[RemarkStore | RemarksInMemory]:
    if request.param == "memory":
        yield RemarksInMemory()
        return
    with databases.migrated(request.param, tmp_path) as engine:
        yield RemarkStore(engine)


def test_what_was_remarked_is_kept_and_a_repeat_counts_once(
    remarks: RemarkStore | RemarksInMemory,
) -> None:
    remarks.keep(TWO, RIGHT)
    remarks.keep(ONE, WRONG)
    remarks.keep(ONE, replace(RIGHT, team="T2"))
    assert remarks.every() == (WRONG, RIGHT)


def test_a_wish_goes_with_its_remark(remarks: RemarkStore | RemarksInMemory) -> None:
    remarks.keep(ONE, WRONG)
    assert remarks.wish("T1", ONE, "고래 관광 <!channel>")
    assert remarks.every() == (replace(WRONG, wish="고래 관광 <!channel>"),)


@pytest.mark.parametrize(("team", "id"), [("T2", ONE), ("T1", "3" * 32), ("T1", TWO), ("", "")])
def test_a_wish_changes_nothing_of_others(
    remarks: RemarkStore | RemarksInMemory, team: str, id: str
) -> None:
    remarks.keep(ONE, WRONG)
    remarks.keep(TWO, RIGHT)
    assert not remarks.wish(team, id, "forged")
    assert remarks.every() == (WRONG, RIGHT)


def test_old_remarks_are_forgotten(engine: sa.Engine) -> None:
    remarks = RemarkStore(engine)
    remarks.keep(ONE, WRONG)
    remarks.keep(TWO, RIGHT)
    assert Upkeep(engine).forget(RIGHT.made_at + KEPT) == 1
    assert remarks.every() == (RIGHT,)

"""`alliance misses`, in a process of its own, beside the database of its folder."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.core.remarks import Remark
from bot.storage.database import opened
from bot.storage.migrating import migrate
from bot.storage.misses import MissStore
from bot.storage.remarks import RemarkStore
from tests.test_cli import REAL, alliance

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
NOTHING = "Nothing is on record: no words that were not found, and no passage marked as wrong.\n"
SLUG = "us-rok-2023"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    engine = opened(f"sqlite:///{tmp_path / 'alliance.db'}")
    migrate(engine)
    misses, remarks = MissStore(engine), RemarkStore(engine)
    for words in ("chocolate cake", "온실가스", "chocolate cake"):
        misses.count({("T1", words): 1}, NOON)
    for number, wish in enumerate(("", "net zero", "초콜릿")):
        remark = Remark("T1", SLUG, "no-more", right=False, wish=wish, made_at=NOON)
        remarks.keep(str(number), remark)
    engine.dispose()
    return tmp_path


def test_an_empty_database_is_a_sentence(tmp_path: Path) -> None:
    done = alliance(tmp_path, "misses")
    assert (done.code, done.said, done.complained) == (0, NOTHING, "")


def test_what_was_missed_is_a_line_each_most_frequent_first(folder: Path) -> None:
    done = alliance(folder, "misses", environ=REAL)
    assert (done.code, done.complained) == (0, "")
    assert done.said.splitlines() == [
        "Not found: how often, the last day, the words, and the theme that lies nearest.",
        "     2  2026-11-25  chocolate cake",
        "     1  2026-11-25  온실가스  → Climate change (climate), which they find by now",
        "",
        "Marked as wrong: the passage, its theme, how often, and the words people wished for.",
        f"  {SLUG}/no-more (quoted no more): 3 wrong, 0 right",
        "     1  net zero  → Climate change (climate), which they find by now",
        "     1  초콜릿",
    ]


def test_programs_get_one_object(folder: Path) -> None:
    told = json.loads(alliance(folder, "misses", "--json", environ=REAL).said)
    assert told["missed"][0] == {
        "words": "chocolate cake",
        "times": 2,
        "last": "2026-11-25",
        "nearest": None,
    }
    nearest = told["missed"][1]["nearest"]
    assert (nearest["statement"], nearest["answered"]) == (SLUG, True)
    (wrong,) = told["wrong"]
    assert (wrong["passage"], wrong["theme"], wrong["times"]) == ("no-more", None, 3)
    assert [wish["words"] for wish in wrong["wishes"]] == ["net zero", "초콜릿"]


def test_a_database_that_is_away_is_told(tmp_path: Path) -> None:
    away = {"DATABASE_URL": "postgresql://nobody:secret@127.0.0.1:9/none"}
    done = alliance(tmp_path, "misses", environ=away)
    assert (done.code, done.said) == (2, "")
    assert done.complained == (
        "DATABASE_URL names a database that cannot be reached: start it, or correct the address.\n"
    )

"""What people chose, in the database and where there is none."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.listeners.languages import Preferences
from bot.storage.in_memory import PreferencesInMemory
from bot.storage.preferences import PreferenceStore
from tests.support.databases import KINDS
from tests.support.engines import Databases


@pytest.fixture(params=[*KINDS, "memory"])
def preferences(
    request: pytest.FixtureRequest, databases: Databases, tmp_path: Path
) -> Iterator[Preferences]:
    if request.param == "memory":
        yield PreferencesInMemory()
    else:
        with databases.migrated(request.param, tmp_path) as engine:
            yield PreferenceStore(engine)


def test_a_choice_is_kept_changed_and_forgotten(preferences: Preferences) -> None:
    assert preferences.language("T1", "U1") is None
    preferences.choose("T1", "U1", "ko")
    preferences.choose("T1", "U2", "en")
    assert preferences.language("T1", "U1") == "ko"
    preferences.choose("T1", "U1", "en")
    assert preferences.language("T1", "U1") == "en"
    preferences.choose("T1", "U1", None)
    preferences.choose("T1", "U1", None)
    assert preferences.language("T1", "U1") is None


def test_a_choice_is_of_one_workspace(preferences: Preferences) -> None:
    preferences.choose("T1", "U1", "ko")
    assert preferences.language("T2", "U1") is None


def test_an_answer_needs_no_database(caplog: pytest.LogCaptureFixture) -> None:
    nowhere = sa.create_engine("sqlite:////nowhere/at/all.db")
    assert PreferenceStore(nowhere).language("T1", "U1") is None
    assert [record.message for record in caplog.records] == ["preference not read"]

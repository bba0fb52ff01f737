"""A file's digests in the database: applied, applied again, and taken back."""

import logging
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.core.digests import EVERY_DAY, Cadence, InOrder, Owner, Plan, Round, Subscription
from bot.core.errors import BrokenDigest
from bot.library.digest_file import written
from bot.settings import load
from bot.starting import declaring
from bot.storage.subscriptions import SubscriptionStore
from tests.support.statements import HARBOUR

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
TWO = """
digests:
  - {channel: C1, days: every day, at: "09:00", zone: UTC}
  - {channel: C2, days: every day, at: "09:00", zone: UTC, show: shuffled, team: T2}
"""
ONE = "digests: [{channel: C2, days: every day, at: '10:00', zone: UTC, team: T2}]"
DAILY = Plan(Cadence(EVERY_DAY, time(9), "UTC"))
THEIRS = Subscription("s1", "T1", "C1", DAILY, Owner("U1", "one"), MONDAY.replace(hour=9))


@pytest.fixture
def store(engine: sa.Engine) -> SubscriptionStore:
    return SubscriptionStore(engine)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "digests.yaml"


def applied(
    store: SubscriptionStore, file: Path, text: str, own: str | None = "T1", now: datetime = MONDAY
) -> tuple[Subscription, ...]:
    file.write_text(text, "utf-8")
    declaring.apply(declaring.declared(file, HARBOUR), own, store.engine, now)
    return store.everything()


def test_what_is_declared_is_there(store: SubscriptionStore, file: Path) -> None:
    first, second = applied(store, file, TWO)
    assert first == Subscription(
        id=first.id,
        team="T1",
        channel="C1",
        plan=DAILY,
        owner=Owner("", "digests.yaml"),
        next_slot=MONDAY.replace(hour=9),
        origin="file",
    )
    assert (second.team, second.channel) == ("T2", "C2")
    assert first.id != second.id


def test_to_apply_it_again_changes_nothing(store: SubscriptionStore, file: Path) -> None:
    first, second = applied(store, file, TWO)
    begun = replace(first, round=Round(0, ("lanterns",)))
    store.remove(first.id)
    store.save(begun)
    assert applied(store, file, TWO, now=MONDAY + timedelta(days=3)) == (begun, second)


def test_several_that_start_at_once_agree(store: SubscriptionStore, file: Path) -> None:
    file.write_text(TWO, "utf-8")
    declaration = declaring.declared(file, HARBOUR)
    with ThreadPoolExecutor(8) as starting:
        starts = [
            starting.submit(declaring.apply, declaration, "T1", store.engine, MONDAY)
            for _ in range(8)
        ]
    for start in starts:
        start.result()
    assert [digest.channel for digest in store.everything()] == ["C1", "C2"]


def test_a_file_that_changes_changes_its_own_and_no_others(
    store: SubscriptionStore, file: Path
) -> None:
    theirs = replace(THEIRS, id="s3", channel="C3")
    store.save(theirs)
    _, _, second = applied(store, file, TWO)
    ten = replace(DAILY, cadence=replace(DAILY.cadence, at=time(10)), program=InOrder())
    changed = replace(second, plan=ten, next_slot=MONDAY.replace(hour=10))
    assert applied(store, file, ONE) == (theirs, changed)
    assert applied(store, file, "digests: []") == (theirs,)


def test_what_people_set_up_in_a_declared_channel_becomes_the_files(
    store: SubscriptionStore, file: Path
) -> None:
    store.save(THEIRS)
    first, _ = applied(store, file, TWO)
    assert first == replace(THEIRS, owner=Owner("", "digests.yaml"), origin="file")


def test_without_the_bots_workspace_nothing_is_touched(
    store: SubscriptionStore, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    before = applied(store, file, TWO)
    with caplog.at_level(logging.WARNING, "bot.digests"):
        entry = "{channel: C9, days: every day, at: '09:00', zone: UTC}"
        assert applied(store, file, f"digests: [{entry}]", own=None) == before
    assert caplog.messages == [
        "declared digests are left as they were: the bot's workspace is not known"
    ]


def test_what_is_exported_is_what_is_declared(store: SubscriptionStore, file: Path) -> None:
    before = applied(store, file, TWO)
    assert applied(store, file, written(before), own=None) == before


def test_only_a_file_that_is_not_there_declares_nothing(tmp_path: Path) -> None:
    def at(name: str) -> object:
        return declaring.declared_at_start(load({"DIGEST_FILE": str(tmp_path / name)}), HARBOUR)

    assert at("digests.yaml") is None
    with pytest.raises(BrokenDigest, match="the file cannot be read"):
        at("d" * 300)

"""Words that were not found are counted, and nothing that tells of anybody."""

import logging
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest
import sqlalchemy as sa

from bot.core.library import Library
from bot.core.remarks import Miss
from bot.listeners.noting import MOST_WAITING, Missed, Noting
from bot.listeners.payloads import Origin
from bot.storage.in_memory import MissesInMemory
from bot.storage.misses import MissStore
from tests.support.digests import NOW
from tests.support.slack import Slack, workspace

NOT_FOUND = "That is not in *Joint Statement on the Harbour*, as far as I can find."
COMMAND = Origin("command", "T1")


@pytest.fixture
def misses() -> MissesInMemory:
    return MissesInMemory()


@pytest.fixture
def slack(harbour: Library, misses: MissesInMemory) -> Iterator[Slack]:
    with workspace(harbour, misses=misses) as slack:
        yield slack


def test_what_people_type_and_is_not_found_is_counted(slack: Slack, misses: MissesInMemory) -> None:
    assert NOT_FOUND in slack.command("Quantum physics?").text
    slack.mention("quantum physics", ts="1.1")
    slack.message("양자 컴퓨터")
    assert misses.every() == (
        Miss("quantum physics", 2, NOW),
        Miss("양자 컴퓨터", 1, NOW),
    )
    assert not [name for name in ("U1", "C1", "D1") if name in str(misses.held)]


def test_what_is_found_is_not_kept(slack: Slack, misses: MissesInMemory) -> None:
    for words in ("ferries", "", "help", "¶2", "¶99", "random"):
        slack.command(words)
    assert misses.every() == ()


def test_what_may_name_somebody_is_not_kept(slack: Slack, misses: MissesInMemory) -> None:
    for words in ("quantum <@U1>", "quantum ana@towns.example", "quantum 12345"):
        assert NOT_FOUND in slack.command(words).text
        slack.mention(words)
    assert misses.every() == ()


def test_nothing_is_kept_where_nobody_wants_it(harbour: Library, misses: MissesInMemory) -> None:
    with workspace(harbour, misses=None) as slack:
        assert NOT_FOUND in slack.command("quantum physics").text


def test_a_database_that_is_away_loses_only_the_count(
    harbour: Library, caplog: pytest.LogCaptureFixture
) -> None:
    nowhere = MissStore(sa.create_engine("sqlite:////nowhere/at/all.db"))
    with caplog.at_level(logging.INFO), workspace(harbour, misses=nowhere) as slack:
        for words in ("quantum physics", "quantum gravity"):
            assert NOT_FOUND in slack.command(words).text
    warnings = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert [record.message for record in warnings] == ["miss not counted"]
    assert not [record for record in caplog.records if "quantum" in str(vars(record))]


@pytest.mark.parametrize("door", ["action", "shortcut", "unfurl", "step", "mcp"])
def test_what_nobody_typed_to_the_bot_is_not_counted(door: Any, misses: MissesInMemory) -> None:
    waiting = Waiting()
    Noting(misses, waiting, lambda: NOW).note("quantum", Origin(door, "T1"))
    assert waiting.held == []


@dataclass
class Waiting(Executor):
    """An executor that does nothing until it is told to."""

    held: list[Any] = field(default_factory=list)

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        self.held.append(lambda: fn(*args, **kwargs))
        return Future()

    def go(self) -> None:
        while self.held:
            self.held.pop(0)()


def test_no_answer_waits_for_the_count(misses: MissesInMemory) -> None:
    waiting = Waiting()
    Noting(misses, waiting, lambda: NOW).note("quantum", COMMAND)
    assert misses.every() == ()
    waiting.go()
    assert misses.every() == (Miss("quantum", 1, NOW),)


@dataclass
class Flickering:
    """What takes every second count."""

    asked: list[str] = field(default_factory=list)

    def count(self, missed: Missed, now: datetime) -> bool:
        self.asked += [words for _, words in missed]
        return len(self.asked) % 2 == 0


def test_what_did_not_take_a_count_is_left_alone_for_a_minute() -> None:
    moments, waiting, misses = [100.0], Waiting(), Flickering()
    noting = Noting(misses, waiting, lambda: NOW, lambda: moments[-1])
    for moment, words in ((100, "one"), (159, "two"), (160, "three"), (161, "four")):
        moments.append(moment)
        noting.note(words, COMMAND)
        waiting.go()
    assert misses.asked == ["one", "three", "four"]


def test_what_is_missed_meanwhile_is_counted_together(misses: MissesInMemory) -> None:
    waiting = Waiting()
    noting = Noting(misses, waiting, lambda: NOW)
    for words in ("seals", "gulls", "seals", "seals"):
        noting.note(words, COMMAND)
    assert len(waiting.held) == 1
    waiting.go()
    assert misses.every() == (Miss("seals", 3, NOW), Miss("gulls", 1, NOW))
    noting.note("seals", COMMAND)
    waiting.go()
    assert misses.every() == (Miss("seals", 4, NOW), Miss("gulls", 1, NOW))


@dataclass
class Meanwhile:
    """What is told of another miss while it counts the first."""

    noted: list[tuple[str, int]] = field(default_factory=list)
    noting: Noting | None = None

    def count(self, missed: Missed, now: datetime) -> bool:
        self.noted += [(words, times) for (_, words), times in missed.items()]
        if self.noting and len(self.noted) == 1:
            self.noting.note("gulls", COMMAND)
        return True


def test_what_is_missed_while_one_is_counted_is_not_forgotten() -> None:
    waiting, misses = Waiting(), Meanwhile()
    misses.noting = Noting(misses, waiting, lambda: NOW)
    misses.noting.note("seals", COMMAND)
    waiting.go()
    assert misses.noted == [("seals", 1), ("gulls", 1)]


class Busy(Executor):
    """An executor that has no room."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        dropped: Future[Any] = Future()
        dropped.cancel()
        return dropped


def test_what_nobody_had_time_for_is_counted_with_the_next(misses: MissesInMemory) -> None:
    noting = Noting(misses, Busy(), lambda: NOW)
    noting.note("seals", COMMAND)
    noting.executor = waiting = Waiting()
    noting.note("gulls", COMMAND)
    waiting.go()
    assert misses.every() == (Miss("gulls", 1, NOW), Miss("seals", 1, NOW))


def test_a_database_that_hangs_does_not_fill_the_memory(misses: MissesInMemory) -> None:
    waiting = Waiting()
    noting = Noting(misses, waiting, lambda: NOW)
    for number in range(MOST_WAITING + 5):
        noting.note(f"seals {number}", COMMAND)
    waiting.go()
    assert len(misses.every()) == MOST_WAITING

"""Installations are remembered for a second, and nobody waits long for a database."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from threading import Barrier, Event, Thread

import pytest
from slack_sdk.oauth.installation_store import Bot
from sqlalchemy.exc import OperationalError

from bot.core.errors import StorageAway
from bot.installing.lookups import MOST, Lookups, Whose

NORTH, SOUTH = Whose(None, "T1"), Whose(None, "T2")
AWAY = OperationalError("SELECT", {}, Exception("gone"))


def bot(team: str) -> Bot:
    return Bot(
        team_id=team, bot_token=f"xoxb-{team}", bot_id="B1", bot_user_id="U1", installed_at=0.0
    )


@dataclass
class Stored:
    """What a database would say."""

    installed: dict[Whose, Bot] = field(default_factory=dict)
    failure: Exception | None = None
    asked: list[Whose] = field(default_factory=list)
    go_on: Event = field(default_factory=Event)
    now: float = 0.0

    def find(self, whose: Whose) -> Bot | None:
        self.asked.append(whose)
        self.go_on.wait(20)
        if self.failure:
            raise self.failure
        return self.installed.get(whose)

    def clock(self) -> float:
        return self.now


@pytest.fixture
def stored() -> Stored:
    made = Stored({NORTH: bot("T1")})
    made.go_on.set()
    return made


@pytest.fixture
def lookups(stored: Stored) -> Iterator[Lookups]:
    made = Lookups(stored.find, stored.clock, patience=20)
    yield made
    stored.go_on.set()
    made.end()


def test_what_was_found_is_asked_for_once_a_second(lookups: Lookups, stored: Stored) -> None:
    for _ in range(3):
        assert lookups.bot(NORTH) is stored.installed[NORTH]
        assert lookups.bot(SOUTH) is None
    assert stored.asked == [NORTH, SOUTH]


def test_an_uninstallation_is_seen_within_a_second(lookups: Lookups, stored: Stored) -> None:
    assert lookups.bot(NORTH)
    stored.installed.clear()
    stored.now = 0.89
    assert lookups.bot(NORTH)
    stored.now = 1.0
    assert lookups.bot(NORTH) is None


def test_an_installation_is_seen_within_a_second(lookups: Lookups, stored: Stored) -> None:
    assert lookups.bot(SOUTH) is None
    stored.installed[SOUTH] = bot("T2")
    stored.now = 1.0
    assert lookups.bot(SOUTH) is stored.installed[SOUTH]


def test_what_grows_old_while_it_is_looked_at_is_looked_up_again(stored: Stored) -> None:
    for step in (0.1, 0.3, 0.5, 0.7):
        lookups = Lookups(stored.find, count(0, step).__next__, patience=20)
        assert all(lookups.bot(NORTH) for _ in range(20))
        lookups.end()


def test_in_this_process_it_is_seen_at_once(lookups: Lookups, stored: Stored) -> None:
    org = Whose("E1", "T9", True)
    stored.installed[org] = bot("T9")
    assert lookups.bot(NORTH) and lookups.bot(org)
    stored.installed.clear()
    lookups.forget("T1", None)
    assert lookups.bot(NORTH) is None
    assert lookups.bot(org)
    lookups.forget(None, "E1")
    assert lookups.bot(org) is None


def test_while_the_database_is_away_what_was_known_holds(lookups: Lookups, stored: Stored) -> None:
    known = lookups.bot(NORTH)
    stored.failure, stored.now = AWAY, 100.0
    assert lookups.bot(NORTH) is known
    with pytest.raises(StorageAway):
        lookups.bot(SOUTH)
    stored.failure = None
    assert lookups.bot(SOUTH) is None


def test_who_has_left_is_not_known_any_more(lookups: Lookups, stored: Stored) -> None:
    lookups.bot(NORTH)
    lookups.forget("T1", None)
    stored.failure = AWAY
    with pytest.raises(StorageAway):
        lookups.bot(NORTH)


def test_a_database_that_hangs_is_waited_for_once(stored: Stored) -> None:
    lookups = Lookups(stored.find, stored.clock, patience=0.05)
    stored.go_on.clear()
    with pytest.raises(StorageAway):
        lookups.bot(NORTH)
    slow = Lookups(stored.find, stored.clock, patience=20)
    slow._no_wait_until = 1.0
    with pytest.raises(StorageAway):
        slow.bot(SOUTH)
    stored.go_on.set()
    lookups.end()
    slow.end()


def test_who_comes_in_a_pause_does_not_begin_another(stored: Stored) -> None:
    lookups = Lookups(stored.find, stored.clock, patience=0.05)
    new = [Whose(None, f"T{number}") for number in range(3, 7)]
    stored.installed |= {whose: bot(whose.team or "") for whose in new}
    stored.go_on.clear()
    with pytest.raises(StorageAway):
        lookups.bot(NORTH)
    lookups._patience, stored.now = 20, 0.9
    with pytest.raises(StorageAway):
        lookups.bot(new[0])
    stored.go_on.set()
    for number, whose in enumerate(new[1:], 2):
        stored.now = 0.9 * number
        assert lookups.bot(whose) is stored.installed[whose]
    lookups.end()


def test_many_who_ask_at_once_ask_the_database_once(lookups: Lookups, stored: Stored) -> None:
    stored.go_on.clear()
    found: list[Bot | None] = []
    start = Barrier(9)

    def ask() -> None:
        start.wait()
        found.append(lookups.bot(NORTH))

    threads = [Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    start.wait()
    stored.go_on.set()
    for thread in threads:
        thread.join()
    assert found == [stored.installed[NORTH]] * 8
    assert stored.asked == [NORTH]


def test_no_more_are_remembered_than_there_is_room_for(lookups: Lookups, stored: Stored) -> None:
    for number in range(MOST + 50):
        assert lookups.bot(Whose(None, f"T{number}x")) is None
    assert len(lookups._fresh) == MOST

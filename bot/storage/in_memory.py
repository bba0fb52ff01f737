"""What is kept where there is no database: it is gone with the process."""

import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Lock

from cachetools import LRUCache, TTLCache

from bot.core.continuing import Turn
from bot.core.remarks import Miss, Remark
from bot.core.statement import Language

# The last of Slack's three retries comes about six minutes after the event.
EVENTS_KEPT = 15 * 60
MOST_EVENTS = 50_000
# Of the conversations that go on longest ago, the turns are forgotten.
MOST_TURNS = 10_000


@dataclass(frozen=True, slots=True)
class PreferencesInMemory:
    """The languages that people chose."""

    held: dict[tuple[str, str], Language] = field(default_factory=dict)

    def language(self, team: str, person: str) -> Language | None:
        """What somebody chose, if anything."""
        return self.held.get((team, person))

    def choose(self, team: str, person: str, language: Language | None) -> None:
        """Keep what somebody chose; None forgets it."""
        if language:
            self.held[team, person] = language
        else:
            self.held.pop((team, person), None)


class EventsInMemory:
    """The events of the last quarter of an hour, the oldest forgotten where they are too many."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        seconds: float = EVENTS_KEPT,
        most: int = MOST_EVENTS,
    ) -> None:
        self._claimed: TTLCache[str, None] = TTLCache(most, seconds, clock)
        self._lock = Lock()

    def claim(self, event_id: str) -> bool:
        """True to the first caller with that id."""
        with self._lock:
            if event_id in self._claimed:
                return False
            self._claimed[event_id] = None
            return True

    def give_up(self, event_id: str) -> None:
        """Let the next caller with that id be the first."""
        with self._lock:
            self._claimed.pop(event_id, None)


@dataclass(frozen=True, slots=True)
class RemarksInMemory:
    """Whether passages were the right ones."""

    held: dict[str, Remark] = field(default_factory=dict)

    def keep(self, id: str, remark: Remark) -> None:
        """Keep a remark; one that has that id already stays as it is."""
        self.held.setdefault(id, remark)

    def wish(self, team: str, id: str, wish: str) -> bool:
        """Add the wish to a workspace's remark that it was wrong; False where there is none."""
        remark = self.held.get(id)
        if remark is None or remark.team != team or remark.right:
            return False
        self.held[id] = replace(remark, wish=wish)
        return True

    def every(self) -> tuple[Remark, ...]:
        """The remarks of all workspaces, oldest first."""
        return tuple(sorted(self.held.values(), key=lambda remark: remark.made_at))


@dataclass(frozen=True, slots=True)
class MissesInMemory:
    """Words that were not found."""

    held: dict[tuple[str, str], Miss] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def count(self, missed: Mapping[tuple[str, str], int], now: datetime) -> bool:
        """Count the words so often more."""
        with self._lock:
            for (team, words), times in missed.items():
                before = self.held.get((team, words), Miss(words, 0, now))
                self.held[team, words] = Miss(words, before.times + times, now)
        return True

    def every(self) -> tuple[Miss, ...]:
        """The misses of all workspaces, most frequent first."""
        joined: dict[str, Miss] = {}
        for miss in self.held.values():
            other = joined.get(miss.words, Miss(miss.words, 0, miss.last_at))
            last = max(miss.last_at, other.last_at)
            joined[miss.words] = Miss(miss.words, miss.times + other.times, last)
        newest = sorted(joined.values(), key=lambda miss: miss.words)
        newest.sort(key=lambda miss: (miss.times, miss.last_at), reverse=True)
        return tuple(newest)


class TurnsInMemory:
    """What conversations were last answered with."""

    def __init__(self) -> None:
        self._held: LRUCache[tuple[str, str, str], Turn] = LRUCache(MOST_TURNS)
        self._lock = Lock()

    def last(self, team: str, channel: str, thread: str) -> Turn | None:
        """The last turn of a thread, if it had any."""
        with self._lock:
            return self._held.get((team, channel, thread))

    def keep(self, team: str, channel: str, threads: Collection[str], turn: Turn) -> None:
        """Let it be the last turn of these threads."""
        with self._lock:
            self._held.update({(team, channel, thread): turn for thread in threads})


@dataclass(frozen=True, slots=True)
class NothingKept:
    """Departures where nothing is stored: whoever leaves is gone."""

    def left(self, team: str, enterprise: str, at: datetime) -> None:
        """There is nothing to delete."""

    def withdrawn(self, team: str, at: datetime) -> None:
        """There is nothing to delete."""

    def revoked(self, team: str, enterprise: str, at: datetime) -> None:
        """There is nothing to delete."""

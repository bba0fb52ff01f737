"""Words that were not found are counted, without anybody's name, once their answer is under way."""

from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from time import monotonic, sleep
from typing import Protocol

from bot.core.remarks import kept_words
from bot.listeners.payloads import Origin

# The doors at which somebody types a question to the bot; what stands in other people's messages,
# or is asked by a program, is not counted.
TYPED = frozenset(("command", "mention", "message", "home", "search"))
# Seconds until what did not take a count is asked to take one again.
REST = 60
# Seconds that misses wait for others after some were counted: each time takes a transaction.
PAUSE = 0.2
# What waits beyond these is forgone: a database that hangs must not fill the memory.
MOST_WAITING = 1_000


# How often which words were missed in which workspace.
Missed = Mapping[tuple[str, str], int]


class Misses(Protocol):
    """Words that were not found."""

    def count(self, missed: Missed, now: datetime) -> bool:
        """Count the words so often more; False where they could not be kept; never raises."""
        ...


@dataclass(slots=True)
class Noting:
    """Counts misses; while what keeps them is away, it only forgoes the count.

    One thread counts at a time, and takes along all that is missed meanwhile.
    """

    misses: Misses
    executor: Executor
    now: Callable[[], datetime]
    clock: Callable[[], float] = monotonic
    _resting_until: float = field(default=0.0, init=False)
    _waiting: Counter[tuple[str, str]] = field(default_factory=Counter, init=False)
    _counting: bool = field(default=False, init=False)
    _lock: Lock = field(default_factory=Lock, init=False)

    def note(self, text: str, origin: Origin) -> None:
        """Count what was not found, in a thread of its own: no answer waits for it."""
        if origin.door not in TYPED or self.clock() < self._resting_until:
            return
        if words := kept_words(text, addressed=origin.door == "mention"):
            self._add(origin.team, words)

    def _add(self, team: str, words: str) -> None:
        with self._lock:
            if len(self._waiting) < MOST_WAITING:
                self._waiting[team, words] += 1
            if self._counting:
                return
            self._counting = True
        # Where nobody has the time for it, it waits for the next miss.
        if self.executor.submit(self._count).cancelled():
            self._counting = False

    def _count(self) -> None:
        while missed := self._taken():
            if not self.misses.count(missed, self.now()):
                self._resting_until = self.clock() + REST
            sleep(PAUSE)

    def _taken(self) -> Missed:
        """All that waits; nothing ends the counting."""
        with self._lock:
            waiting, self._waiting = self._waiting, Counter()
            self._counting = bool(waiting)
            return waiting

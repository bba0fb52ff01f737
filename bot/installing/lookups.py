"""Installations looked up for requests: remembered for a second, and never waited for long.

While the database is away, what was last found goes on being used: a token that has been revoked
since opens nothing, whoever holds it.
"""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from time import monotonic

from cachetools import LRUCache, TTLCache
from cryptography.fernet import InvalidToken
from slack_sdk.oauth.installation_store import Bot
from sqlalchemy.exc import SQLAlchemyError

from bot.core.errors import StorageAway

MOST = 10_000
# Seconds: how long an uninstallation goes unseen, which with the look-up is a second; how long a
# request waits for the database; and how long none waits once one has waited in vain.
FRESH, PATIENCE, PAUSE = 0.9, 1.0, 1.0
THREADS = 4
_LOG = logging.getLogger("bot.installing")


@dataclass(frozen=True, slots=True)
class Whose:
    """Whom a request belongs to, as it says itself."""

    enterprise: str | None
    team: str | None
    org_wide: bool = False


Find = Callable[[Whose], Bot | None]


class Lookups:
    """Finds bots by `find`, which may ask a database; any number of threads may ask for one."""

    def __init__(
        self, find: Find, clock: Callable[[], float] = monotonic, patience: float = PATIENCE
    ) -> None:
        self._find = find
        self._clock = clock
        self._patience = patience
        self._fresh: TTLCache[Whose, Bot | None] = TTLCache(MOST, FRESH, timer=clock)
        self._last: LRUCache[Whose, Bot] = LRUCache(MOST)
        self._under_way: dict[Whose, Future[Bot | None]] = {}
        self._no_wait_until = 0.0
        self._lock = Lock()
        self._threads = ThreadPoolExecutor(THREADS, "installations")

    def bot(self, whose: Whose) -> Bot | None:
        """The bot that is installed there, if it is; raises StorageAway where nobody knows."""
        with self._lock:
            # Not asked for with `in`: between two readings of the clock it may have grown old.
            with suppress(KeyError):
                return self._fresh[whose]
            future = self._under_way.get(whose) or self._begun(whose)
            patience = self._patience if self._clock() >= self._no_wait_until else 0
        try:
            return future.result(patience)
        except TooLate:
            # Who comes in a pause has not waited: if they began another, it would never end.
            if patience:
                with self._lock:
                    self._no_wait_until = self._clock() + PAUSE
            return self._known(whose, "timeout")
        except SQLAlchemyError as error:
            return self._known(whose, type(error).__name__)
        except InvalidToken:
            _LOG.error("token not readable: its key is missing", extra={"team": whose.team})
            return None

    def forget(self, team: str | None, enterprise: str | None) -> None:
        """Look again for whoever is of that workspace, or with no team of that organisation."""
        with self._lock:
            for cache in (self._fresh, self._last):
                for whose in list(cache):
                    same = whose.team == team if team else whose.enterprise == enterprise
                    if same:
                        cache.pop(whose, None)

    def end(self) -> None:
        """Wait for nothing that is still looked up."""
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _begun(self, whose: Whose) -> "Future[Bot | None]":
        """The look-up that has now begun; whoever asks for the same meanwhile shares it."""
        future = self._under_way[whose] = self._threads.submit(self._looked_up, whose)
        return future

    def _looked_up(self, whose: Whose) -> Bot | None:
        try:
            found = self._find(whose)
        except BaseException:
            with self._lock:
                self._under_way.pop(whose, None)
            raise
        with self._lock:
            self._under_way.pop(whose, None)
            self._fresh[whose] = found
            if found:
                self._last[whose] = found
            else:
                self._last.pop(whose, None)
        return found

    def _known(self, whose: Whose, why: str) -> Bot:
        with self._lock:
            found = self._last.get(whose)
        _LOG.warning("installations not reached", extra={"error": why, "known": found is not None})
        if found is None:
            raise StorageAway from None
        return found

"""What is to happen later on the workspace's clock, which can be moved forward by hand."""

import heapq
import time
from collections.abc import Callable
from itertools import count
from threading import Condition

Work = Callable[[], None]
Clock = Callable[[], float]


class Agenda:
    """A clock that can be moved, and work that falls due on it."""

    def __init__(self, clock: Clock = time.time) -> None:
        self._clock = clock
        self._offset = 0.0
        self._due: list[tuple[float, int, Work]] = []
        self._numbers = count()
        self._changed = Condition()
        self._closed = False

    def now(self) -> float:
        """Unix seconds on the workspace's clock."""
        return self._clock() + self._offset

    def after(self, seconds: float, work: Work) -> None:
        """Do the work when so many seconds have passed."""
        with self._changed:
            heapq.heappush(self._due, (self.now() + seconds, next(self._numbers), work))
            self._changed.notify_all()

    def advance(self, seconds: float) -> None:
        """Move the clock forward; what falls due by that is done by whoever runs the agenda."""
        with self._changed:
            self._offset += seconds
            self._changed.notify_all()

    def clear(self) -> None:
        """Forget everything, and go back to the real time."""
        with self._changed:
            self._due.clear()
            self._offset = 0.0

    def run_due(self) -> None:
        """Do what is due by now, in its order."""
        while work := self._next_due():
            work()

    def run(self) -> None:
        """Do everything as it falls due, until it is closed."""
        while not self._closed:
            self.run_due()
            with self._changed:
                if not self._closed and not self._is_due():
                    self._changed.wait(self._due[0][0] - self.now() if self._due else None)

    def close(self) -> None:
        """End `run`."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _is_due(self) -> bool:
        return bool(self._due) and self._due[0][0] <= self.now()

    def _next_due(self) -> Work | None:
        with self._changed:
            return heapq.heappop(self._due)[2] if self._is_due() else None

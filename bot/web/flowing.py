"""Whether requests are answered so quickly at present that none in the queue can grow old."""

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

# Slack's three seconds over the 1,024 connections that Granian takes, times the four requests that
# are answered at a time: so quick that the last of them all is still in time.
QUICK = 0.010
# Seconds without an answer after which nothing flows: a database or Slack has stopped answering.
STANDING = 0.25
# The share that one more request has in the mean.
_SHARE = 1 / 16


@dataclass(slots=True)
class Flow:
    """What the requests that were answered last took.

    Threads share it without a lock: one that overwrites another's number costs a little exactness.
    """

    clock: Callable[[], float] = perf_counter
    _seconds: float = 0.0
    _moved: float = float("-inf")

    def entered(self) -> float:
        """A request is being answered from now on; the moment, for `left`."""
        self._moved = self.clock()
        return self._moved

    def left(self, entered: float) -> None:
        """The request that entered then has been answered."""
        self._moved = self.clock()
        self._seconds += _SHARE * (self._moved - entered - self._seconds)

    def quick(self) -> bool:
        """Whether whoever waits is answered in a moment, however many wait."""
        return self._seconds < QUICK and self.clock() - self._moved < STANDING

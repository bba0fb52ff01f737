"""How fast an app may post: about one message a second in each channel, with short bursts.

https://docs.slack.dev/apis/web-api/rate-limits
"""

import math
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock

# Slack says "short bursts" and no number.
BURST = 3


@dataclass(slots=True)
class Pace:
    """Counts what is posted, by channel, on one clock."""

    now: Callable[[], float]
    _free: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    _lock: Lock = field(default_factory=Lock)

    def wait(self, channel: str) -> int:
        """Seconds until the channel takes another message; with 0 this one has been counted."""
        with self._lock:
            now = self.now()
            # When the channel will have had a second for every message so far.
            free = max(self._free[channel], now)
            if free > now + BURST - 1:
                return math.ceil(free - now - BURST + 1)
            self._free[channel] = free + 1
            return 0

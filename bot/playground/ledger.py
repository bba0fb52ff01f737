"""Every request between the bot and the stand-in, without secrets: what Slack would see."""

import json
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, Literal

from bot.playground.bell import Bell

KEPT = 200
Direction = Literal["to bot", "from bot"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One request and its answer."""

    direction: Direction
    name: str
    status: int
    milliseconds: float
    request: Mapping[str, Any]
    response: Mapping[str, Any]
    verdict: str = "ok"


@dataclass(slots=True)
class Ledger:
    """The last requests, numbered from 1."""

    bell: Bell
    secrets: tuple[str, ...] = field(repr=False)
    count: int = 0
    _kept: "deque[tuple[int, Entry]]" = field(default_factory=lambda: deque(maxlen=KEPT))
    _lock: Lock = field(default_factory=Lock)

    def add(self, entry: Entry) -> None:
        """Write it down."""
        with self._lock:
            self.count += 1
            self._kept.append((self.count, entry))
        self.bell.ring("requests")

    def entries(self, after: int = 0) -> list[tuple[int, Entry]]:
        """The entries that are kept with a number above that one."""
        with self._lock:
            return [(number, entry) for number, entry in self._kept if number > after]

    def clear(self) -> None:
        """Forget them; the numbers go on."""
        with self._lock:
            self._kept.clear()

    def face(self, after: int) -> list[dict[str, Any]]:
        """The entries for the page, with every secret struck out."""
        return [
            {
                "n": number,
                "direction": entry.direction,
                "name": entry.name,
                "status": entry.status,
                "milliseconds": entry.milliseconds,
                "request": self._struck(entry.request),
                "response": self._struck(entry.response),
                "verdict": entry.verdict,
            }
            for number, entry in self.entries(after)
        ]

    def _struck(self, shown: Mapping[str, Any]) -> Any:
        text = json.dumps(shown, default=str)
        for secret in self.secrets:
            text = text.replace(secret, "[secret]")
        return json.loads(text)


def readable(body: bytes) -> Mapping[str, Any]:
    """A body as JSON where it is an object, else as text."""
    try:
        read = json.loads(body)
    except ValueError:
        read = None
    return read if isinstance(read, dict) else {"body": body.decode(errors="replace")[:2000]}

"""Tells whoever listens that something has changed, so that a page can look again."""

from collections.abc import Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from threading import Lock
from typing import Any

Change = dict[str, Any]


class Bell:
    """Rings for every listener; it may be rung by any thread."""

    def __init__(self) -> None:
        self._listeners: list[SimpleQueue[Change | None]] = []
        self._lock = Lock()

    def ring(self, *changed: str, channel: str | None = None) -> None:
        """Tell every listener what has changed, and in which channel."""
        self._tell({"changed": list(changed), "channel": channel})

    def close(self) -> None:
        """Tell every listener that nothing more will come."""
        self._tell(None)

    @contextmanager
    def listening(self) -> Iterator["SimpleQueue[Change | None]"]:
        """What changes from now on, until the end of the block."""
        changes: SimpleQueue[Change | None] = SimpleQueue()
        with self._lock:
            self._listeners.append(changes)
        try:
            yield changes
        finally:
            with self._lock:
                self._listeners.remove(changes)

    def _tell(self, change: Change | None) -> None:
        with self._lock:
            for changes in self._listeners:
                changes.put(change)

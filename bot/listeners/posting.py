"""The threads that speak to Slack after the acknowledgement: so many at work, so many waiting."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import BoundedSemaphore
from typing import Any

from bot.listeners.failures import short_id

# Each may wait for Slack; an answer in the acknowledgement needs none of them.
THREADS = 10
# What waits longer than these take is of no use to the one who asked.
MOST_WAITING = 100
_LOG = logging.getLogger("bot.failures")


class Posting(ThreadPoolExecutor):
    """An executor that drops what is too much, with a line in the log, rather than keep it all."""

    def __init__(self, threads: int = THREADS, most_waiting: int = MOST_WAITING) -> None:
        super().__init__(threads, "posting")
        self._room = BoundedSemaphore(threads + most_waiting)
        self._cancelled = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run it when a thread is free; the Future is cancelled where there is no room."""
        if not self._room.acquire(blocking=False):
            _LOG.error("dropped: too many answers wait for Slack", extra={"failure": short_id()})
            dropped: Future[Any] = Future()
            dropped.cancel()
            return dropped
        future = super().submit(fn, *args, **kwargs)
        future.add_done_callback(self._ended)
        return future

    def end(self) -> None:
        """Drop what waits, say how much that was, and let what is at work end."""
        self.shutdown(wait=False, cancel_futures=True)
        if self._cancelled:
            extra = {"failure": short_id(), "answers": self._cancelled}
            _LOG.warning("dropped: the bot is stopping", extra=extra)
        self.shutdown()

    def _ended(self, future: Future[Any]) -> None:
        self._room.release()
        # Only `end` cancels, in one thread.
        self._cancelled += future.cancelled()

"""The threads that speak to Slack after the acknowledgement: so many at work, so many waiting."""

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextvars import copy_context
from threading import BoundedSemaphore
from time import monotonic
from typing import Any

from bot.listeners.failures import short_id

# Each may wait for Slack; an answer in the acknowledgement needs none of them.
THREADS = 10
# What waits longer than these take is of no use to the one who asked.
MOST_WAITING = 100
# Seconds that what waits has left when the bot stops: its requests were acknowledged, so Slack will
# not send them again.
LAST = 5.0
_LOG = logging.getLogger("bot.failures")


class Posting(ThreadPoolExecutor):
    """An executor that drops what is too much, with a line in the log, rather than keep it all."""

    def __init__(self, threads: int = THREADS, most_waiting: int = MOST_WAITING) -> None:
        super().__init__(threads, "posting")
        self._room = BoundedSemaphore(threads + most_waiting)
        self._most = threads + most_waiting
        self._pending: set[Future[Any]] = set()
        self._cancelled = 0

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Run it when a thread is free; the Future is cancelled where there is no room."""
        if not self._room.acquire(blocking=False):
            _LOG.error("dropped: too many answers wait for Slack", extra={"failure": short_id()})
            dropped: Future[Any] = Future()
            dropped.cancel()
            # Else whoever waits for it, as `concurrent.futures.wait` does, waits in vain.
            dropped.set_running_or_notify_cancel()
            return dropped
        # The log names the request that the work belongs to.
        future = super().submit(copy_context().run, fn, *args, **kwargs)
        self._pending.add(future)
        future.add_done_callback(self._ended)
        return future

    def full(self) -> bool:
        """Whether what is added now would be dropped."""
        return len(self._pending) >= self._most

    def end(self, within: float = LAST) -> None:
        """Finish what waits; after so many seconds drop it, say how much, and let the rest end."""
        until = monotonic() + within
        # What is finished may have begun something else.
        while (pending := set(self._pending)) and monotonic() < until:
            wait(pending, until - monotonic())
        self.shutdown(wait=False, cancel_futures=True)
        if self._cancelled:
            extra = {"failure": short_id(), "answers": self._cancelled}
            _LOG.warning("dropped: the bot is stopping", extra=extra)
        self.shutdown()

    def _ended(self, future: Future[Any]) -> None:
        self._room.release()
        self._pending.discard(future)
        # Only `end` cancels, in one thread.
        self._cancelled += future.cancelled()

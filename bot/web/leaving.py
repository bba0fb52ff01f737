"""How an HTTP worker leaves: it says so first, and answers on until balancers have noticed.

SIGTERM is waited for here, for Granian would stop listening at once, and what then waits to be
accepted, or was just sent on a connection that is kept alive, would be lost.
"""

import os
import signal
import sys
from collections.abc import Callable
from multiprocessing import parent_process
from threading import Event, Thread
from time import sleep


def stay_on_sigterm() -> None:
    """Let SIGTERM wait until there is a Leaving; to be called before there are any threads."""
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})


class Leaving:
    """Whether this process is about to end; SIGINT, or Ctrl-C, ends it at once.

    A second SIGTERM does not: a host sends one to every process, and Granian another to this one.
    """

    def __init__(self, seconds: float, end: Callable[[], None] | None = None) -> None:
        self._seconds = seconds
        self._end = end or _as_granian_ends
        self._begun = Event()

    def __call__(self) -> bool:
        return self._begun.is_set()

    def wait(self) -> None:
        """Leave when SIGTERM comes, or when the process that started this one is gone."""
        if sys.platform != "win32":
            Thread(target=self._leave, name="leaving", daemon=True).start()
        Thread(target=self._follow, name="following", daemon=True).start()

    def _leave(self) -> None:
        if sys.platform != "win32":
            signal.sigwait({signal.SIGTERM})
            self._begun.set()
            sleep(self._seconds)
            self._end()

    def _follow(self) -> None:
        """A killed parent cannot tell its worker, which would hold the port for ever."""
        if parent := parent_process():
            parent.join()
            self._begun.set()
            self._end()


def _as_granian_ends() -> None:
    """Stop listening, let what is being answered end, and go."""
    os.kill(os.getpid(), signal.SIGINT)

"""How a process is told to end."""

import os
import signal
from threading import Event, Timer


def stopped_by_signals(within: float | None = None) -> Event:
    """An event that SIGTERM and SIGINT set.

    With `within` the process is gone so many seconds later, whatever still waits for a database or
    for Slack: what is on record is taken up again by the next one.
    """
    stop = Event()

    def end(*_: object) -> None:
        if within is not None and not stop.is_set():
            hurry = Timer(within, os._exit, (0,))
            hurry.daemon = True
            hurry.start()
        stop.set()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, end)
    return stop

"""The HTTP server under the door."""

import errno
import gc
import logging
import os
import signal
import socket
from collections.abc import Callable

from bot.core.errors import BadSettings
from bot.settings import Settings
from bot.web.door import THREADS, Door

# Seconds that a stopping worker has: longer than it announces it and one call to Slack takes,
# shorter than a host's patience (https://devcenter.heroku.com/articles/dynos#shutdown: 30).
GRACE = 27
# How many connections there may be at a time. Each finds a thread of its own, which begins when it
# is needed: a body is waited for in one, and whoever sends theirs slowly takes it from nobody. With
# what else is open they stay below the 1,024 files that a process may have open on most systems.
CONNECTIONS = 900


def listen(door: Callable[[], Door], settings: Settings) -> None:
    """Serve the door that is built in one worker, until SIGTERM or SIGINT.

    A worker that is killed is followed by another at once, which finds what waits to be accepted.
    Raises BadSettings where the port is taken or the address is not this machine's.
    """
    from granian.constants import Interfaces
    from granian.server import Server

    # The worker shares the memory of what is loaded, as long as nobody writes into it.
    gc.freeze()
    # A worker inherits Granian's own answers to signals and would hear none until it is ready.
    os.register_at_fork(after_in_child=_end_at_signals)
    connections = max(CONNECTIONS, settings.threads * THREADS)
    Server(
        "alliance",
        address=_free_address(settings),
        port=settings.port,
        interface=Interfaces.WSGI,
        blocking_threads=connections,
        backpressure=connections,
        # At once: the interval is for workers that are told to end. One that was started again and
        # fails within some seconds is not, and the exit tells whoever started the bot.
        respawn_failed_workers=True,
        websockets=False,
        workers_kill_timeout=GRACE,
        # Granian's own lines join ours: same stream, same format.
        log_dictconfig={
            "filters": {"threads": {"()": _threads_are_intended}},
            "formatters": {},
            "handlers": {},
            "loggers": {
                "_granian": {"propagate": True, "filters": ["threads"]},
                "granian.access": {"propagate": True},
            },
        },
    ).serve(target_loader=door, wrap_loader=False)


def _threads_are_intended() -> Callable[[logging.LogRecord], bool]:
    """Leaves out Granian's doubt about so many threads: all but `settings.threads` only wait.

    It compares them with the cores, for it takes each to be at work in Python.
    """
    return lambda record: not record.getMessage().startswith("Configuration allows spawning")


def _end_at_signals() -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)


def _free_address(settings: Settings) -> str:
    """The host as an IP address that can be listened on; Granian itself ends in a stack trace."""
    try:
        (family, _, _, _, address), *_ = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM
        )
        with socket.socket(family) as listening:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(address)
    except OSError as error:
        raise BadSettings((_told(error, settings),)) from None
    return str(address[0])


def _told(error: OSError, settings: Settings) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"PORT {settings.port} is taken: stop what listens there, or set another."
    if error.errno == errno.EACCES:
        return f"PORT {settings.port} is not allowed to this user: set one above 1023."
    return f"HOST {settings.host} is no address of this machine: correct it, or leave it out."

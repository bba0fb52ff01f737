"""The statement for assistants, as a process of its own; without a database, and without Slack."""

import errno
import logging
import os
import random
import signal
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from ipaddress import ip_address

from bot import assembly, logs
from bot.assistants.desk import Desk
from bot.core.errors import BadSettings, MissingExtra
from bot.settings import Settings

_LOG = logging.getLogger("bot.assistants")
_MISSING = (
    "`alliance mcp` needs an extra that is not installed: run `make mcp` in the bot's checkout, or"
    " install its wheel with the extra, as in pip install 'alliance_bot.whl[mcp]'."
)
_WAITING = (
    "This speaks the Model Context Protocol on standard input and output: it is for an assistant to"
    " start. Ctrl-C ends it; --http serves over HTTP."
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where HTTP listens, and the public names that it is reached by."""

    host: str
    port: int
    names: tuple[str, ...] = ()

    @property
    def hosts(self) -> tuple[str, ...] | None:
        """The names that requests are taken for, besides this machine's own; None for every name.

        What listens to the network is reached by names that only its owner knows.
        """
        return self.names if self.names or _is_loopback(self.host) else None


def stdio(settings: Settings) -> None:
    """Answer one assistant until it closes standard input, or SIGTERM or SIGINT."""
    _need_extra()
    # Standard output is the protocol's.
    logs.configure(settings, sys.stderr)
    if sys.stdin.isatty():
        print(_WAITING, file=sys.stderr)
    # A thread waits for the next line and cannot be woken; there is nothing to lose.
    _at_a_signal(os._exit)
    from bot.assistants.listening import speak

    speak(_desk(settings))


def http(settings: Settings, place: Place) -> None:
    """Answer over HTTP until SIGTERM or SIGINT; raises BadSettings where it cannot listen."""
    _need_extra()
    logs.configure(settings)
    # The server lets requests end, and then raises the signal again.
    _at_a_signal(sys.exit)
    from bot.assistants.listening import listen
    from bot.assistants.speaking import PATH

    with _listening(place) as listening:
        desk = _desk(settings)
        _LOG.info(
            "serving assistants", extra={"host": place.host, "port": place.port, "path": PATH}
        )
        listen(desk, listening, place.hosts)


def _desk(settings: Settings) -> Desk:
    return Desk(assembly.read_library(settings), random.choice)


def _at_a_signal(end: Callable[[int], object]) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: end(0))


def _need_extra() -> None:
    if any(find_spec(name) is None for name in ("mcp", "starlette", "uvicorn")):
        raise MissingExtra((_MISSING,))


def _listening(place: Place) -> socket.socket:
    """A socket that listens at the place; who comes early waits. Raises BadSettings."""
    try:
        (family, _, _, _, address), *_ = socket.getaddrinfo(
            place.host, place.port, type=socket.SOCK_STREAM
        )
        listening = socket.socket(family)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen()
    except OSError as error:
        raise BadSettings((_told(error, place),)) from None
    return listening


def _told(error: OSError, place: Place) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {place.port} is taken: stop what listens there, or choose another with --port."
        )
    if error.errno == errno.EACCES:
        return f"Port {place.port} is not allowed to this user: choose one above 1023 with --port."
    return f"--host {place.host} is no address of this machine: correct it, or leave it out."


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

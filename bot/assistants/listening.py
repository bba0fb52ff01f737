"""The process round a desk: its loop, its socket and its end."""

import socket

import anyio
import uvicorn

from bot.assistants.desk import Desk
from bot.assistants.speaking import over_http, over_stdio, server_for

# Seconds that requests under way have when it is told to end; they take milliseconds.
_GRACE = 5
# Connections at a time; what comes on top is told to come again (503).
_MOST_CONNECTIONS = 512


def speak(desk: Desk) -> None:
    """Serve over standard input and output until the input ends."""
    try:
        anyio.run(over_stdio, server_for(desk))
    except* BrokenPipeError:
        # The assistant left without an end of input: nobody is there to be told.
        pass


def listen(desk: Desk, listening: socket.socket, hosts: tuple[str, ...] | None) -> None:
    """Serve over HTTP on a bound socket until SIGTERM or SIGINT; `hosts` as over_http has it."""
    config = uvicorn.Config(
        over_http(server_for(desk), hosts),
        # Its lines join ours, and none tells of a request.
        log_config=None,
        access_log=False,
        server_header=False,
        limit_concurrency=_MOST_CONNECTIONS,
        timeout_graceful_shutdown=_GRACE,
        # Whose addresses they are is not looked at.
        proxy_headers=False,
    )
    uvicorn.Server(config).run(sockets=[listening])

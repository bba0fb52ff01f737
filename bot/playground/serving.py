"""Threaded servers on 127.0.0.1 that end at once."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import ThreadingHTTPServer
from socketserver import ThreadingMixIn
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

LOOPBACK = "127.0.0.1"
_POLL = 0.02


class _BotServer(ThreadingMixIn, WSGIServer):
    daemon_threads = True
    block_on_close = False

    def server_bind(self) -> None:
        """Without the look-up of this machine's name, which may ask a network."""
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = LOOPBACK, self.server_address[1]
        self.setup_environ()

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that did not wait."""


class _Quiet(WSGIRequestHandler):
    # An answer leaves in one piece: between two of them, others that work would have their turn.
    wbufsize = -1

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the bot's own log tells what matters."""


@contextmanager
def running(server: ThreadingHTTPServer | WSGIServer) -> Iterator[None]:
    """The server at work, until the end of the block."""
    thread = Thread(target=server.serve_forever, args=(_POLL,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def bot_server(application: Any) -> WSGIServer:
    """A server for the bot's own door, on any free port."""
    server = _BotServer((LOOPBACK, 0), _Quiet)
    server.set_app(application)
    return server

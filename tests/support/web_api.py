"""A real HTTP server on 127.0.0.1 in the place of Slack's Web API and its response_urls.

It records every call, and fails as it is told to.
"""

import json
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socket import SHUT_RDWR
from threading import Event, Lock, Thread
from typing import Any

RESPONSES = "/responses/"
_OK = {"ok": True, "ts": "1700000000.000100"}


@dataclass(frozen=True)
class Call:
    """One request that the bot sent."""

    path: str
    body: Mapping[str, Any]
    authorization: str | None


@dataclass(frozen=True)
class Fault:
    """How the next call fails: with a status, without any answer, or too late."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    closes: bool = False
    hangs: bool = False


def rate_limited(seconds: int = 0) -> Fault:
    body = b'{"ok": false, "error": "ratelimited"}'
    return Fault(429, body, {"Retry-After": str(seconds)})


def refused(error: str) -> Fault:
    return Fault(body=json.dumps({"ok": False, "error": error}).encode())


SERVER_ERROR = Fault(500, b"<html>oops</html>")
CLOSED = Fault(closes=True)
HANGING = Fault(hangs=True)


class WebApi:
    """The calls so far, and the faults to come."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.calls: list[Call] = []
        self.released = Event()
        self._faults: deque[Fault] = deque()
        self._lock = Lock()

    @property
    def api_url(self) -> str:
        return f"{self.address}/api/"

    @property
    def response_url(self) -> str:
        return f"{self.address}{RESPONSES}T1/2/abc"

    def fail(self, *faults: Fault) -> None:
        """Answer the next calls with these, one each."""
        self._faults.extend(faults)

    def receive(self, call: Call) -> Fault | None:
        with self._lock:
            self.calls.append(call)
            return self._faults.popleft() if self._faults else None


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that did not wait."""


@contextmanager
def serving() -> Iterator[WebApi]:
    """The server, until the end of the block."""
    server = _Server(("127.0.0.1", 0), BaseHTTPRequestHandler)
    api = WebApi(f"http://127.0.0.1:{server.server_port}")
    server.RequestHandlerClass = _door(api)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield api
    finally:
        api.released.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _door(api: WebApi) -> type[BaseHTTPRequestHandler]:
    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            call = Call(self.path, json.loads(body or b"{}"), self.headers.get("authorization"))
            fault = api.receive(call)
            if fault is None:
                fine = b"ok" if self.path.startswith(RESPONSES) else json.dumps(_OK).encode()
                self._answer(Fault(body=fine))
            elif fault.closes:
                self.connection.shutdown(SHUT_RDWR)
                self.close_connection = True
            elif fault.hangs:
                api.released.wait(30)
            else:
                self._answer(fault)

        def _answer(self, answer: Fault) -> None:
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("content-length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        def log_message(self, format: str, *args: object) -> None:
            """Leave standard error alone."""

    return Door

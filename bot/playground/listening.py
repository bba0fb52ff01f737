"""The stand-in over HTTP, on loopback only: the page, what it asks for, and the bot's Web API."""

import json
import re
from collections.abc import Callable, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from queue import Empty
from socket import SHUT_RDWR
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from bot.playground.api_door import API, RESPONSES, Answered, Asked
from bot.playground.door import Door
from bot.playground.faults import Fault
from bot.playground.given import Json
from bot.playground.refusals import Unwelcome

LARGEST_BODY = 2_000_000
BREATH = 15
HANG = 30
_KINDS = {
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "woff2": "font/woff2",
}
_FILE = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?P<kind>\w+)")
# Nothing of another site is loaded, and no other site may show the page in a frame.
_HEADERS = {
    "content-security-policy": "default-src 'self'; frame-ancestors 'none'; base-uri 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
}


class Refusal(Exception):
    """A request that is not answered: the status says why."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status.phrase)
        self.status = status


class Server(ThreadingHTTPServer):
    """The stand-in's server; no open connection keeps it from ending."""

    daemon_threads = True
    block_on_close = False
    door: Door

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that did not wait."""


class Listener(BaseHTTPRequestHandler):
    """One connection to the door."""

    @property
    def door(self) -> Door:
        """The door of the server that was connected to."""
        assert isinstance(self.server, Server)
        return self.server.door

    def do_GET(self) -> None:
        self._guarded(self._get)

    def do_POST(self) -> None:
        self._guarded(self._post)

    def _guarded(self, work: Callable[[], None]) -> None:
        try:
            self._check_host()
            work()
        except Refusal as refusal:
            self._send(refusal.status, f"{refusal.status.phrase}\n".encode(), "text/plain")
        except Unwelcome as unwelcome:
            self._json({"ok": False, "error": str(unwelcome)})

    def _get(self) -> None:
        url = urlsplit(self.path)
        if url.path.startswith(API):
            self._to_the_api()
        elif url.path == "/play/events":
            self._stream()
        elif show := self.door.shown.get(url.path.removeprefix("/play/")):
            self._json(show(dict(parse_qsl(url.query))))
        else:
            self._static("index.html" if url.path == "/" else url.path)

    def _post(self) -> None:
        path = urlsplit(self.path).path
        if path.startswith((API, RESPONSES)):
            self._to_the_api()
        elif do := self.door.done.get(path.removeprefix("/play/")):
            # A page of another site cannot set this header.
            if self.headers.get("x-playground") != "1":
                raise Refusal(HTTPStatus.FORBIDDEN)
            self._json(do(self._given()))
        else:
            raise Refusal(HTTPStatus.NOT_FOUND)

    def _check_host(self) -> None:
        """A name that leads here by DNS alone is not ours."""
        name = urlsplit(f"//{self.headers.get('host', '')}").hostname
        if name not in ("127.0.0.1", "localhost"):
            raise Refusal(HTTPStatus.MISDIRECTED_REQUEST)

    def _body(self) -> bytes:
        declared = self.headers.get("content-length") or "0"
        if not (declared.isascii() and declared.isdigit()):
            raise Refusal(HTTPStatus.BAD_REQUEST)
        if int(declared[:12]) > LARGEST_BODY:
            raise Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return self.rfile.read(int(declared))

    def _given(self) -> Mapping[str, Any]:
        try:
            given = json.loads(self._body() or b"{}")
        except ValueError:
            given = None
        if not isinstance(given, dict):
            raise Refusal(HTTPStatus.BAD_REQUEST)
        return given

    def _to_the_api(self) -> None:
        url = urlsplit(self.path)
        headers = {name.lower(): value for name, value in self.headers.items()}
        answered = self.door.api.answer(Asked(url.path, url.query, headers, self._body()))
        match answered:
            case Answered():
                self._send(answered.status, answered.body, answered.kind, answered.headers)
            case Fault(closes=True):
                self._hang_up()
            case Fault(hangs=True):
                self.door.closing.wait(HANG)
                self._hang_up()
            case Fault():
                self._send(answered.status, answered.body, "", answered.headers)

    def _hang_up(self) -> None:
        self.connection.shutdown(SHUT_RDWR)
        self.close_connection = True

    def _static(self, path: str) -> None:
        name = path.removeprefix("/static/")
        found = _FILE.fullmatch(name)
        kind = _KINDS.get(found["kind"]) if found else None
        file = files("bot.playground") / "static" / name
        if kind is None or not file.is_file():
            raise Refusal(HTTPStatus.NOT_FOUND)
        self._send(HTTPStatus.OK, file.read_bytes(), kind)

    def _stream(self) -> None:
        """Server-sent events, until the page or the door is closed."""
        with self.door.bell.listening() as changes:
            self._head(HTTPStatus.OK, "text/event-stream", {})
            self.wfile.write(b": here\n\n")
            while not self.door.closing.is_set():
                try:
                    change = changes.get(timeout=BREATH)
                except Empty:
                    self.wfile.write(b": still here\n\n")
                    continue
                if change is not None:
                    self.wfile.write(f"data: {json.dumps(change)}\n\n".encode())

    def _json(self, answer: Json) -> None:
        self._send(HTTPStatus.OK, json.dumps(answer).encode(), "application/json")

    def _send(
        self, status: int, body: bytes, kind: str, more: Mapping[str, str] | None = None
    ) -> None:
        self._head(status, kind, {"content-length": str(len(body)), **(more or {})})
        self.wfile.write(body)

    def _head(self, status: int, kind: str, more: Mapping[str, str]) -> None:
        self.send_response(status)
        typed = {"content-type": kind} if kind else {}
        for name, value in {**typed, **_HEADERS, **more}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the ledger tells it all."""

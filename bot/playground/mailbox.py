"""A loopback HTTP door: where the bot's later answers arrive, as at Slack's response_url.

It also says ok to Web API calls, so that a bot in the playground never calls out.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Empty, Queue
from threading import Thread
from typing import Any
from uuid import uuid4

Post = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Mailbox:
    """The door's address, and what has been posted to it."""

    address: str
    key: str
    posts: "Queue[Post]"

    @property
    def response_url(self) -> str:
        return f"{self.address}/{self.key}"

    @property
    def api_url(self) -> str:
        return f"{self.address}/api/"

    def next(self, patience: float) -> Post | None:
        """The next post, or None where none comes within that many seconds."""
        try:
            return self.posts.get(timeout=patience)
        except Empty:
            return None


@contextmanager
def opened() -> Iterator[Mailbox]:
    """A door on 127.0.0.1, at a path that only the bot is told, closed at the end."""
    key, posts = uuid4().hex, Queue[Post]()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _listener(key, posts))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield Mailbox(f"http://127.0.0.1:{server.server_port}", key, posts)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _listener(key: str, posts: "Queue[Post]") -> type[BaseHTTPRequestHandler]:
    class Listener(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            if self.path == f"/{key}":
                posts.put(json.loads(body))
                self._answer(b"ok", "text/plain")
            elif self.path.startswith("/api/"):
                self._answer(b'{"ok": true}', "application/json")
            else:
                self.send_error(404)

        def _answer(self, body: bytes, kind: str) -> None:
            self.send_response(200)
            self.send_header("content-type", kind)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: the terminal belongs to the conversation."""

    return Listener

"""The HTTP server itself: slow clients, and a worker that is killed."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from socket import create_connection
from time import monotonic

import pytest

from bot.playground.standing import standing
from bot.starting.doors import ALLOCATOR
from tests.support.deployed import asked, environ, free_port, started, until_ok
from tests.support.web_api import INSTALLED, TOWN

MANY = 200
# Slack waits so long for an answer, in seconds.
IN_TIME = 3
POST = b"POST /slack/events HTTP/1.1\r\nhost: bot\r\n"
SLOW = {
    "headers": POST,
    "bodies": POST + b"content-type: application/json\r\ncontent-length: 5000\r\n\r\n{",
    "chunks": POST + b"transfer-encoding: chunked\r\n\r\n1\r\n{\r\n",
}


@contextmanager
def serving(folder: Path) -> Iterator[tuple[int, int]]:
    """A bot that answers over HTTP: the process, and its port."""
    command = [sys.executable, "-m", "bot", "serve"]
    with standing(TOWN, INSTALLED) as stand_in:
        port = free_port()
        with started(command, environ(stand_in.api_url, PORT=str(port)), folder) as running:
            until_ok(f"http://127.0.0.1:{port}/healthz")
            yield running.pid, port


@pytest.mark.parametrize("begun", SLOW.values(), ids=SLOW)
def test_slow_requests_keep_nobody_waiting(tmp_path: Path, begun: bytes) -> None:
    with serving(tmp_path) as (_, port), ExitStack() as slow:
        for _ in range(MANY):
            connection = slow.enter_context(create_connection(("127.0.0.1", port)))
            connection.sendall(begun)
        for _ in range(5):
            began = monotonic()
            assert "climate" in asked(f"http://127.0.0.1:{port}", "climate")
            assert monotonic() - began < IN_TIME


def test_granians_allocator_listens_to_what_it_is_told() -> None:
    import granian._granian as native

    assert f"\0{ALLOCATOR}\0".encode() in Path(native.__file__).read_bytes()


def test_a_worker_that_is_killed_is_followed_by_another(tmp_path: Path) -> None:
    with serving(tmp_path) as (server, port):
        children = Path(f"/proc/{server}/task/{server}/children")
        before = children.read_text().split()
        for worker in before:
            os.kill(int(worker), signal.SIGKILL)
        until_ok(f"http://127.0.0.1:{port}/healthz")
        after = children.read_text().split()
        assert (len(before), len(after)) == (1, 1)
        assert after != before

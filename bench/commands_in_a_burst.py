"""How long a slash command takes while the same process posts a burst of digests, on SQLite.

.venv/bin/python -m bench.commands_in_a_burst
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection
from socket import socket
from urllib.parse import urlencode

from bench.bursts import ROOT, database, make_due, slack, subscribe
from bench.reports import Cell, Figure, Report, Size, Table, percentile, run
from tests.support.slack import FORM, signed

SECRET = "5ec2e7"
QUERIES = ("climate", "nuclear", "korea", "japan", "semiconductors", "ndc 2030")
LATEST = 50
# Seconds: for the server to be there, between two tries, between two commands.
STARTING, TRY, REST = 60, 0.1, 0.02


@dataclass(frozen=True, slots=True)
class Count:
    """Digests that fall due, commands before, and seconds of commands meanwhile."""

    digests: int
    quiet: int
    seconds: float


COUNTS = {"full": Count(10_000, 200, 30), "small": Count(50, 10, 1)}


def command(port: int, number: int) -> float:
    """The milliseconds that one signed command takes, its connection included."""
    fields = {"command": "/alliance", "text": QUERIES[number % len(QUERIES)], "team_id": "T1"}
    body = urlencode({**fields, "channel_id": "C1", "user_id": "U1", "trigger_id": "1.1"}).encode()
    began = time.perf_counter()
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    headers = {"content-type": FORM, **signed(body, SECRET)}
    connection.request("POST", "/slack/events", body, headers)
    response = connection.getresponse()
    response.read()
    connection.close()
    assert response.status == 200, response.status
    return 1000 * (time.perf_counter() - began)


@contextmanager
def served(address: str, api_url: str) -> Iterator[int]:
    """The port of a server that does everything, from when it answers."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environ = {
        **os.environ,
        **{"DATABASE_URL": address, "RATE_LIMIT_PER_MINUTE": "0"},
        **{"PORT": str(port), "HOST": "127.0.0.1", "SLACK_API_URL": api_url},
        **{"SLACK_BOT_TOKEN": "xoxb-bench", "SLACK_SIGNING_SECRET": SECRET},
    }
    server = subprocess.Popen(
        [sys.executable, "-m", "bot", "serve"], cwd=ROOT, env=environ, stdout=subprocess.DEVNULL
    )
    try:
        wait_until_it_answers(port)
        yield port
    finally:
        server.terminate()
        server.wait(30)


def wait_until_it_answers(port: int) -> None:
    """Wait for the first answer; raises TimeoutError."""
    deadline = time.monotonic() + STARTING
    while time.monotonic() < deadline:
        with suppress(OSError):
            command(port, 0)
            return
        time.sleep(TRY)
    raise TimeoutError


def taken(count: Count) -> tuple[list[float], list[float]]:
    """The milliseconds of each command, before the burst and while it lasts."""
    with database("sqlite") as (address, engine), slack() as counting:
        assert counting.stdout
        subscribe(engine, count.digests)
        with served(address, counting.stdout.readline().strip()) as port:
            quiet = [command(port, number) for number in range(count.quiet)]
            began, busy = make_due(engine), list[float]()
            while time.time() - began < count.seconds:
                busy.append(command(port, len(busy)))
                time.sleep(REST)
    return quiet, busy


def measure(size: Size) -> Report:
    """Commands before the burst and while it lasts."""
    count = COUNTS[size]
    quiet, busy = taken(count)
    return Report(
        "One process on SQLite answers slash commands and posts digests. Each command comes on a"
        f" connection of its own, one after the other; {count.digests:,} digests in 500 workspaces"
        " fall due in the same minute.",
        (
            Table(
                "a slash command, in milliseconds",
                ("while", "commands", "median", "99th percentile", "longest"),
                (_row("nothing is due", quiet), _row("the digests are posted", busy)),
            ),
        ),
        (
            Figure("meanwhile, median", percentile(busy, 0.5), "ms"),
            Figure("meanwhile, 99th percentile", percentile(busy, 0.99), "ms", most=LATEST),
        ),
    )


def _row(name: str, times: Sequence[float]) -> tuple[Cell, ...]:
    return name, len(times), *(percentile(times, share) for share in (0.5, 0.99, 1.0))


if __name__ == "__main__":
    run(measure)

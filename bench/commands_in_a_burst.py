"""How long a slash command takes while the same process posts a burst of digests, on SQLite.

.venv/bin/python -m bench.commands_in_a_burst
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from socket import socket
from urllib.parse import urlencode

from bench.digests import LARGE, ROOT, make_due, slack, subscribe
from bot.storage.database import opened
from bot.storage.migrating import migrate
from tests.support.slack import FORM, signed

SECRET = "5ec2e7"
QUERIES = ("climate", "nuclear", "korea", "japan", "semiconductors", "ndc 2030")
QUIET, BUSY = 200, 30.0


def command(port: int, words: str) -> float:
    """The milliseconds that one signed command takes, its connection included."""
    fields = {"command": "/alliance", "text": words, "team_id": "T1", "channel_id": "C1"}
    body = urlencode({**fields, "user_id": "U1", "trigger_id": "1.1"}).encode()
    began = time.perf_counter()
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request(
        "POST", "/slack/events", body, {"content-type": FORM, **signed(body, SECRET)}
    )
    response = connection.getresponse()
    response.read()
    connection.close()
    assert response.status == 200, response.status
    return 1000 * (time.perf_counter() - began)


def told(name: str, taken: Sequence[float]) -> str:
    """The median, the 99th percentile and the longest."""
    ordered = sorted(taken)
    half, late = ordered[len(ordered) // 2], ordered[len(ordered) * 99 // 100]
    return (
        f"{name}: {len(ordered)} commands, median {half:.1f} ms, p99 {late:.1f} ms,"
        f" longest {ordered[-1]:.1f} ms"
    )


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, slack() as counting, socket() as free:
        assert counting.stdout
        address = f"sqlite:///{folder}/alliance.db"
        engine = opened(address)
        migrate(engine)
        subscribe(engine, LARGE, datetime.now(UTC) + timedelta(days=1))
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        environ = {
            **os.environ,
            **{"DATABASE_URL": address, "PORT": str(port), "HOST": "127.0.0.1"},
            **{"SLACK_BOT_TOKEN": "xoxb-bench", "SLACK_SIGNING_SECRET": SECRET},
            "SLACK_API_URL": counting.stdout.readline().strip(),
        }
        server = subprocess.Popen(
            [sys.executable, "-m", "bot", "serve"], cwd=ROOT, env=environ, stdout=subprocess.DEVNULL
        )
        try:
            time.sleep(8)
            quiet = [command(port, QUERIES[number % len(QUERIES)]) for number in range(QUIET)]
            began = make_due(engine, datetime.now(UTC).replace(second=0, microsecond=0))
            busy: list[float] = []
            while time.time() - began < BUSY:
                busy.append(command(port, QUERIES[len(busy) % len(QUERIES)]))
                time.sleep(0.02)
        finally:
            server.terminate()
            server.wait(30)
    print(told("quiet", quiet))
    print(told(f"while {LARGE:,} digests are due", busy))


if __name__ == "__main__":
    main()

"""`alliance serve` in processes of its own, beside a Slack that says yes, and people who ask it."""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

from bot.storage.database import opened
from bot.storage.migrating import migrate
from tests.support.databases import fresh
from tests.support.slack import FORM, signed
from tests.support.traffic.fleet import SECRET, Unit, free_port

ROOT = Path(__file__).parent.parent
QUESTIONS = ROOT / "tests" / "relevance" / "dev.jsonl"
CONNECTIONS = 8
PATIENCE = 30.0
_KB = 1024


@contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    """The address of a database of its own, with the bot's tables."""
    with fresh("postgresql", folder) as database:
        engine = opened(database)
        migrate(engine)
        engine.dispose()
        yield database


@contextmanager
def serving(
    folder: Path, api_url: str, database: str, cache: str = ""
) -> Iterator[tuple[Unit, float]]:
    """`alliance serve` at work, and the seconds from its start to its first answer."""
    port = free_port()
    environ = {
        **{"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOST": "127.0.0.1"},
        **{"PORT": str(port), "SLACK_API_URL": api_url, "SLACK_BOT_TOKEN": "xoxb-starting"},
        **{"SLACK_SIGNING_SECRET": SECRET, "DATABASE_URL": database, "DRAIN_SECONDS": "0"},
        **{"RATE_LIMIT_PER_MINUTE": "0", "CACHE_DIR": cache},
    }
    unit = Unit("web", "serve", environ, folder, port)
    started = time.perf_counter()
    unit.start()
    try:
        yield unit, _first_answer(unit) - started
    finally:
        unit.end()


def _first_answer(unit: Unit) -> float:
    deadline = time.perf_counter() + PATIENCE
    while time.perf_counter() < deadline and unit.alive:
        try:
            if _ask(HTTPConnection("127.0.0.1", unit.port, timeout=PATIENCE), "climate") == 200:
                return time.perf_counter()
        except (OSError, HTTPException):
            time.sleep(0.005)
    raise SystemExit((unit.folder / f"{unit.name}.log").read_text())


def _ask(connection: HTTPConnection, text: str) -> int:
    form = {"command": "/alliance", "text": text, "team_id": "T1", "user_id": "U1"}
    body = urlencode({**form, "channel_id": "C1"})
    headers = {**signed(body.encode(), SECRET), "content-type": FORM}
    connection.request("POST", "/slack/events", body, headers)
    answer = connection.getresponse()
    answer.read()
    return answer.status


def asked(port: int, requests: int) -> None:
    """Ask so many questions, over a few connections at once."""
    lines = QUESTIONS.read_text("utf-8").splitlines()
    questions = [json.loads(line)["q"] for line in lines]
    shares = [
        random.Random(n).choices(questions, k=requests // CONNECTIONS) for n in range(CONNECTIONS)
    ]
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        for statuses in pool.map(partial(_share, port), shares):
            assert set(statuses) == {200}, set(statuses)


def _share(port: int, questions: Sequence[str]) -> list[int]:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    return [_ask(connection, question) for question in questions]


def resident(pid: int) -> float:
    """The megabytes of memory that the process has, shared ones included."""
    told = Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8")
    return int(told.split("Rss:")[1].split()[0]) / _KB


@contextmanager
def slack() -> Iterator[str]:
    """The address of a Slack that says yes to everything, at once."""
    command = [sys.executable, "-m", "tests.support.counting_slack", "0"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as slack:
        assert slack.stdout
        try:
            yield slack.stdout.readline().strip()
        finally:
            slack.communicate()

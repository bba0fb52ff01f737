"""Starts a server on one core, waits until it answers, and ends it."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from bench.servers.asking import SECRET, body
from tests.support.traffic.fleet import free_port
from tests.support.traffic.wire import signed

ROOT = Path(__file__).parent.parent.parent
HERE = Path(__file__).parent
NODE_MODULES = HERE / "node_modules"
FORM = "application/x-www-form-urlencoded"
STARTING = 30.0
# The first core serves, the last one asks; on a machine of one core they are the same.
SERVING, *_ = CORES = sorted(os.sched_getaffinity(0))
ASKING = CORES[-1]


@dataclass(frozen=True, slots=True)
class Server:
    """A server's name, and the command that starts it; {port} and {bytes} are filled in."""

    name: str
    command: tuple[str, ...]


OURS = Server("ours", (sys.executable, "-m", "bot", "serve"))
BARE = Server(
    "bare ASGI, uvicorn + uvloop",
    (sys.executable, "-m", "bench.servers.bare", "{port}", "{bytes}"),
)
EMPTY_AS_OURS = Server(
    "empty Bolt for Python, our server and settings",
    (sys.executable, "-m", "bench.servers.empty_bolt"),
)
EMPTY_USUAL = Server(
    "empty Bolt for Python, its defaults, gunicorn gthread 8",
    (
        *(sys.executable, "-m", "gunicorn", "--bind", "127.0.0.1:{port}"),
        *("--worker-class", "gthread", "--threads", "8", "--workers", "1"),
        *("--log-level", "warning", "bench.servers.empty_bolt:usual()"),
    ),
)
EMPTY_JAVASCRIPT = Server(
    "empty Bolt for JavaScript", ("node", str(HERE / "empty_bolt.js"), "{port}")
)


def pin_to(core: int) -> None:
    """Keep this process, and those that it starts, on that core."""
    os.sched_setaffinity(0, {core})


@contextmanager
def serving(server: Server, api_url: str, database: str, length: int = 0) -> Iterator[int]:
    """The port of the server, started on the first core, from when it answers a command."""
    port = free_port()
    command = [part.format(port=port, bytes=length) for part in server.command]
    environ = {**os.environ, **_settings(port, api_url, database)}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environ, stdout=subprocess.DEVNULL, preexec_fn=_to_serve
    )
    try:
        _wait_for(process, port)
        yield port
    finally:
        process.terminate()
        try:
            process.wait(40)
        except subprocess.TimeoutExpired:
            process.kill()


def ask(port: int, text: str, person: int = 0) -> tuple[int, bytes]:
    """The status of one signed command and the body of its answer."""
    sent, connection = body(text, person), HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(
        "POST", "/slack/events", sent, {"content-type": FORM, **signed(sent, SECRET)}
    )
    response = connection.getresponse()
    answered = response.read()
    connection.close()
    return response.status, answered


@contextmanager
def quiet_slack() -> Iterator[str]:
    """The address of a Slack that says yes at once, for what is asked at start."""
    command = [sys.executable, "-m", "tests.support.counting_slack", "0"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, text=True, stdin=pipe, stdout=pipe) as process:
        assert process.stdout
        try:
            yield process.stdout.readline().strip()
        finally:
            process.kill()


def missing(programs: Sequence[str]) -> list[str]:
    """Those of the programs that are not on the PATH."""
    return [program for program in programs if not shutil.which(program)]


def install_javascript() -> None:
    """Bolt for JavaScript beside its server, exactly as package-lock.json has it."""
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    subprocess.run(command, cwd=HERE, check=True, stdout=subprocess.DEVNULL, timeout=300)


def _settings(port: int, api_url: str, database: str) -> Mapping[str, str]:
    """As an operator sets it up, without a limit for each person."""
    return {
        **{"HOST": "127.0.0.1", "PORT": str(port), "DATABASE_URL": database},
        **{"SLACK_API_URL": api_url, "SLACK_BOT_TOKEN": "xoxb-bench"},
        **{"SLACK_SIGNING_SECRET": SECRET, "RATE_LIMIT_PER_MINUTE": "0", "DRAIN_SECONDS": "0"},
        "LOG_LEVEL": "WARNING",
    }


def _to_serve() -> None:
    pin_to(SERVING)


def _wait_for(process: "subprocess.Popen[bytes]", port: int) -> None:
    until = time.monotonic() + STARTING
    while time.monotonic() < until and process.poll() is None:
        with suppress(OSError, HTTPException):
            status, _ = ask(port, "help")
            if status == 200:
                return
        time.sleep(0.05)
    raise RuntimeError(f"it does not answer: {' '.join(process.args)}")  # type: ignore[arg-type]

"""The bot's processes as a host starts them: a command line in a folder, with an environment."""

import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from socket import socket
from urllib.error import HTTPError
from urllib.parse import urlencode

from slack_sdk.signature import SignatureVerifier

from tests.support.commands import KEPT
from tests.support.slack import FORM
from tests.support.web_api import SECRET, TOKEN

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 30


def free_port() -> int:
    """A port of loopback on which nothing listens."""
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def environ(api_url: str, **more: str) -> dict[str, str]:
    """What every process is given: `python` is the one that runs the tests."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    here = {"PATH": path, "HOST": "127.0.0.1", "DRAIN_SECONDS": "0"}
    slack = {"SLACK_BOT_TOKEN": TOKEN, "SLACK_SIGNING_SECRET": SECRET, "SLACK_API_URL": api_url}
    return {**here, "PYTHONPATH": str(ROOT), **KEPT, **slack, **more}


def ended(command: Sequence[str], given: Mapping[str, str], folder: Path) -> tuple[int, str]:
    """How a command ends, and all that it says."""
    done = subprocess.run(
        command, cwd=folder, env=given, capture_output=True, text=True, timeout=PATIENCE
    )
    return done.returncode, done.stdout + done.stderr


@contextmanager
def started(
    command: Sequence[str], given: Mapping[str, str], folder: Path
) -> Iterator["subprocess.Popen[bytes]"]:
    """The command at work; at the end it is told to end, and does so without a complaint."""
    running = subprocess.Popen(
        command, cwd=folder, env=given, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    try:
        yield running
        running.terminate()
        _, complaints = running.communicate(timeout=PATIENCE)
        assert (running.returncode, complaints) == (0, b"")
    finally:
        running.kill()
        running.communicate()


def fetched(address: str) -> tuple[int, str]:
    """The status and the body; 0 where nobody answers."""
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as reply:
            return reply.status, reply.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()
    except OSError:
        return 0, ""


def until_ok(address: str) -> str:
    """The body, as soon as the status is 200."""
    deadline = time.monotonic() + PATIENCE
    while (found := fetched(address))[0] != 200:
        assert time.monotonic() < deadline, found
        time.sleep(0.05)
    return found[1]


def asked(address: str, words: str) -> str:
    """What `/alliance words` is answered, signed as Slack does."""
    form = {"command": "/alliance", "text": words, "team_id": "T1", "user_id": "U1"}
    body = urlencode({**form, "channel_id": "C1"}).encode()
    stamp = str(int(time.time()))
    signature = SignatureVerifier(SECRET).generate_signature(timestamp=stamp, body=body) or ""
    headers = {"content-type": FORM, "x-slack-request-timestamp": stamp}
    signed = {**headers, "x-slack-signature": signature}
    request = urllib.request.Request(f"{address}/slack/events", body, signed)
    with urllib.request.urlopen(request, timeout=PATIENCE) as reply:
        return str(json.load(reply)["text"])

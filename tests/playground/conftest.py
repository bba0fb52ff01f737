"""A stand-in whose clock a test turns, an app with every scope, and a bot that obeys."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event
from typing import Any
from urllib.parse import parse_qs

import pytest
from slack_sdk.signature import SignatureVerifier

from bot.manifest import described
from bot.playground.agenda import Agenda
from bot.playground.people import Installed, harbour_street, installed
from bot.playground.serving import running
from bot.playground.standing import StandIn, standing

TOKEN, SECRET = "xoxb-playground-1", "5ec2e7"
PATIENCE = 20
EVERY_SCOPE = frozenset(
    "app_mentions:read assistant:write chat:write commands im:history im:read channels:read"
    " channels:history users:read links:read links:write groups:read mpim:read".split()
)
EVERY_EVENT = frozenset(
    "app_home_opened app_mention app_uninstalled function_executed link_shared"
    " member_joined_channel message.im team_access_revoked tokens_revoked".split()
)
STEP = {
    "title": "Find a passage",
    "input_parameters": {"properties": {"query": {"type": "string"}}, "required": ["query"]},
    "output_parameters": {
        "properties": {"quote": {"type": "string"}, "found": {"type": "boolean"}},
        "required": ["found"],
    },
}


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


def app(scopes: frozenset[str] | None = EVERY_SCOPE) -> Installed:
    """The app of the manifest with all that an app may have; None leaves it as it is."""
    told = installed(described(), TOKEN, SECRET)
    if scopes is None:
        return told
    return replace(
        told,
        scopes=scopes,
        events=EVERY_EVENT,
        features=told.features | {"agent_view"},
        domains=("a.example",),
        functions={"find": STEP},
        home=True,
    )


@contextmanager
def stand_in_of(
    told: Installed, patience: float = PATIENCE, paced: bool = False
) -> Iterator[StandIn]:
    """A stand-in in which everything happens at once and in order."""
    town, agenda = harbour_street(told.bot.id), Agenda(Clock())
    with standing(town, told, 0, agenda, lambda work: work(), patience, paced) as stand_in:
        yield stand_in


# For the tests of a bot that lets others wait; elsewhere nothing hangs on how busy the machine is.
impatient = pytest.mark.parametrize("stand_in", [0.2], indirect=True, ids=["impatient"])


@pytest.fixture
def stand_in(request: pytest.FixtureRequest) -> Iterator[StandIn]:
    with stand_in_of(app(), getattr(request, "param", PATIENCE)) as stand_in:
        yield stand_in


class Bot:
    """A bot that checks signatures, remembers what it got, and answers what it is told to."""

    def __init__(self) -> None:
        self.got: list[dict[str, Any]] = []
        self.retries: list[tuple[str | None, str | None]] = []
        self.status, self.answer = 200, b""
        self.headers: dict[str, str] = {}
        self.asleep, self.wake = False, Event()

    def says(self, **answer: Any) -> None:
        """Answer from now on with that as JSON, or with nothing."""
        self.answer = json.dumps(answer).encode() if answer else b""

    def hear(self, body: bytes, headers: Any) -> None:
        assert SignatureVerifier(SECRET).is_valid_request(body, dict(headers.items()))
        self.retries.append((headers["x-slack-retry-num"], headers["x-slack-retry-reason"]))
        if "json" in headers["content-type"]:
            self.got.append(json.loads(body))
        else:
            form = {key: values[0] for key, values in parse_qs(body.decode()).items()}
            self.got.append(json.loads(form["payload"]) if "payload" in form else form)


@pytest.fixture
def bot(stand_in: StandIn) -> Iterator[Bot]:
    bot = Bot()

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            bot.hear(self.rfile.read(int(self.headers["content-length"])), self.headers)
            if bot.asleep:
                bot.wake.wait(10)
                return
            self.send_response(bot.status)
            for name, value in bot.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(bot.answer)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    stand_in.bot.url = f"http://127.0.0.1:{server.server_port}/slack/events"
    with running(server):
        yield bot
        bot.wake.set()

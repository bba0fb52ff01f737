"""A workspace for tests: what a person does in it reaches the real App, signed, by its real door.

slack.command("climate").quote
slack.click(slack.mention("climate").button("Ferries ¶2")).quote
"""

import io
import json
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any
from urllib.parse import urlencode
from wsgiref.util import setup_testing_defaults

from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.signature import SignatureVerifier

from bot.core.library import Library
from bot.listeners.profiles import Unseen
from bot.playground.standing import standing
from bot.web import EVENTS, Door
from tests.support import blockkit
from tests.support.building import the_bot
from tests.support.replies import Element, Reply
from tests.support.web_api import INSTALLED, SECRET, TOWN, Call, WebApi

FORM = "application/x-www-form-urlencoded"
JSON = "application/json"
PATIENCE = 20
MESSAGES = frozenset(("chat.postMessage", "response_url"))
Fields = Mapping[str, Any]


@dataclass(frozen=True)
class Response:
    """What the bot's door said over HTTP."""

    status: int
    body: str


class Settling(ThreadPoolExecutor):
    """An executor that a test can wait for."""

    def __init__(self) -> None:
        super().__init__(max_workers=4)
        self._started: list[Future[Any]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future = super().submit(fn, *args, **kwargs)
        self._started.append(future)
        return future

    def settle(self) -> None:
        """Wait until everything that was started has ended, and has not raised."""
        ended, unfinished = wait(self._started, timeout=PATIENCE)
        assert not unfinished, "a lazy listener does not end"
        for future in ended:
            future.result()
        self._started.clear()


class Slack:
    """One workspace, one person in it, and everything that the bot said to them."""

    def __init__(self, app: App, api: WebApi, executor: Settling) -> None:
        self.app = app
        self.api = api
        self._door = Door(app)
        self._executor = executor
        self._numbers = count(1)

    def command(self, text: str, **fields: str) -> Reply:
        """Type `/alliance text`."""
        response = self.form({**self.typed(text), **fields})
        assert response.status == 200, response
        message = json.loads(response.body)
        assert message["response_type"] == "ephemeral"
        assert (message["unfurl_links"], message["unfurl_media"]) == (False, False)
        return Reply(message)

    def mention(self, text: str, **fields: Any) -> Reply:
        """Say `@alliance text` in a channel."""
        said = {"type": "app_mention", "text": f"<@U0BOT> {text}", "channel": "C1"}
        return self._posted({**said, **fields})

    def message(self, text: str, **fields: Any) -> Reply:
        """Send `text` to the bot in a direct message."""
        said = {"type": "message", "channel_type": "im", "text": text, "channel": "D1"}
        return self._posted({**said, **fields})

    def click(self, element: Element, **fields: Any) -> Reply:
        """Press a button, or pick an option."""
        before = len(self.api.calls)
        response = self.press(element, **fields)
        assert (response.status, response.body) == (200, "")
        (call,) = self.heard()[before:]
        assert (call.name, call.verdict) == ("response_url", "ok")
        return Reply(call.body)

    def press(self, element: Element, **fields: Any) -> Response:
        """Press a button, and look at nothing but the acknowledgement."""
        payload = {
            "type": "block_actions",
            "team": {"id": "T1"},
            "user": {"id": "U1", "team_id": "T1"},
            "channel": {"id": "C1"},
            "container": {"type": "message", "channel_id": "C1", "is_ephemeral": True},
            "trigger_id": "1.2.trigger",
            "response_url": self.api.response_url,
            "actions": [{"block_id": "b1", "action_ts": "1.3", **element}],
        }
        return self.form({"payload": json.dumps({**payload, **fields})})

    def event(self, event: Any, **envelope: Any) -> Response:
        """Deliver an event as the Events API does."""
        number = next(self._numbers)
        body = {"type": "event_callback", "team_id": "T1", "event_id": f"Ev{number}"}
        return self.deliver(json.dumps({**body, "event": event, **envelope}).encode(), JSON)

    def form(self, fields: Mapping[str, str]) -> Response:
        """Deliver a form as slash commands and buttons do."""
        return self.deliver(urlencode(fields).encode(), FORM)

    def typed(self, text: str) -> dict[str, str]:
        """The form of a slash command."""
        return {
            "command": "/alliance",
            "text": text,
            "team_id": "T1",
            "channel_id": "C1",
            "user_id": "U1",
            "trigger_id": "1.1.trigger",
            "response_url": self.api.response_url,
        }

    def deliver(
        self, body: bytes, kind: str = FORM, headers: Mapping[str, str] | None = None
    ) -> Response:
        """Send a body to the door, signed unless other headers are given, and wait for the end."""
        sent = signed(body) if headers is None else headers
        response = delivered(self._door, body, kind, sent)
        self._executor.settle()
        return response

    def heard(self) -> list[Call]:
        """Every call to Slack so far, each message checked."""
        for call in self.api.calls:
            if call.name in MESSAGES:
                blockkit.check(call.body)
        return list(self.api.calls)

    def _posted(self, event: Fields) -> Reply:
        before = len(self.api.calls)
        response = self.event({"user": "U1", "ts": "1700000000.000001", **event})
        assert (response.status, response.body) == (200, "")
        (call,) = self.heard()[before:]
        assert (call.name, call.verdict) == ("chat.postMessage", "ok")
        assert (call.body["unfurl_links"], call.body["unfurl_media"]) == (False, False)
        return Reply(call.body)


def delivered(door: Door, body: bytes, kind: str, headers: Mapping[str, str]) -> Response:
    """What a door says at once to a body that is sent with those headers."""
    environ: dict[str, Any] = {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": EVENTS,
        "CONTENT_LENGTH": str(len(body)),
        "CONTENT_TYPE": kind,
        "wsgi.input": io.BytesIO(body),
        **{f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()},
    }
    setup_testing_defaults(environ)
    statuses: list[str] = []
    chunks = door(environ, lambda status, headers: statuses.append(status))  # type: ignore[arg-type]
    return Response(int(statuses[0].split()[0]), b"".join(chunks).decode())


def signed(body: bytes, secret: str = SECRET, age: int = 0) -> dict[str, str]:
    """The headers that Slack signs a body with."""
    stamp = str(int(time.time()) - age)
    signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body)
    return {"x-slack-request-timestamp": stamp, "x-slack-signature": signature or ""}


def nobody(client: WebClient, person: str) -> Unseen:
    """Slack does not tell who somebody is, without being asked: these tests count its calls."""
    return Unseen(forbidden=True)


@contextmanager
def workspace(library: Library, **options: Any) -> Iterator[Slack]:
    """A workspace with the bot in it; at the end every message it sent has been checked."""
    with standing(TOWN, INSTALLED) as stand_in, Settling() as executor:
        app = the_bot(library, **{"look": nobody, **options})(stand_in.api_url, executor)
        slack = Slack(app, WebApi(stand_in), executor)
        yield slack
        slack.heard()

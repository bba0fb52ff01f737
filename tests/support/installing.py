"""The bot as anybody installs it: two workspaces at a stand-in for Slack, and a browser.

office.install(office.north)                 # over HTTP, from the button to the last page
office.north.say("U0JORDAN", "C0POLICY", "@alliance borders")
"""

import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from html import unescape
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit
from wsgiref.util import setup_testing_defaults

import sqlalchemy as sa

from bot import assembly, settings
from bot.assembly.parts import Parts
from bot.listeners.posting import Posting
from bot.manifest import described
from bot.playground.consenting import consent
from bot.playground.people import Team, harbour_street, installed
from bot.playground.serving import LOOPBACK, bot_server, running
from bot.playground.standing import StandIn, standing
from bot.settings import Settings
from bot.storage.database import opened
from bot.storage.migrating import migrate
from bot.web import EVENTS, Door
from tests.support.slack import FORM, JSON, Response, signed
from tests.support.web_api import SECRET

DATA = Path(__file__).parent.parent / "data"
KEY = "Zm9yIHRlc3RzIG9ubHksIG5vdCBhIHNlY3JldCBrZXk="
OTHER_KEY = "YW5vdGhlciBrZXkgZm9yIHRlc3RzLCAzMiBieXRlczA="
NORTH_TOKEN, SOUTH_TOKEN = "xoxb-1-north-secret", "xoxb-2-south-secret"
PUBLIC = "https://alliance.example"
JORDAN, MINA = "U0JORDAN", "U0MINA"


class Waiting(Posting):
    """What works after the acknowledgement, which a test can wait for."""

    def __init__(self) -> None:
        super().__init__()
        self._started: list[Future[Any]] = []

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        future = super().submit(fn, *args, **kwargs)
        self._started.append(future)
        return future

    def settle(self) -> None:
        """Wait until everything that was started has ended, and has not raised."""
        while self._started:
            self._started.pop().result(20)


@dataclass(frozen=True)
class Page:
    """What a browser got."""

    status: int
    headers: Mapping[str, str]
    cookies: Mapping[str, str]
    html: str

    @property
    def title(self) -> str:
        found = re.search("<h1>(.*?)</h1>", self.html)
        return unescape(found[1]) if found else ""

    @property
    def button(self) -> str:
        """Where the button leads."""
        found = re.search('class="button"[^>]* href="([^"]*)"', self.html)
        return unescape(found[1]) if found else ""


@dataclass
class Browser:
    """A browser that keeps cookies."""

    port: int
    language: str = "en-US,en;q=0.9"
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, address: str, method: str = "GET") -> Page:
        parts = urlsplit(address)
        path = f"{parts.path}?{parts.query}" if parts.query else parts.path
        kept = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection = HTTPConnection(LOOPBACK, self.port, timeout=20)
        connection.request(method, path, headers={"Accept-Language": self.language, "Cookie": kept})
        answer = connection.getresponse()
        told = [value for name, value in answer.getheaders() if name.lower() == "set-cookie"]
        set_now = {one.split("=", 1)[0]: one.split("=", 1)[1] for one in told}
        for name, value in set_now.items():
            if "1970" in value:
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = value.split(";")[0]
        headers = {name.lower(): value for name, value in answer.getheaders()}
        page = Page(answer.status, headers, set_now, answer.read().decode())
        connection.close()
        return page


@dataclass(frozen=True)
class Office:
    """The bot over HTTP, its database, and two workspaces that may install it."""

    settings: Settings
    engine: sa.Engine
    parts: Parts
    port: int
    north: StandIn
    south: StandIn
    settle: Callable[[], None]

    @property
    def browser(self) -> Browser:
        return Browser(self.port)

    def install(
        self,
        where: StandIn,
        who: str = JORDAN,
        browser: Browser | None = None,
        declined: frozenset[str] = frozenset(),
        organisation: str = "",
    ) -> Page:
        """From the button to the last page."""
        used = browser or self.browser
        authorize = used.get("/slack/install").button
        back = consent(where.workspace, authorize, who, declined, organisation)
        page = used.get(back)
        self.settle()
        return page

    def command(self, text: str, team: str, **fields: str) -> Response:
        """Type `/alliance text` in a workspace."""
        typed = {"command": "/alliance", "text": text, "team_id": team, "user_id": JORDAN}
        given = {**typed, "channel_id": "C0POLICY", "trigger_id": "1.2", **fields}
        return self.deliver(urlencode(given).encode(), FORM)

    def event(self, event: Mapping[str, Any], team: str, **envelope: Any) -> Response:
        """Deliver an event of a workspace."""
        told = {"type": "event_callback", "team_id": team, "event_id": "Ev1", "event": event}
        return self.deliver(json.dumps({**told, **envelope}).encode(), JSON)

    def deliver(self, body: bytes, kind: str) -> Response:
        """Send a body to the bot as Slack does."""
        told = signed(body)
        environ: dict[str, Any] = {
            "REQUEST_METHOD": "POST",
            "PATH_INFO": EVENTS,
            "CONTENT_LENGTH": str(len(body)),
            "CONTENT_TYPE": kind,
            "wsgi.input": io.BytesIO(body),
            **{f"HTTP_{name.upper().replace('-', '_')}": value for name, value in told.items()},
        }
        setup_testing_defaults(environ)
        statuses: list[str] = []
        door = Door(self.parts.app)
        chunks = door(environ, lambda status, headers: statuses.append(status))  # type: ignore[arg-type]
        response = Response(int(statuses[0].split()[0]), b"".join(chunks).decode())
        self.settle()
        return response


def said(where: StandIn, channel: str) -> list[str]:
    """What the bot said in a channel, oldest first."""
    posts = where.workspace.rooms.posts.every(channel)
    return [post.text for post in posts if post.user == where.workspace.app.bot.id]


@contextmanager
def two_workspaces() -> Iterator[tuple[StandIn, StandIn]]:
    """T0PLAY and T0SOUTH, neither of which has installed the bot, behind one Web API."""
    app = replace(
        installed(described(), NORTH_TOKEN, SECRET), client_id="1.2", client_secret="hush-hush"
    )
    south_app = replace(app, token=SOUTH_TOKEN)
    town = harbour_street(app.bot.id)
    south_town = replace(town, team=Team("T0SOUTH", "South <b>& Co</b>", "south"))
    with (
        standing(south_town, south_app, spawn=lambda work: work(), patience=20) as south,
        standing(
            *(town, app), spawn=lambda work: work(), patience=20, beside=(south.workspace,)
        ) as north,
    ):
        yield north, south


@contextmanager
def office(address: str, keys: str = KEY, **more: str) -> Iterator[Office]:
    """The bot at work on the database at that address, with tables."""
    with two_workspaces() as (north, south), Waiting() as executor:
        environ = {
            "SLACK_CLIENT_ID": "1.2",
            "SLACK_CLIENT_SECRET": "hush-hush",
            "SLACK_SIGNING_SECRET": SECRET,
            "TOKEN_ENCRYPTION_KEYS": keys,
            "PUBLIC_URL": PUBLIC,
            "SLACK_API_URL": north.api_url,
            "DATABASE_URL": address,
            "KNOWLEDGE_DIR": str(DATA),
        }
        loaded = settings.load({**environ, **more})
        engine = opened(address)
        migrate(engine)
        parts = assembly.assemble(loaded, engine, lambda: datetime.now(UTC), executor)
        assert parts.many
        server = bot_server(Door(parts.app, installing=parts.many.door))
        for stand_in in (north, south):
            stand_in.bot.url = f"http://{LOOPBACK}:{server.server_port}{EVENTS}"
        with running(server):
            yield Office(
                *(loaded, engine, parts, server.server_port, north, south), executor.settle
            )
        parts.many.lookups.end()
        engine.dispose()

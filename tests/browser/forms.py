"""A small app behind the stand-in that does with views all that Slack lets an app do.

A global shortcut opens a form with every kind of input; it updates itself, pushes a second view and
finds faults. A message shortcut, a Home and a mention bring the same elements to other places.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Condition, Event
from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from bot import web
from bot.listeners.authorizing import Constant
from bot.listeners.speaking import quiet
from bot.playground.people import harbour_street, installed
from bot.playground.serving import LOOPBACK, bot_server, running
from bot.playground.standing import StandIn, standing
from tests.browser import pieces

TOKEN, SECRET = "xoxb-playground-2", "5ec2e8"
Json = dict[str, Any]

PASSAGES = ("Climate change", "Civil nuclear energy", "Clean electricity")


@dataclass
class Forms:
    """The app at work, and what it has heard."""

    stand_in: StandIn
    submitted: list[Json] = field(default_factory=list)
    pressed: list[Json] = field(default_factory=list)
    closed: list[Json] = field(default_factory=list)
    opened: list[Json] = field(default_factory=list)
    # Held shut, the app answers a submission only when it is let.
    gate: Event = field(default_factory=Event)
    _news: Condition = field(default_factory=Condition)

    def note(self, kind: list[Json], body: Json) -> None:
        """Keep what was heard."""
        with self._news:
            kind.append(body)
            self._news.notify_all()

    def heard(self, kind: list[Json], count: int) -> list[Json]:
        """So many of that kind, once they have come."""
        with self._news:
            assert self._news.wait_for(lambda: len(kind) >= count, 5), kind
            return list(kind)

    @property
    def address(self) -> str:
        """Where the page is."""
        return self.stand_in.address


@contextmanager
def forms(told: Json | None = None) -> Iterator[Forms]:
    """The app in a fresh workspace, until the end of the block; `told` may be another manifest."""
    app = installed(told or pieces.manifest(), TOKEN, SECRET)
    with standing(harbour_street(app.bot.id), app) as stand_in:
        heard = Forms(stand_in)
        heard.gate.set()
        server = bot_server(web.Door(build(stand_in.api_url, heard)))
        stand_in.bot.url = f"http://{LOOPBACK}:{server.server_port}{web.EVENTS}"
        with running(server):
            yield heard


def build(api_url: str, heard: Forms) -> App:
    """The Bolt App, which notes what it hears."""
    app = App(
        logger=quiet("slack_bolt"),
        signing_secret=SECRET,
        authorize=Constant(TOKEN),
        client=WebClient(base_url=api_url, logger=quiet("slack_sdk")),
        process_before_response=True,
    )
    _shortcuts(app)
    _views(app, heard)
    _actions(app, heard)
    _events(app, heard)
    return app


def _shortcuts(app: App) -> None:
    @app.shortcut("subscribe")
    def subscribe(ack: Any, body: Json, client: WebClient) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=pieces.subscription(weekly=False))
        ack()

    @app.shortcut("search")
    def search(ack: Any, body: Json, client: WebClient) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=pieces.searching())
        ack()

    @app.shortcut("keep")
    def keep(ack: Any, body: Json, client: WebClient) -> None:
        words = body["message"]["text"]
        client.views_open(trigger_id=body["trigger_id"], view=pieces.kept(words))
        ack()


def _views(app: App, heard: Forms) -> None:
    @app.view("subscription")
    def subscription(ack: Any, view: Json) -> None:
        heard.gate.wait(10)
        values = view["state"]["values"]
        heard.note(heard.submitted, values)
        name = values["name"]["name"]["value"]
        if name == "taken":
            faults = {"name": "There is a digest of that name.", "nowhere": "Try another one."}
            ack(response_action="errors", errors=faults)
        elif name == "broken":
            raise RuntimeError("this app is broken")
        elif name == "check":
            ack(response_action="push", view=pieces.preview("Is this right?", clears=True))
        else:
            ack()

    @app.view("searching")
    def searching(ack: Any, view: Json) -> None:
        heard.note(heard.submitted, view["state"]["values"])
        ack(response_action="update", view=pieces.kept("found"))

    @app.view("preview")
    def preview(ack: Any) -> None:
        ack(response_action="clear")

    @app.view_closed("preview")
    def closed(ack: Any, body: Json) -> None:
        heard.note(heard.closed, body)
        ack()


def _actions(app: App, heard: Forms) -> None:
    @app.action("cadence")
    def cadence(ack: Any, body: Json, client: WebClient) -> None:
        weekly = body["actions"][0]["selected_option"]["value"] == "weekly"
        view = pieces.subscription(weekly)
        client.views_update(view_id=body["view"]["id"], hash=body["view"]["hash"], view=view)
        ack()

    @app.action("preview")
    def preview(ack: Any, body: Json, client: WebClient) -> None:
        client.views_push(trigger_id=body["trigger_id"], view=pieces.preview("A look ahead"))
        ack()

    @app.action("count")
    def count(ack: Any, body: Json, client: WebClient) -> None:
        pressed = int(body["actions"][0]["value"]) + 1
        client.views_publish(user_id=body["user"]["id"], view=pieces.home(pressed))
        ack()

    @app.action(pieces.ANY_OTHER)
    def other(ack: Any, body: Json) -> None:
        heard.note(heard.pressed, body)
        ack()

    @app.options("passage")
    def passages(ack: Any, body: Mapping[str, Any]) -> None:
        words = body["value"].lower()
        if words == "broken":
            raise RuntimeError("this app is broken")
        found = [pieces.option(one) for one in PASSAGES if words in one.lower()]
        if found:
            ack(option_groups=[{"label": pieces.plain("Passages"), "options": found}])
        else:
            ack(options=[])


def _events(app: App, heard: Forms) -> None:
    @app.event("app_home_opened")
    def home(event: Json, client: WebClient) -> None:
        heard.note(heard.opened, event)
        if event["tab"] == "home" and "view" not in event:
            client.views_publish(user_id=event["user"], view=pieces.home(0))

    @app.event("app_mention")
    def mention(event: Json, client: WebClient) -> None:
        shown = {"text": "Choose", "blocks": pieces.choosing()}
        client.chat_postMessage(channel=event["channel"], **shown)

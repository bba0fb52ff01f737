"""The stand-in put together: one workspace with its Web API, its page and its door."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread

from bot.playground.agenda import Agenda
from bot.playground.api_door import API, ApiDoor
from bot.playground.backstage import Backstage, Spawn, in_the_background
from bot.playground.deeds import Deeds
from bot.playground.delivery import Delivery
from bot.playground.door import Door
from bot.playground.faults import Faults
from bot.playground.ledger import Ledger
from bot.playground.listening import Listener, Server
from bot.playground.pace import Pace
from bot.playground.pages import Pages
from bot.playground.payloads import Payloads
from bot.playground.people import Installed, Town
from bot.playground.responding import Responses
from bot.playground.serving import LOOPBACK, running
from bot.playground.stage import Stage
from bot.playground.web_api import WebApi, WebApis
from bot.playground.workspace import Workspace


@dataclass(slots=True)
class BotAddress:
    """Where the bot listens; it is known only when the bot runs."""

    url: str = ""


@dataclass(frozen=True, slots=True)
class StandIn:
    """A workspace that is reached over HTTP."""

    address: str
    workspace: Workspace
    stage: Stage
    faults: Faults
    ledger: Ledger
    door: Door
    bot: BotAddress = field(default_factory=BotAddress)

    def let_go(self) -> None:
        """Keep nobody waiting any more, neither the page nor the bot."""
        self.door.close()

    @property
    def api_url(self) -> str:
        """What the bot takes for Slack's Web API."""
        return f"{self.address}{API}"


@contextmanager
def standing(
    town: Town,
    app: Installed,
    port: int = 0,
    agenda: Agenda | None = None,
    spawn: Spawn = in_the_background,
    patience: float = 3,
    paced: bool = False,
    beside: Sequence[Workspace] = (),
) -> Iterator[StandIn]:
    """The stand-in at work on that port of loopback; raises OSError where it is taken.

    `spawn` does what takes time, `patience` is how many seconds the bot has for an answer, and
    `paced` lets it post about once a second in each channel. Its Web API answers for the
    workspaces `beside` it as well.
    """
    server = Server((LOOPBACK, port), Listener)
    address = f"http://{LOOPBACK}:{server.server_port}"
    workspace = Workspace(town, app, agenda)
    faults, bot = Faults(), BotAddress()
    ledger = Ledger(workspace.bell, (app.token, app.secret))
    delivery = Delivery(lambda: bot.url, app.secret, ledger, faults, workspace.agenda, patience)
    stage = Stage(Backstage(workspace, delivery, Payloads(workspace, address), spawn))
    apis = WebApis((WebApi(workspace), *map(WebApi, beside)))
    pace = Pace(workspace.now) if paced else None
    api = ApiDoor(apis, Responses(workspace), faults, ledger, pace)
    deeds = Deeds(workspace, stage, faults, ledger)
    door = server.door = Door(Pages(workspace, faults, ledger), deeds, api, workspace.bell)
    with running(server):
        try:
            yield StandIn(address, workspace, stage, faults, ledger, door, bot)
        finally:
            door.close()


@contextmanager
def ticking(agenda: Agenda) -> Iterator[None]:
    """What falls due on the agenda is done as it does, until the end of the block."""
    thread = Thread(target=agenda.run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        agenda.close()

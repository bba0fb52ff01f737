"""The stand-in for Slack as a test looks at it: a tiny workspace, and what the bot sent there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.playground.api_door import RESPONSES
from bot.playground.faults import EVERY, Fault
from bot.playground.people import Channel, Installed, Person, Team, Town
from bot.playground.standing import StandIn

SECRET = "0123456789abcdef"
TOKEN = "xoxb-1-secret"
INSTALLED = Installed(
    app="A1",
    bot=Person("U0BOT", "alliance", "alliance", is_bot=True),
    bot_id="B1",
    token=TOKEN,
    secret=SECRET,
    scopes=frozenset(("app_mentions:read", "chat:write", "commands", "im:history")),
    events=frozenset(("app_mention", "message.im")),
    command={"name": "/alliance", "description": "Find", "usage_hint": "[words]"},
)
BOTH = frozenset(("U1", "U0BOT"))
TOWN = Town(
    Team("T1", "Test", "test"),
    (Person("U1", "one", "One"),),
    (
        *(Channel(id, id.lower(), BOTH) for id in ("C1", "C7")),
        *(Channel(id, "alliance", BOTH, "im") for id in ("D1", "D7")),
    ),
)


@dataclass(frozen=True)
class Call:
    """One request that the bot sent, and what the stand-in thinks of it."""

    name: str
    body: Mapping[str, Any]
    verdict: str


@dataclass(frozen=True)
class WebApi:
    """The Web API and the response_urls of the stand-in."""

    stand_in: StandIn

    @property
    def calls(self) -> list[Call]:
        """Every request so far, in its order."""
        entries = (entry for _, entry in self.stand_in.ledger.entries())
        return [Call(entry.name, entry.request, entry.verdict) for entry in entries]

    @property
    def response_url(self) -> str:
        """A new one, for an interaction in C1."""
        key = self.stand_in.workspace.response_key("C1", "U1")
        return f"{self.stand_in.address}{RESPONSES}{key}"

    def fail(self, *faults: Fault) -> None:
        """Answer the next calls with these, one each."""
        self.stand_in.faults.fail(EVERY, *faults)

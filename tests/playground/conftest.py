"""A stand-in whose clock a test turns, and an app installed in it with every scope."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from bot.manifest import described
from bot.playground.agenda import Agenda
from bot.playground.people import Installed, harbour_street, installed
from bot.playground.standing import StandIn, standing

TOKEN, SECRET = "xoxb-playground-1", "5ec2e7"
EVERY_SCOPE = frozenset(
    "app_mentions:read chat:write commands im:history im:read channels:read channels:history"
    " users:read links:write groups:read mpim:read".split()
)


class Clock:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


def app(scopes: frozenset[str] | None = EVERY_SCOPE) -> Installed:
    """The app of the manifest, with other scopes and with a Home; None leaves the manifest's."""
    told = installed(described(), TOKEN, SECRET)
    if scopes is None:
        return told
    return replace(told, scopes=scopes, features=told.features | {"agent_view"})


@contextmanager
def stand_in_of(told: Installed, patience: float = 0.2) -> Iterator[StandIn]:
    """A stand-in in which everything happens at once and in order."""
    town = harbour_street(told.bot.id)
    with standing(town, told, 0, Agenda(Clock()), lambda work: work(), patience) as stand_in:
        yield stand_in


@pytest.fixture
def stand_in() -> Iterator[StandIn]:
    with stand_in_of(app()) as stand_in:
        yield stand_in

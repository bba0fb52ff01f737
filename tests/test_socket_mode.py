"""Socket Mode over a real WebSocket: envelopes are acknowledged, and a lost connection is not."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from threading import Event, Thread
from typing import Any

import pytest

from bot import settings, socket_mode
from bot.core.library import Library
from tests.support.building import the_bot
from tests.support.slack import Settling, nobody
from tests.support.socket_slack import Link, SocketSlack, envelope, mentioned

SECONDS = 15


@dataclass
class Room:
    """Whether there is room for what is said after the acknowledgement, and who asked for it."""

    is_full: bool = False
    asked: Event = field(default_factory=Event)

    def full(self) -> bool:
        self.asked.set()
        return self.is_full


@asynccontextmanager
async def connected(library: Library, room: Room) -> AsyncIterator[SocketSlack]:
    """A Slack that the bot, in a thread, opens its connection to."""
    slack, stop = SocketSlack(), Event()
    await slack.listen()
    environ = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1"}
    settled = settings.load({**environ, "SLACK_API_URL": slack.api_url}, "socket")
    with Settling() as executor:
        app = the_bot(library, look=nobody)(slack.api_url, executor)
        bot = Thread(target=socket_mode.listen, args=(app, settled, stop, room.full))
        bot.start()
        try:
            yield slack
        finally:
            stop.set()
            await asyncio.to_thread(bot.join)
            await slack.close()


async def asked(link: Link, number: int, text: str) -> Any:
    link.send(envelope(number, text))
    return await asyncio.wait_for(link.heard(), SECONDS)


async def next_link(slack: SocketSlack) -> Link:
    return await asyncio.wait_for(slack.links.get(), SECONDS)


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, seconds in (("PING", 0.2), ("LOOK", 0.05), ("DELAYS", (0.05,) * 9)):
        monkeypatch.setattr(socket_mode, name, seconds)


Told = Callable[[SocketSlack], Any]


def run(library: Library, told: Told, room: Room | None = None) -> None:
    async def running() -> None:
        async with connected(library, room or Room()) as slack:
            await told(slack)

    asyncio.run(running())


def test_a_command_is_answered_in_its_acknowledgement(library: Library) -> None:
    async def told(slack: SocketSlack) -> None:
        answer = await asked(await next_link(slack), 1, "climate")
        assert answer["envelope_id"] == "e1"
        assert answer["payload"]["response_type"] == "ephemeral"
        assert answer["payload"]["blocks"]

    run(library, told)


def test_many_at_once_are_all_answered(library: Library) -> None:
    async def told(slack: SocketSlack) -> None:
        link = await next_link(slack)
        for number in range(1500):
            link.send(envelope(number, "help"))
        heard = {
            (await asyncio.wait_for(link.heard(), SECONDS))["envelope_id"] for _ in range(1500)
        }
        assert len(heard) == 1500

    run(library, told)


def test_where_the_connection_is_dropped_there_is_another(library: Library) -> None:
    async def told(slack: SocketSlack) -> None:
        (await next_link(slack)).drop()
        assert (await asked(await next_link(slack), 2, "climate"))["envelope_id"] == "e2"

    run(library, told)


def test_where_slack_is_away_meanwhile_it_is_asked_until_it_is_back(library: Library) -> None:
    async def told(slack: SocketSlack) -> None:
        link = await next_link(slack)
        slack.away = 3
        link.drop()
        assert (await asked(await next_link(slack), 3, "climate"))["envelope_id"] == "e3"
        assert slack.away == 0

    run(library, told)


def test_where_slack_says_that_it_will_disconnect_another_is_opened(library: Library) -> None:
    async def told(slack: SocketSlack) -> None:
        (await next_link(slack)).send({"type": "disconnect", "reason": "refresh_requested"})
        assert (await asked(await next_link(slack), 4, "climate"))["envelope_id"] == "e4"

    run(library, told)


def test_an_event_that_there_is_no_room_for_is_left_to_come_again(library: Library) -> None:
    room = Room(is_full=True)

    async def told(slack: SocketSlack) -> None:
        link = await next_link(slack)
        link.send(mentioned(1, "climate"))
        assert await asyncio.to_thread(room.asked.wait, SECONDS)
        assert (await asked(link, 2, "climate"))["envelope_id"] == "e2"
        room.is_full = False
        link.send(mentioned(1, "climate", attempt=1))
        again = await asyncio.wait_for(link.heard(), SECONDS)
        assert again["envelope_id"] == "e1"
        assert (await asked(link, 3, "climate"))["envelope_id"] == "e3"

    run(library, told, room)

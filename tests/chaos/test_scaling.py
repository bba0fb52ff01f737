"""Several web processes on one PostgreSQL: whatever Slack sends to one, the others know of."""

import asyncio
import json
import os
import signal
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
import sqlalchemy as sa

from bot.storage.schema import REMARK, TURN, WORKER
from tests.support.databases import fresh
from tests.support.traffic.asking import Asking
from tests.support.traffic.doors import FORM, Ask
from tests.support.traffic.fleet import SECRET, Unit
from tests.support.traffic.judging import Labelled, english, korean, saying
from tests.support.traffic.stage import Stage, staged
from tests.support.traffic.wire import Balancer, CutOff, Server, getting, posting, signed

SECONDS = 30
NUCLEAR = Labelled("civil nuclear energy", None)


@contextmanager
def told(folder: Path, **settings: str) -> Iterator[tuple[asyncio.Runner, Stage]]:
    """Two web processes and no worker, and what runs Slack round them."""
    with fresh("postgresql", folder) as address, asyncio.Runner() as runner:
        given = {"DRAIN_SECONDS": "0", **settings}
        context = staged(address, folder, webs=2, workers=0, **given)
        stage = runner.run(context.__aenter__())
        try:
            yield runner, stage
        finally:
            runner.run(context.__aexit__(None, None, None))


class Two:
    """Two web processes, each asked by itself."""

    def __init__(self, runner: asyncio.Runner, stage: Stage) -> None:
        self.stage, self.doors = stage, stage.mix.doors
        self._run = runner.run
        self._asking = [
            Asking(Balancer([port]), stage.hearing, SECRET) for port in stage.fleet.ports
        ]

    def ask(self, ask: Ask, place: int) -> bool:
        """Whether the first (0) or the second (1) answers rightly."""
        return self._run(self._asking[place].ask(ask))

    def until(self, ask: Ask, place: int) -> None:
        """Ask until it is answered rightly."""

        async def asked() -> None:
            async with asyncio.timeout(SECONDS):
                while not await self._asking[place].ask(ask):
                    pass

        self._run(asked())

    def both(self, asks: list[Ask]) -> None:
        """Send each to both at the same time."""

        async def sent() -> None:
            posts = (
                a.balancer.post(one.body, one.kind, signed(one.body, SECRET))
                for one in asks
                for a in self._asking
            )
            assert {answered.status for answered in await asyncio.gather(*posts)} == {200}

        self._run(sent())

    def rows(self, table: sa.Table) -> list[sa.Row[Any]]:
        """What the database holds."""
        with self.stage.engine.connect() as connection:
            return list(connection.execute(sa.select(table)))

    def close(self) -> None:
        """Hang up."""

        async def closed() -> None:
            for asking in self._asking:
                asking.balancer.close()

        self._run(closed())


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    folder = tmp_path_factory.mktemp("two")
    with told(folder) as (runner, stage), closing(Two(runner, stage)) as both:
        yield both


def test_an_event_that_comes_to_both_is_answered_once(tmp_path: Path) -> None:
    with told(tmp_path) as (runner, stage):
        two = Two(runner, stage)
        mentions = [two.doors.mention(NUCLEAR, f"UC{number}") for number in range(20)]
        two.both(mentions)
        two.both(mentions)
        two.close()
    # Both have ended, and have said before whatever they had to say.
    assert {mention.key: stage.hearing.times[mention.key] for mention in mentions} == {
        mention.key: 1 for mention in mentions
    }


def test_a_language_that_was_chosen_at_one_is_spoken_by_the_other(two: Two) -> None:
    assert two.ask(two.doors.typed("language", "language ko", "UL1", korean), 0)
    assert two.ask(two.doors.typed("command", "climate", "UL1", korean), 1)


def test_a_choice_is_known_to_one_that_had_answered_before(two: Two) -> None:
    assert two.ask(two.doors.typed("command", "climate", "UL2", english), 1)
    assert two.ask(two.doors.typed("language", "language ko", "UL2", korean), 0)
    two.until(two.doors.typed("command", "climate", "UL2", korean), 1)


def test_a_conversation_goes_on_at_the_other(two: Two) -> None:
    mix = two.stage.mix
    asked = next(one for one in mix.labelled if one.quote and mix.after(one.words))
    assert two.ask(two.doors.message(asked.words, asked.quote, "UM1"), 0)
    while "DUM1" not in [turn.channel for turn in two.rows(TURN)]:
        pass
    assert two.ask(two.doors.message("next", mix.after(asked.words), "UM1"), 1)


def test_a_wish_that_is_written_at_the_other_belongs_to_the_verdict(two: Two) -> None:
    passage = next(two.stage.mix.library.statements[0].passages())
    ask, id = two.doors.feedback(passage, "UC1", verdict="wrong")
    assert two.ask(replace(ask, judge=saying("private_metadata")), 0)
    view = {
        **{"type": "modal", "callback_id": "feedback", "private_metadata": f"en {id}"},
        "state": {"values": {"wish": {"wish": {"type": "plain_text_input", "value": "reactors"}}}},
    }
    team = {"id": "T1", "domain": "test"}
    payload = {"type": "view_submission", "team": team, "user": {"id": "UC1"}, "view": view}
    body = urlencode({"payload": json.dumps(payload)}).encode()
    assert two.ask(Ask("wish", body, FORM, saying("Thank")), 1)
    assert [(row.id, row.wish) for row in two.rows(REMARK)] == [(id, "reactors")]


def test_no_web_process_posts_digests(two: Two) -> None:
    assert two.rows(WORKER) == []
    for log in two.stage.fleet.units[0].folder.glob("*.log"):
        assert "dbos" not in log.read_text()


def test_one_that_ends_says_so_and_answers_on(tmp_path: Path) -> None:
    with told(tmp_path, DRAIN_SECONDS="2") as (runner, stage):
        unit = stage.fleet.units[0]
        unit.wanted = False
        unit.tell(signal.SIGTERM)
        runner.run(until_it_says_so(Server(unit.port)))
        status, kept = runner.run(commanded(stage, unit))
        assert (status, kept) == (200, False)
        assert runner.run(asyncio.wait_for(asyncio.to_thread(unit.end), SECONDS)) == 0


def test_what_a_killed_server_leaves_behind_gives_up_the_port(tmp_path: Path) -> None:
    with told(tmp_path) as (runner, stage):
        unit = stage.fleet.units[0]
        unit.wanted = False
        os.kill(unit.pids[0], signal.SIGKILL)
        runner.run(until_nobody_listens(unit.port))


async def until_it_says_so(server: Server) -> None:
    async with asyncio.timeout(SECONDS):
        while (await server.send(getting("/healthz"))).status != 503:
            pass
    server.forget()


async def until_nobody_listens(port: int) -> None:
    server = Server(port)
    async with asyncio.timeout(SECONDS):
        while True:
            try:
                await server.send(getting("/healthz"))
            except ConnectionRefusedError:
                return
            except CutOff:
                continue


async def commanded(stage: Stage, unit: Unit) -> tuple[int, bool]:
    """The status of a command's answer, and whether the connection stays open."""
    ask = stage.mix.doors.command(NUCLEAR, "UC1")
    connection = await Server(unit.port).connection()
    headers = {"content-type": ask.kind, **signed(ask.body, SECRET)}
    answered, kept = await connection.send(posting(ask.body, headers))
    connection.writer.close()
    return answered.status, kept

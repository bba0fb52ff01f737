"""What the bot tells whoever operates it."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.core.library import Library, library_of
from bot.measuring import readiness as being_ready
from bot.measuring.digest_numbers import DigestNumbers
from bot.measuring.measures import Measures
from bot.measuring.readiness import Readiness
from bot.storage.workers import Workers
from bot.web.operating import Operating
from tests.support.slack import Slack, workspace
from tests.support.statements import HARBOUR

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def ready(engine: sa.Engine | None) -> Readiness:
    return Readiness(engine, lambda: NOON)


def asked(operating: Operating, path: str, **environ: str) -> tuple[int, str]:
    reply = operating.reply({"PATH_INFO": path, "REMOTE_ADDR": "127.0.0.1", **environ})
    assert reply is not None
    return reply.status.value, reply.body.decode()


def numbers(measures: Measures) -> dict[str, float]:
    """Every sample by its name and labels."""
    lines = [line for line in measures.text().decode().splitlines() if not line.startswith("#")]
    return {name: float(value) for name, value in (line.rsplit(" ", 1) for line in lines)}


def test_the_process_is_up(engine: sa.Engine) -> None:
    assert asked(Operating(Measures(), ready(engine)), "/healthz") == (200, "up\n")


def test_a_process_that_leaves_says_so(engine: sa.Engine) -> None:
    leaving = Operating(Measures(), ready(engine), leaving=lambda: True)
    for path in ("/healthz", "/readyz"):
        assert asked(leaving, path) == (503, "stopping\n")


def test_it_is_ready_where_everything_is_there(engine: sa.Engine) -> None:
    Workers(engine).seen("w1", NOON - timedelta(seconds=29))
    status, told = asked(Operating(Measures(), ready(engine)), "/readyz")
    assert status == 200
    assert json.loads(told) == {"digest": True, "slack": True, "database": True, "worker": True}


def test_it_is_not_ready_where_no_worker_has_spoken(engine: sa.Engine) -> None:
    Workers(engine).seen("w1", NOON - timedelta(seconds=31))
    status, told = asked(Operating(Measures(), ready(engine)), "/readyz")
    assert (status, json.loads(told)["worker"]) == (503, False)


def test_it_is_not_ready_where_the_database_is_away() -> None:
    nowhere = ready(sa.create_engine("sqlite:////nowhere/at/all.db"))
    status, told = asked(Operating(Measures(), nowhere), "/readyz")
    assert status == 503
    assert json.loads(told) == {"digest": True, "slack": True, "database": False, "worker": False}


def test_it_is_not_ready_while_slack_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(being_ready, "HELD", 0)
    found = ready(None)
    operating = Operating(Measures(), found)
    for heard, status in ((True, 200), (False, 503), (True, 200)):
        found.contact.told(heard)
        assert asked(operating, "/readyz")[0] == status


def test_what_was_found_holds_for_a_moment() -> None:
    found = ready(None)
    assert found.found()["slack"]
    found.contact.told(False)
    assert found.found()["slack"]


@pytest.mark.parametrize(
    ("token", "environ", "status"),
    [
        ("", {}, 200),
        ("", {"REMOTE_ADDR": "::1"}, 200),
        ("", {"REMOTE_ADDR": "203.0.113.7"}, 401),
        ("", {"HTTP_X_FORWARDED_FOR": "203.0.113.7"}, 401),
        ("", {"HTTP_AUTHORIZATION": "Bearer "}, 200),
        ("t0ken", {}, 401),
        ("t0ken", {"HTTP_AUTHORIZATION": "Bearer t0ke"}, 401),
        ("t0ken", {"HTTP_AUTHORIZATION": "Basic t0ken"}, 401),
        ("t0ken", {"HTTP_AUTHORIZATION": "Bearer t0ken", "REMOTE_ADDR": "203.0.113.7"}, 200),
        ("t0ken", {"HTTP_AUTHORIZATION": "Bearer é"}, 401),
    ],
)
def test_numbers_are_for_this_machine_or_for_the_token(
    token: str, environ: dict[str, str], status: int
) -> None:
    operating = Operating(Measures(), ready(None), token)
    assert asked(operating, "/metrics", **environ)[0] == status


def test_other_paths_are_others() -> None:
    assert Operating(Measures(), ready(None)).reply({"PATH_INFO": "/x"}) is None


def test_the_database_is_counted(engine: sa.Engine) -> None:
    measures = Measures()
    measures.also(DigestNumbers(engine, lambda: NOON))
    told = numbers(measures)
    for name in ("digests", "digests_due", "digests_ailing", "deliveries_waiting"):
        assert told[f"alliance_{name}"] == 0
    assert told['alliance_deliveries{state="failed"}'] == 0
    assert told["alliance_database_up"] == 1
    assert told["alliance_database_connections_most"] == 20


def test_a_database_that_is_away_is_a_number_too() -> None:
    measures = Measures()
    nowhere = sa.create_engine("sqlite:////nowhere/at/all.db")
    measures.also(DigestNumbers(nowhere, lambda: NOON))
    assert numbers(measures)["alliance_database_up"] == 0


@pytest.fixture
def slack(measures: Measures) -> Iterator[Slack]:
    library: Library = library_of(HARBOUR)
    counted = {"observe": measures.answered, "unanswered": measures.unanswered}
    with workspace(library, per_minute=5, **counted) as slack:
        yield slack


@pytest.fixture
def measures() -> Measures:
    return Measures()


def test_answers_are_counted_by_door_and_outcome(slack: Slack, measures: Measures) -> None:
    slack.command("ferries")
    slack.mention("ferries")
    slack.command("quantum chromodynamics")
    told = numbers(measures)
    assert told['alliance_answers_total{door="command",outcome="found"}'] == 1
    assert told['alliance_answers_total{door="mention",outcome="found"}'] == 1
    assert told['alliance_answers_total{door="command",outcome="not_found"}'] == 1
    assert told["alliance_look_up_seconds_count"] == 3


def test_nothing_that_people_typed_is_a_number(slack: Slack, measures: Measures) -> None:
    slack.command("ferries", user_name="mina", channel_name="secret-plans")
    text = measures.text().decode()
    for typed in ("ferries", "mina", "secret-plans", "T1", "U1", "C1"):
        assert f'"{typed}"' not in text


def test_what_is_not_answered_is_counted(
    slack: Slack, measures: Measures, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.listeners.asking.parse", None)
    assert "logged as" in slack.command("ferries").text
    monkeypatch.undo()
    for _ in range(5):
        slack.command("whales")
    told = numbers(measures)
    assert told['alliance_unanswered_total{why="failed"}'] == 1
    assert told['alliance_unanswered_total{why="too fast"}'] == 1
    assert told['alliance_unanswered_total{why="busy"}'] == 0

"""The page runs a step of a workflow, and looks at what became of it."""

from typing import Any

import pytest

from bot.playground.pages import RUNS_SHOWN
from bot.playground.standing import StandIn
from tests.playground.conftest import STEP, Bot
from tests.playground.test_door import read
from tests.playground.test_web_api import client


def run(stand_in: StandIn, query: Any = "whales", callback_id: str = "find") -> dict[str, Any]:
    given = {"callback_id": callback_id, "inputs": {"query": query}}
    return read(stand_in, "/play/step", given)


def runs(stand_in: StandIn) -> Any:
    return read(stand_in, "/play/steps")["steps"]


def test_a_step_is_run_and_what_it_hands_on_is_seen(stand_in: StandIn, bot: Bot) -> None:
    id = run(stand_in)["id"]
    (told,) = bot.got
    assert (
        told["event"].items()
        >= {
            "type": "function_executed",
            "inputs": {"query": "whales"},
            "function_execution_id": id,
        }.items()
    )
    begun = {"id": id, "function": "find", "inputs": {"query": "whales"}, "outcome": {}}
    assert runs(stand_in) == [begun]
    outputs = {"found": True, "quote": "Whales."}
    client(stand_in).functions_completeSuccess(function_execution_id=id, outputs=outputs)
    assert runs(stand_in) == [{**begun, "outcome": {"outputs": outputs}}]


def test_a_step_that_failed_says_why_and_stands_above_older_ones(
    stand_in: StandIn, bot: Bot
) -> None:
    ids = [run(stand_in)["id"] for _ in range(RUNS_SHOWN + 1)]
    client(stand_in).functions_completeError(function_execution_id=ids[-1], error="Broken.")
    newest, *older = runs(stand_in)
    assert (newest["id"], newest["outcome"]) == (ids[-1], {"error": "Broken."})
    assert [one["id"] for one in older] == ids[-2:0:-1]


def test_the_page_is_told_of_the_steps_and_of_every_change(stand_in: StandIn, bot: Bot) -> None:
    assert read(stand_in, "/play/state")["functions"] == {"find": STEP}
    with stand_in.workspace.bell.listening() as changes:
        id = run(stand_in)["id"]
        client(stand_in).functions_completeSuccess(
            function_execution_id=id, outputs={"found": False}
        )
        assert [changes.get(timeout=5) for _ in range(4)].count(
            {"changed": ["steps"], "channel": None}
        ) == 2
    read(stand_in, "/play/reset", {})
    assert runs(stand_in) == []


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"callback_id": "find"},
        {"callback_id": "find", "inputs": ["whales"]},
        {"callback_id": "find", "inputs": {}},
        {"callback_id": "find", "inputs": {"query": 7}},
        {"callback_id": "find", "inputs": {"query": "a", "else": "b"}},
        {"callback_id": ["find"], "inputs": {"query": "a"}},
        {"callback_id": "lose", "inputs": {"query": "a"}},
    ],
)
def test_a_step_that_is_not_so_declared_is_refused(
    stand_in: StandIn, bot: Bot, given: dict[str, Any]
) -> None:
    answer = read(stand_in, "/play/step", given)
    assert answer["ok"] is False and answer["error"].endswith(".")
    assert (bot.got, runs(stand_in)) == ([], [])


def test_an_app_that_is_gone_runs_no_step(stand_in: StandIn, bot: Bot) -> None:
    stand_in.stage.uninstall()
    assert run(stand_in) == {"ok": False, "error": "This app is not installed any more."}
    assert runs(stand_in) == []

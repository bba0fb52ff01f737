"""A workflow asks for a passage, and goes on with it."""

import json
import logging
from dataclasses import replace
from typing import Any

import pytest

from bot.core.library import Library
from bot.listeners.asking import Asking
from bot.manifest import described
from bot.playground.faults import CLOSED, HANGING, SERVER_ERROR, Fault, rate_limited
from bot.playground.people import installed
from tests.listeners.test_bad_input import HOSTILE
from tests.support.building import the_bot
from tests.support.slack import Slack
from tests.support.statements import FERRIES, HARBOUR, LANTERNS
from tests.support.visiting import Visitor, visiting
from tests.support.web_api import SECRET, TOKEN

LIGHT, _, CROSS, _ = HARBOUR.passages()
NOTHING = {"found": False, "quote": "", "section": "", "paragraph": "", "link": ""}
GONE = (
    "This step no longer exists. Please put another in its place in the workflow.\n"
    "더 이상 제공하지 않는 단계입니다. 워크플로에서 다른 단계로 바꿔 주십시오."
)


def outcome(visitor: Visitor, query: str) -> Any:
    """How the step ends in a workflow that hands it this query."""
    id = visitor.stand_in.stage.run_function("find_passage", {"query": query})
    visitor.settle()
    return visitor.stand_in.workspace.rooms.functions[id].outcome


def test_a_passage_is_handed_on_in_parts(mina: Visitor) -> None:
    assert outcome(mina, "boats") == {
        "outputs": {
            "found": True,
            "quote": FERRIES,
            "section": "On the Water",
            "paragraph": "2",
            "link": CROSS.link,
        }
    }


def test_a_korean_query_has_the_section_in_korean(mina: Visitor) -> None:
    outputs = outcome(mina, "가로등")["outputs"]
    assert (outputs["quote"], outputs["section"]) == (LANTERNS, "서문")


@pytest.mark.parametrize("query", ["quantum physics", "foghorn rules", "", "help", "목차", "¶99"])
def test_a_workflow_goes_on_where_nothing_is_found(mina: Visitor, query: str) -> None:
    assert outcome(mina, query) == {"outputs": NOTHING}


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_asked_the_step_ends(mina: Visitor, query: str) -> None:
    assert outcome(mina, query)["outputs"].keys() == NOTHING.keys()


def test_of_themes_that_tie_the_first_is_taken(library: Library) -> None:
    with visiting(the_bot(library)) as mina:
        outputs = outcome(mina, "supply chain")["outputs"]
        assert outputs["found"] is True
        assert "supply chain" in outputs["quote"]


@pytest.mark.parametrize("fault", [SERVER_ERROR, CLOSED], ids=["500", "drop"])
def test_a_slack_that_did_not_hear_the_end_is_told_again(mina: Visitor, fault: Fault) -> None:
    mina.stand_in.faults.fail("functions.completeSuccess", fault)
    assert outcome(mina, "boats")["outputs"]["quote"] == FERRIES
    assert mina.refused() == [f"functions.completeSuccess: fault: {fault.kind}"]
    # No other call is made twice for it.
    mina.stand_in.faults.fail("chat.postMessage", fault)
    mina.say("@alliance boats")
    assert mina.refused() == [f"chat.postMessage: fault: {fault.kind}"]
    assert len(mina.posts) == 1


def test_a_slack_that_hangs_is_told_again(harbour: Library) -> None:
    with visiting(the_bot(harbour, patience=1)) as mina:
        mina.stand_in.faults.fail("functions.completeSuccess", HANGING)
        assert outcome(mina, "boats")["outputs"]["quote"] == FERRIES
        mina.refused()


def test_a_step_waits_longer_for_a_limit_of_slacks_to_end(
    mina: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr("slack_sdk.http_retry.builtin_handlers.time.sleep", waited.append)
    mina.stand_in.faults.fail("functions.completeSuccess", rate_limited(45))
    assert outcome(mina, "boats")["outputs"]["quote"] == FERRIES
    assert (len(waited), waited[0] >= 45) == (1, True)
    mina.refused()


def test_a_fault_of_ours_lets_the_step_fail_with_an_id(
    mina: Visitor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*given: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(Asking, "ask", broken)
    told = outcome(mina, "secret")
    (id,) = {vars(line)["failure"] for line in caplog.records if line.name == "bot.failures"}
    assert told.keys() == {"error"}
    assert id in told["error"]
    assert "secret" not in str(told)


def test_a_step_of_an_older_release_fails_and_says_so(harbour: Library) -> None:
    told = installed(described(), TOKEN, SECRET)
    old = {"find": {"title": "Find", "input_parameters": {}, "output_parameters": {}}}
    with visiting(the_bot(harbour), replace(told, functions=old)) as mina:
        id = mina.stand_in.stage.run_function("find", {})
        mina.settle()
        assert mina.stand_in.workspace.rooms.functions[id].outcome == {"error": GONE}


def executed(**more: Any) -> dict[str, Any]:
    return {
        "type": "function_executed",
        "function": {"callback_id": "find_passage"},
        "inputs": {"query": "boats"},
        "function_execution_id": "Fx1",
        "bot_access_token": TOKEN,
        **more,
    }


def test_the_step_answers_with_the_token_that_came_with_it(slack: Slack) -> None:
    for token, verdict in ((TOKEN, "function_execution_not_found"), ("xwfp-1", "invalid_auth")):
        assert slack.event(executed(bot_access_token=token)).status == 200
        (*_, call) = slack.api.calls
        assert (call.name, call.verdict) == ("functions.completeSuccess", verdict)


@pytest.mark.parametrize("inputs", [None, 7, [], {}, {"query": None}, {"query": ["boats"]}])
def test_without_a_query_nothing_is_found(slack: Slack, inputs: object) -> None:
    slack.event(executed(inputs=inputs))
    (call,) = slack.api.calls
    assert json.loads(call.body["outputs"]) == NOTHING


@pytest.mark.parametrize(
    "wrong",
    [
        {"function": None},
        {"function": 7},
        {"function": {}},
        {"function": {"callback_id": 7}},
        {"function_execution_id": None},
        {"function_execution_id": {}},
        {"bot_access_token": 7},
        {"bot_access_token": "x\ny"},
    ],
)
def test_what_is_malformed_breaks_nothing(slack: Slack, wrong: dict[str, Any]) -> None:
    assert slack.event(executed(**wrong)).status in (200, 400)
    assert slack.command("boats").quote == FERRIES


@pytest.mark.parametrize("id", ["\ud800", "Fx 1", "Fx1\n"])
def test_a_step_whose_id_cannot_be_slacks_is_turned_away(slack: Slack, id: str) -> None:
    assert slack.event(executed(function_execution_id=id)).status == 400
    assert slack.heard() == []


def test_it_leaves_a_line_in_the_log(mina: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    outcome(mina, "boats")
    (line,) = (vars(line) for line in caplog.records if line.name == "bot.answers")
    assert (line["door"], line["passage"]) == ("step", "ferries-cross")

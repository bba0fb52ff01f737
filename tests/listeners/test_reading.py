"""A person reads a passage in its paragraph, and goes on from there."""

import json
from dataclasses import replace

import pytest

from bot.playground.faults import CLOSED, SERVER_ERROR, Fault, refused
from tests.support.slack import Slack
from tests.support.statements import FERRIES, KEEPER, LANTERNS, WHALES
from tests.support.visiting import Visitor

GONE = "I cannot find what this leads to any more. Please ask again."


def test_the_paragraph_is_read_whole_and_so_are_its_neighbours(jordan: Visitor) -> None:
    jordan.say("/alliance lamplighter")
    jordan.press("Read in context")
    assert jordan.view.title == "Read in context"
    assert (jordan.view.quote, jordan.view.marked) == (f"{LANTERNS} {KEEPER}", KEEPER)
    jordan.press("Next: ¶2")
    assert jordan.view.quote == FERRIES
    jordan.press("Next: ¶3")
    assert (jordan.view.quote, jordan.view.marked) == (WHALES, "")
    jordan.press("Back to ¶1")
    assert jordan.view.marked == KEEPER
    jordan.close()
    assert not jordan.has_modal


def test_a_theme_of_the_section_leads_to_its_passage(mina: Visitor) -> None:
    mina.say("/alliance 배편")
    mina.press("문맥에서 읽기")
    assert mina.view.title == "문맥에서 읽기"
    assert mina.view.words[0] == "*1. 물 위에서*\n¶2 (전체 3개 문단)"
    mina.pick("go_to_theme", "고래")
    assert (mina.view.quote, mina.view.marked) == (WHALES, WHALES)
    mina.press("이전: ¶2")
    assert mina.view.quote == FERRIES


def test_what_everybody_sees_is_read_by_one(jordan: Visitor) -> None:
    jordan.say("@alliance ferries")
    rosa = jordan.other("U0ROSA")
    before = len(rosa.posts)
    rosa.press("Read in context")
    assert rosa.view.quote == FERRIES
    assert not jordan.has_modal
    assert len(rosa.posts) == before


@pytest.mark.parametrize("fault", [refused("expired_trigger_id"), SERVER_ERROR])
def test_where_it_cannot_be_opened_the_paragraph_is_whispered(
    jordan: Visitor, fault: Fault
) -> None:
    jordan.say("@alliance lamplighter")
    jordan.stand_in.faults.fail("views.open", fault)
    jordan.press("Read in context")
    assert jordan.reply.quote == f"{LANTERNS} {KEEPER}"
    assert "¶1 · Opening" in jordan.reply.prose
    assert jordan.other("U0ROSA").reply.quote == KEEPER
    assert jordan.refused() == [f"views.open: fault: {fault.kind}"]


def test_a_page_that_was_turned_already_is_not_turned_again(jordan: Visitor) -> None:
    jordan.say("/alliance lamplighter")
    jordan.press("Read in context")
    jordan.stand_in.faults.fail("views.update", refused("hash_conflict"))
    jordan.press("Next: ¶2")
    assert jordan.view.marked == KEEPER
    assert jordan.refused() == ["views.update: fault: hash_conflict"]


@pytest.mark.parametrize("fault", [SERVER_ERROR, CLOSED], ids=["500", "drop"])
def test_a_page_that_slack_did_not_turn_is_turned_again(jordan: Visitor, fault: Fault) -> None:
    jordan.say("/alliance lamplighter")
    jordan.press("Read in context")
    jordan.stand_in.faults.fail("views.update", fault)
    jordan.press("Next: ¶2")
    assert jordan.view.marked != KEEPER
    assert jordan.refused() == [f"views.update: fault: {fault.kind}"]


MODAL = {"type": "modal", "id": "V1", "hash": "1.a", "private_metadata": "harbour/ferries-cross/en"}


def click(slack: Slack, view: object, **element: object) -> str:
    """What is shown of a click in a modal."""
    place = {"container": {"type": "view", "view_id": "V1"}, "view": view}
    before = len(slack.heard())
    pressed = {"type": "button", **element}
    assert slack.press(pressed, response_url=None, channel=None, **place).status == 200
    return json.dumps([call.body.get("view") for call in slack.heard()[before:]])


@pytest.mark.parametrize("value", ["3", "-1", "9" * 20, "one", "٣", "", None, 7, {"a": "b"}])
def test_a_page_that_there_is_not_is_replaced_by_a_sentence(slack: Slack, value: object) -> None:
    assert GONE in click(slack, MODAL, action_id="turn_page:next", value=value)


@pytest.mark.parametrize("remembered", ["", None, "harbour/no-such/en", "another/ferries-cross/en"])
def test_a_reader_of_what_is_no_more_is_replaced_by_a_sentence(
    slack: Slack, remembered: object
) -> None:
    view = {**MODAL, "private_metadata": remembered}
    assert GONE in click(slack, view, action_id="turn_page:next", value="1")


def test_a_theme_that_there_is_not_is_replaced_by_a_sentence(slack: Slack) -> None:
    picked = {"selected_option": {"value": "harbour/no-such/ko"}}
    shown = click(slack, MODAL, action_id="go_to_theme", type="static_select", **picked)
    assert "더 이상 찾을 수 없는 항목입니다." in json.loads(shown)[0]["blocks"][0]["text"]["text"]


@pytest.mark.parametrize(
    "value", ["harbour/no-such/en", "another/ferries-cross/en", "harbour", "", None, 7]
)
def test_a_button_that_names_nothing_gets_a_sentence(slack: Slack, value: object) -> None:
    read = {"type": "button", "action_id": "read_paragraph", "value": value}
    assert slack.click(read).text == GONE
    assert GONE in click(slack, MODAL, action_id="read_paragraph", value=value)


def test_over_a_modal_it_is_laid_and_in_the_place_of_a_third(slack: Slack) -> None:
    value = "harbour/ferries-cross/en"
    pressed = {"type": "button", "action_id": "read_paragraph", "value": value}
    for _ in range(2):
        trigger = slack.api.stand_in.workspace.trigger("U1")
        slack.press(pressed, response_url=None, view=MODAL, trigger_id=trigger)
        slack.api.stand_in.faults.fail("views.push", refused("push_limit_reached"))
    # This third modal does not exist, and so what is wrong is said at the end.
    *read, told = slack.heard()
    assert [call.name for call in read] == ["views.push", "views.push", "views.update"]
    assert all(FERRIES in json.dumps(call.body, ensure_ascii=False) for call in read)
    assert (told.name, told.body["view"]["callback_id"]) == ("views.push", "notice")


def test_what_takes_the_place_of_a_third_modal_is_tried_again(slack: Slack) -> None:
    slack.api.stand_in.faults.fail("views.push", refused("push_limit_reached"))
    slack.api.stand_in.faults.fail("views.update", SERVER_ERROR)
    trigger = slack.api.stand_in.workspace.trigger("U1")
    pressed = {"type": "button", "action_id": "read_paragraph", "value": "harbour/ferries-cross/en"}
    slack.press(pressed, response_url=None, view=MODAL, trigger_id=trigger)
    names = [call.name for call in slack.heard()]
    assert names[:3] == ["views.push", "views.update", "views.update"]


def test_where_it_cannot_be_laid_over_a_modal_it_is_said(slack: Slack) -> None:
    slack.api.stand_in.faults.fail("views.push", CLOSED)
    trigger = slack.api.stand_in.workspace.trigger("U1")
    pressed = {"type": "button", "action_id": "read_paragraph", "value": "harbour/ferries-cross/en"}
    slack.press(pressed, response_url=None, view=MODAL, trigger_id=trigger)
    reader, said = slack.heard()
    assert (reader.name, said.name) == ("views.push", "views.push")
    assert said.body["view"]["callback_id"] == "notice"
    assert "I could not open that in time." in json.dumps(said.body)


def test_a_message_that_is_gone_is_no_more_than_a_line_in_the_log(
    jordan: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    jordan.say("/alliance lamplighter")
    faults = jordan.stand_in.faults
    faults.fail("views.open", refused("expired_trigger_id"))
    faults.fail("response_url", replace(SERVER_ERROR, status=404, kind="404"))
    jordan.press("Read in context")
    assert not jordan.has_modal
    assert [record.name for record in caplog.records if record.levelname != "INFO"] == [
        "bot.modals",
        "bot.failures",
    ]
    assert jordan.refused() == [
        "views.open: fault: expired_trigger_id",
        "response_url: fault: 404",
    ]

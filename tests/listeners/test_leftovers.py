"""What no listener answers any more: it says so, and how to go on."""

import json

from bot.core.library import Library
from bot.manifest import described
from bot.playground.people import installed
from tests.support.building import the_bot
from tests.support.slack import Slack
from tests.support.visiting import Visitor, visiting
from tests.support.web_api import SECRET, TOKEN

GONE = "I cannot find what this leads to any more. Please ask again."
OLD = {
    "type": "actions",
    "elements": [
        {
            "type": "button",
            "action_id": "a_button_of_last_year",
            "text": {"type": "plain_text", "text": "Old"},
            "value": "x",
        }
    ],
}


def test_a_button_of_an_older_release_is_answered_to_the_one_who_pressed(jordan: Visitor) -> None:
    jordan.stand_in.workspace.post("C0POLICY", "U0ALLIANCE", "…", blocks=[OLD])
    jordan.press("Old")
    assert jordan.reply.text == GONE
    assert GONE not in [post.text for post in jordan.other("U0ROSA").posts]


def test_a_button_in_a_home_is_answered_in_a_modal(slack: Slack) -> None:
    button = {"type": "button", "action_id": "old", "block_id": "b", "value": "x"}
    home = {"type": "home", "id": "V1", "callback_id": "old"}
    slack.press(button, response_url=None, container={"type": "view"}, view=home, channel=None)
    call, *_ = slack.heard()
    assert (call.name, call.body["trigger_id"]) == ("views.open", "1.2.trigger")
    assert GONE in json.dumps(call.body["view"])


def test_an_unknown_modal_is_replaced_by_a_sentence(slack: Slack) -> None:
    view = {"type": "modal", "callback_id": "old"}
    payload = {"type": "view_submission", "view": view, "team": {"id": "T1"}, "user": {"id": "U1"}}
    answered = json.loads(slack.form({"payload": json.dumps(payload)}).body)
    assert answered["response_action"] == "update"
    assert GONE in json.dumps(answered["view"])


def test_an_unknown_menu_is_suggested_nothing(slack: Slack) -> None:
    asked = {"type": "block_suggestion", "action_id": "x", "block_id": "b", "value": "v"}
    response = slack.form({"payload": json.dumps({"team": {"id": "T1"}, **asked})})
    assert (response.status, json.loads(response.body)) == (200, {"options": []})


def test_an_unknown_shortcut_is_answered_in_a_modal(harbour: Library) -> None:
    told = described()
    told["features"]["shortcuts"] = [
        {"name": "Old", "type": "global", "callback_id": "old", "description": "Old"}
    ]
    with visiting(the_bot(harbour), installed(told, TOKEN, SECRET)) as mina:
        mina.shortcut("old")
        assert mina.view.title == "한미 공동성명"
        assert mina.view.words == ["더 이상 찾을 수 없는 항목입니다. 다시 검색해 주십시오."]

"""What `tests.support.visiting` promises: a person's way through shortcuts, modals and messages."""

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import replace
from typing import Any

import pytest
from slack_bolt import App
from slack_sdk import WebClient

from bot.core.library import library_of
from bot.listeners.authorizing import Constant
from bot.listeners.speaking import quiet
from bot.playground.people import Shortcut
from tests.playground.conftest import app as with_everything
from tests.playground.test_elements import BOTH, plain
from tests.support.building import the_bot
from tests.support.statements import FERRIES, HARBOUR
from tests.support.visiting import Visitor, visiting
from tests.support.web_api import SECRET, TOKEN

Json = dict[str, Any]
ZONES = ("Asia/Seoul", "Europe/Madrid")
ROW = {
    "type": "actions",
    "block_id": "row",
    "elements": [
        {"type": "button", "action_id": "go", "text": plain("Read on"), "value": "2"},
        {"type": "static_select", "action_id": "menu", **BOTH},
        {"type": "checkboxes", "action_id": "boxes", **BOTH},
    ],
}


def asks(id: str, element: Json) -> Json:
    return {
        "type": "input",
        "block_id": id,
        "label": plain(id),
        "element": {"action_id": "put", **element},
    }


FORM = {
    "type": "modal",
    "callback_id": "form",
    "title": plain("A form"),
    "submit": plain("Go"),
    "notify_on_close": True,
    "blocks": [
        asks("words", {"type": "plain_text_input"}),
        asks("zone", {"type": "external_select", "min_query_length": 1}),
        asks("day", {"type": "datepicker"}) | {"optional": True},
        asks("which", {"type": "radio_buttons", **BOTH}) | {"optional": True},
        asks("where", {"type": "conversations_select"}),
    ],
}


def build(api_url: str, executor: Executor) -> App:
    """An app with a form, which says what was put into it, and a Home."""
    app = App(
        logger=quiet("slack_bolt"),
        signing_secret=SECRET,
        authorize=Constant(TOKEN),
        client=WebClient(base_url=api_url, logger=quiet("slack_sdk")),
        process_before_response=True,
        listener_executor=executor,
    )

    @app.shortcut("open")
    def shortcut(ack: Any, body: Json, client: WebClient) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=FORM)
        ack()

    @app.options("put")
    def zones(ack: Any, payload: Json) -> None:
        fits = [zone for zone in ZONES if payload["value"].lower() in zone.lower()]
        ack(options=[{"text": plain(zone), "value": zone} for zone in fits])

    @app.view("form")
    def form(ack: Any, view: Json, client: WebClient) -> None:
        held = {id: entry["put"] for id, entry in view["state"]["values"].items()}
        words = held["words"]["value"]
        if words == "x":
            ack(response_action="errors", errors={"words": "Say more."})
        elif words == "y":
            ack(response_action="errors", errors={"nowhere": "Say more."})
        else:
            ack()
            channel = held["where"]["selected_conversation"]
            told = f"{words} {held['zone']['selected_option']['value']} {held['day']}"
            client.chat_postMessage(channel=channel, text=told, blocks=[ROW])

    @app.view_closed("form")
    def closed(ack: Any, body: Json, client: WebClient) -> None:
        client.chat_postMessage(channel="C0POLICY", text="closed")
        ack()

    @app.action("go")
    @app.action("menu")
    @app.action("boxes")
    def pressed(ack: Any, body: Json, respond: Any, client: WebClient) -> None:
        ack()
        action = body["actions"][0]
        several = [one["value"] for one in action.get("selected_options", ())]
        said = action.get("value") or action.get("selected_option", {}).get("value") or several
        if "view" in body:
            client.chat_postMessage(channel="C0POLICY", text=f"at home: {said}")
        else:
            respond(f"you: {said}", replace_original=False)

    @app.event("app_home_opened")
    def opened(event: Json, client: WebClient) -> None:
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [ROW]})

    @app.event("message")
    def message(event: Json, client: WebClient) -> None:
        client.chat_postMessage(channel="C0DIGEST", text="where it may not")

    return app


@pytest.fixture
def mina() -> Iterator[Visitor]:
    shortcuts = (Shortcut("open", "Open it", "global", "A form"),)
    with visiting(
        build, replace(with_everything(), shortcuts=shortcuts, token=TOKEN, secret=SECRET)
    ) as mina:
        yield mina


def test_a_modal_is_opened_filled_in_and_submitted(mina: Visitor) -> None:
    mina.shortcut("open")
    assert mina.view.title == "A form"
    said = {"words": "x", "zone": "Asia/Seoul", "where": "C0GENERAL"}
    assert mina.submit({"words": "x"}) == {
        "zone": "Please complete this required field.",
        "where": "Please complete this required field.",
    }
    assert mina.submit(said) == {"words": "Say more."}
    assert mina.submit({**said, "words": "whales", "day": "2026-01-02", "which": "yes"}) == {}
    assert not mina.has_modal
    told = "whales Asia/Seoul {'type': 'datepicker', 'selected_date': '2026-01-02'}"
    assert mina.among("C0GENERAL").reply.text == told


def test_what_slack_would_not_show_is_an_error_of_the_test(mina: Visitor) -> None:
    mina.shortcut("open")
    said = {"words": "y", "zone": "Asia/Seoul", "where": "C0POLICY"}
    with pytest.raises(AssertionError, match="nowhere"):
        mina.submit(said)
    with pytest.raises(AssertionError, match="no inputs"):
        mina.submit({"colour": "red"})
    with pytest.raises(AssertionError, match="no option"):
        mina.submit({**said, "zone": "Europe/Paris"})


def test_a_modal_is_closed(mina: Visitor) -> None:
    mina.shortcut("open")
    mina.close()
    assert (mina.has_modal, mina.reply.text) == (False, "closed")


def test_buttons_and_menus_of_a_message_are_pressed(mina: Visitor) -> None:
    mina.shortcut("open")
    mina.submit({"words": "whales", "zone": "Asia/Seoul", "where": "C0POLICY"})
    mina.press("Read on")
    assert mina.reply.text == "you: 2"
    mina.pick("menu", "no")
    assert mina.reply.text == "you: no"
    mina.pick("boxes", ["yes", "no"])
    assert mina.reply.text == "you: ['yes', 'no']"
    jordan = mina.other("U0JORDAN")
    assert jordan.reply.text.startswith("whales")
    with pytest.raises(AssertionError, match="no such button"):
        jordan.press("Write on")


def test_a_home_is_opened_and_pressed(mina: Visitor) -> None:
    home = mina.home()
    assert home.view.words == ["Read on", "yes", "no", "yes", "no"]
    home.press("Read on")
    assert mina.reply.text == "at home: 2"


def test_what_slack_refuses_has_to_be_asked_about(mina: Visitor) -> None:
    mina.among("D0MINA").say("hello")
    assert mina.refused() == ["chat.postMessage: not_in_channel", "message: http_error: 500"]
    assert mina.refused() == []


def test_the_real_bot_is_visited_with_its_own_manifest() -> None:
    with visiting(the_bot(library_of(HARBOUR))) as mina:
        mina.say("@alliance ferries")
        assert mina.reply.quote == FERRIES
        mina.say("/alliance whales")
        assert "whales" in mina.reply.quote
        jordan = mina.other("U0JORDAN").among("D0JORDAN")
        jordan.say("ferries")
        assert jordan.reply.quote == FERRIES

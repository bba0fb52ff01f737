"""What people get while the database is away: an answer or a sentence, and in time."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlencode

import sqlalchemy as sa

from tests.support.installing import JORDAN, Office, said
from tests.support.slack import FORM

MENTION = {"type": "app_mention", "user": JORDAN, "text": "land grab", "channel": "C0POLICY"}


@contextmanager
def away(office: Office) -> Iterator[None]:
    """Without its tables the database answers nothing."""
    with office.engine.begin() as connection:
        connection.execute(sa.text("ALTER TABLE slack_bots RENAME TO elsewhere"))
    yield
    with office.engine.begin() as connection:
        connection.execute(sa.text("ALTER TABLE elsewhere RENAME TO slack_bots"))


def test_a_command_that_can_be_answered_is_answered(office: Office) -> None:
    with away(office):
        url = {"response_url": f"{office.north.address}/responses/x"}
        told = json.loads(office.command("land grab", "T0PLAY", **url).body)
    assert "no aggrandizement" in told["text"]


def test_where_there_is_no_way_back_a_sentence_says_so(office: Office) -> None:
    with away(office):
        told = json.loads(office.command("land grab", "T0PLAY").body)
    english, korean = told["text"].split("\n")
    assert english.startswith("The bot cannot reach its database just now.")
    assert korean.startswith("지금은 봇이 데이터베이스에 연결할 수 없습니다.")


def test_an_event_comes_again_and_is_answered_then(office: Office) -> None:
    event = {**MENTION, "ts": "1700000000.1"}
    office.install(office.north)
    office.parts.many.lookups.forget("T0PLAY", None)  # type: ignore[union-attr]
    with away(office):
        assert office.event(event, "T0PLAY").status == 503
    assert office.event(event, "T0PLAY").status == 200
    assert len(said(office.north, "C0POLICY")) == 1


def test_whom_it_has_just_answered_it_goes_on_answering(office: Office) -> None:
    office.install(office.north)
    office.command("borders", "T0PLAY")
    with away(office):
        assert office.event({**MENTION, "ts": "1700000000.1"}, "T0PLAY").status == 200
    assert len(said(office.north, "C0POLICY")) == 1


def test_a_click_in_a_modal_says_so(office: Office) -> None:
    view = {"state": {"values": {"words": {"typed": {"value": "x"}}}}}
    payload = {"type": "view_submission", "team": {"id": "T0PLAY"}, "user": {"id": JORDAN}}
    body = urlencode({"payload": json.dumps({**payload, "view": view})}).encode()
    with away(office):
        told = json.loads(office.deliver(body, FORM).body)
    assert told["response_action"] == "errors"
    assert told["errors"]["words"].startswith("The bot cannot reach its database")


def test_the_page_of_an_installation_fails_with_an_id(office: Office) -> None:
    with office.engine.begin() as connection:
        connection.execute(sa.text("ALTER TABLE slack_oauth_states RENAME TO elsewhere"))
    page = office.browser.get("/slack/install")
    assert (page.status, page.title) == (500, "That did not work")
    assert "elsewhere" not in page.html and "slack_oauth_states" not in page.html

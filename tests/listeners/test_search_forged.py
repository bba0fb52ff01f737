"""Whoever can sign can send anything to the search: it is answered in a sentence, or harmless."""

import json
from typing import Any

import pytest

from bot.playground.faults import refused
from tests.support.blockkit import texts
from tests.support.slack import Slack
from tests.support.statements import WHALES
from tests.support.visiting import Visitor

PICK = "I cannot find this in the statement any more. Please pick again."
GONE = "I cannot find what this leads to any more. Please ask again."
USER = {"id": "U1", "name": "one", "team_id": "T1"}


def asked(slack: Slack, subject: object, words: object = None, **more: Any) -> dict[str, Any]:
    """What the bot answers to a submission with these two fields."""
    option = {"selected_option": {"value": subject}} if subject else {}
    values = {
        "subject": {"search:subject": option},
        "own_words": {"search:own_words": {"value": words}},
    }
    view = {"type": "modal", "callback_id": "search", "private_metadata": "en", "id": "V1"}
    payload = {
        "type": "view_submission",
        "team": {"id": "T1"},
        "user": USER,
        "view": {**view, "state": {"values": values}, **more.pop("view", {})},
        "trigger_id": "1.2.trigger",
        **more,
    }
    response = slack.form({"payload": json.dumps(payload)})
    assert response.status == 200
    answered: dict[str, Any] = json.loads(response.body)
    return answered


@pytest.mark.parametrize(
    "value",
    [
        "t:harbour/no-such-theme/en",
        "p:harbour/no-such-passage/en",
        "t:another/whales/en",
        # A theme is no passage, and a passage no theme.
        "p:harbour/whales/en",
        "t:harbour/whales-protect/en",
        "harbour/whales/en",
        "x:harbour/whales/en",
        "theme:harbour/whales/en",
        "tt:harbour/whales/en",
        ":harbour/whales/en",
        "t:",
        "t:harbour/whales/fr",
        "t:../../etc/passwd/en",
        "<!channel>",
        "t" * 5000,
    ],
)
def test_an_option_that_names_nothing_is_told_under_its_field(slack: Slack, value: str) -> None:
    assert asked(slack, value) == {"response_action": "errors", "errors": {"subject": PICK}}


@pytest.mark.parametrize("value", [7, ["t:harbour/whales/en"], {"a": 1}, True])
def test_what_is_no_option_is_nothing(slack: Slack, value: object) -> None:
    answered = asked(slack, value)
    assert answered["errors"].keys() == {"own_words"}


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"query": {"query": {"value": "whales"}}},
        {"subject": {}},
        {"own_words": {"search:own_words": {"value": "whales"}}},
        7,
    ],
)
@pytest.mark.parametrize(("metadata", "sentence"), [("en", GONE), ("<!channel>", GONE), (7, GONE)])
def test_a_view_of_an_older_release_says_so(
    slack: Slack, values: object, metadata: object, sentence: str
) -> None:
    view = {"state": {"values": values}, "private_metadata": metadata}
    answered = asked(slack, None, view=view)
    assert answered["response_action"] == "update"
    assert list(texts(answered["view"]["blocks"])) == [sentence]


def test_a_stranger_is_answered_like_everybody(slack: Slack) -> None:
    answered = asked(slack, "t:harbour/whales/ko", user={"id": "U9", "team_id": "T9"})
    assert answered["response_action"] == "update"
    assert WHALES in list(texts(answered["view"]["blocks"]))


def test_words_are_not_repeated(slack: Slack) -> None:
    for words in ("zqx <!channel> <@U1> &lt;b&gt;", "zqx" * 3000):
        assert "zqx" not in json.dumps(asked(slack, None, words))


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("ferr", "Ferries"),
        ("여객", "Ferries"),
        ("", "Lanterns"),
        (None, "Lanterns"),
        (7, "Lanterns"),
    ],
)
@pytest.mark.parametrize("view", [{"private_metadata": "fr"}, {}, None])
def test_the_menu_is_filled_whatever_comes(
    slack: Slack, value: object, label: str, view: object
) -> None:
    payload = {
        "type": "block_suggestion",
        "action_id": "search:subject",
        "block_id": "subject",
        "value": value,
        "view": view,
        "team": {"id": "T1"},
        "user": USER,
    }
    response = slack.form({"payload": json.dumps(payload)})
    (first, *_) = json.loads(response.body)["option_groups"]
    assert first["options"][0]["text"]["text"].startswith(label)
    assert slack.heard() == []


def test_what_is_like_nothing_is_suggested_nothing(slack: Slack) -> None:
    payload = {
        "type": "block_suggestion",
        "action_id": "search:subject",
        "block_id": "subject",
        "value": "xyzzy",
        "team": {"id": "T1"},
        "user": USER,
    }
    response = slack.form({"payload": json.dumps(payload)})
    assert json.loads(response.body) == {"options": []}


def in_modal(jordan: Visitor) -> Visitor:
    """Jordan before an answer with two passages."""
    jordan.shortcut("search_statement")
    jordan.submit({"own_words": "¶1"})
    return jordan


@pytest.mark.parametrize("word", ["not_found", "hash_conflict"])
@pytest.mark.parametrize("label", ["Lanterns <& lights> ¶1", "Search again"])
def test_a_modal_that_was_closed_or_changed_meanwhile_is_left_alone(
    jordan: Visitor, caplog: pytest.LogCaptureFixture, word: str, label: str
) -> None:
    in_modal(jordan).stand_in.faults.fail("views.update", refused(word))
    jordan.press(label)
    assert jordan.view.title == "Joint statement"
    assert [line for line in caplog.records if line.name == "bot.failures"] == []
    assert jordan.refused() == [f"views.update: fault: {word}"]


@pytest.mark.parametrize("label", ["Lanterns <& lights> ¶1", "Search again"])
def test_any_other_refusal_is_logged(
    jordan: Visitor, caplog: pytest.LogCaptureFixture, label: str
) -> None:
    in_modal(jordan).stand_in.faults.fail("views.update", refused("invalid_arguments"))
    jordan.press(label)
    assert [line for line in caplog.records if line.name == "bot.failures"]
    assert jordan.refused() == ["views.update: fault: invalid_arguments"]


def pressed(slack: Slack, element: dict[str, Any], kind: str) -> tuple[str, dict[str, Any]]:
    """What is called first when it is pressed in a view of that kind."""
    view = {"type": kind, "id": "V1", "hash": "1.1", "callback_id": "x"}
    slack.press(element, container={"type": "view"}, view=view, channel=None, response_url=None)
    call, *_ = slack.heard()
    return call.name, call.body


@pytest.mark.parametrize(("kind", "called"), [("modal", "views.push"), ("home", "views.open")])
def test_a_button_in_a_view_that_leads_nowhere_is_answered_above_it(
    slack: Slack, kind: str, called: str
) -> None:
    element = {"type": "button", "action_id": "show_theme:1", "value": "harbour/gone/en"}
    name, body = pressed(slack, element, kind)
    assert name == called
    assert GONE in json.dumps(body["view"])


@pytest.mark.parametrize(
    ("action", "value"),
    [("show_theme:1", "harbour/ferries/en"), ("show_passage:1", "harbour/ferries-cross/en")],
)
def test_a_button_on_a_home_opens_a_modal(slack: Slack, action: str, value: str) -> None:
    name, body = pressed(slack, {"type": "button", "action_id": action, "value": value}, "home")
    assert (name, body["trigger_id"]) == ("views.open", "1.2.trigger")
    assert "Ferries cross the sound" in json.dumps(body["view"])


@pytest.mark.parametrize("value", [None, 7, "fr", "<!channel>"])
def test_search_again_speaks_english_where_it_is_forged(slack: Slack, value: object) -> None:
    element = {"type": "button", "action_id": "search_again", "value": value}
    name, body = pressed(slack, element, "home")
    assert name == "views.open"
    assert "Search the statement" in json.dumps(body["view"])

"""A person takes the citations of a passage."""

import pytest

from bot.playground.faults import CLOSED, Fault, refused
from tests.support.slack import Slack
from tests.support.visiting import Visitor

GONE = "I cannot find what this leads to any more. Please ask again."


def test_the_citations_are_shown_and_closed(jordan: Visitor) -> None:
    jordan.say("@alliance ferries")
    jordan.press("Cite")
    assert jordan.view.title == "Cite this passage"
    assert jordan.view.words[0] == "Citations of Ferries ¶2, to be copied"
    plain, *_, markdown = jordan.view.copied
    assert plain == (
        "The Mayor of Northtown; The Mayor of Southtown. Joint Statement on the Harbour."
        " Northtown, May 1, 2020, paragraph 2. https://archive.example/harbour/"
        " (accessed January 15, 2027)."
    )
    assert markdown.startswith("[Joint Statement on the Harbour, ¶2](https://archive.example/")
    jordan.close()
    assert not jordan.has_modal


def test_their_labels_are_korean(mina: Visitor) -> None:
    mina.say("/alliance 배편")
    mina.press("인용 정보")
    assert mina.view.title == "인용 정보"
    assert "*시카고 17판, 각주*" in mina.view.words
    assert "paragraph 2" in mina.view.copied[0]


@pytest.mark.parametrize("fault", [refused("expired_trigger_id"), CLOSED])
def test_where_they_cannot_be_opened_it_is_said(jordan: Visitor, fault: Fault) -> None:
    jordan.say("/alliance ferries")
    jordan.stand_in.faults.fail("views.open", fault)
    jordan.press("Cite")
    assert jordan.reply.text == ("I could not open that in time. Please try again.")
    assert jordan.refused() == [f"views.open: fault: {fault.kind}"]


@pytest.mark.parametrize("value", ["harbour/no-such/en", "no-such/ferries-cross/en", "", None, 7])
def test_a_button_that_names_nothing_gets_a_sentence(slack: Slack, value: object) -> None:
    cite = {"type": "button", "action_id": "cite", "value": value}
    assert slack.click(cite).text == GONE

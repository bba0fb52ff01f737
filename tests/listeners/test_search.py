"""The global shortcut: a modal to search the statement in."""

import pytest

from bot.playground.faults import refused
from tests.support.replies import Reply
from tests.support.statements import FERRIES, KEEPER, LANTERNS, WHALES
from tests.support.visiting import Visitor

SUBJECT, OWN_WORDS = "subject", "own_words"


def shown(person: Visitor) -> Reply:
    """What stands in the modal, read like a message."""
    return Reply(person.view.told)


def blocks(person: Visitor) -> list[str]:
    """The two fields by their blocks."""
    return [block["block_id"] for block in person.view.told["blocks"]]


@pytest.mark.parametrize(
    ("person", "title", "result", "option"),
    [
        ("U0JORDAN", "Search the statement", "Joint statement", "Whales"),
        ("U0MINA", "공동성명 검색", "한미 공동성명", "고래"),
    ],
)
def test_a_theme_is_picked_and_read_in_the_modal(
    mina: Visitor, person: str, title: str, result: str, option: str
) -> None:
    visitor = mina.other(person)
    visitor.shortcut("search_statement")
    assert visitor.view.title == title
    assert visitor.submit({SUBJECT: option}) == {}
    assert visitor.view.title == result
    assert shown(visitor).quote == WHALES


def test_a_passage_is_picked(jordan: Visitor) -> None:
    jordan.shortcut("search_statement")
    jordan.submit({SUBJECT: "Lanterns <& lights> ¶1 (2)"})
    assert shown(jordan).quote == KEEPER


@pytest.mark.parametrize(
    ("words", "quote", "again"),
    [("boats?", FERRIES, "Search again"), ("고래 보호", WHALES, "다시 검색")],
)
def test_ones_own_words_are_answered_in_their_language(
    jordan: Visitor, words: str, quote: str, again: str
) -> None:
    jordan.shortcut("search_statement")
    jordan.submit({OWN_WORDS: words})
    assert shown(jordan).quote == quote
    assert shown(jordan).labels[-1] == again


def test_a_modal_that_speaks_korean_goes_on_so_whatever_is_typed(jordan: Visitor) -> None:
    jordan.shortcut("search_statement")
    jordan.submit({OWN_WORDS: "고래 보호"})
    jordan.press("다시 검색")
    assert jordan.view.title == "공동성명 검색"
    jordan.submit({blocks(jordan)[1]: "boats"})
    assert shown(jordan).labels[-1] == "다시 검색"


def test_what_is_not_in_the_statement_is_said_in_the_modal(jordan: Visitor) -> None:
    jordan.shortcut("search_statement")
    jordan.submit({OWN_WORDS: "quantum physics"})
    assert jordan.view.title == "Joint statement"
    assert "That is not in *Joint Statement on the Harbour*" in shown(jordan).prose


def test_from_an_answer_one_goes_on_to_other_passages_and_to_another_search(
    jordan: Visitor,
) -> None:
    jordan.shortcut("search_statement")
    jordan.submit({OWN_WORDS: "¶1"})
    assert shown(jordan).quote == LANTERNS
    jordan.press("Lanterns <& lights> ¶1")
    assert shown(jordan).quote == KEEPER
    jordan.press("Search again")
    assert jordan.view.title == "Search the statement"
    jordan.submit({blocks(jordan)[1]: "contents"})
    jordan.pick("pick_theme", "Whales")
    assert shown(jordan).quote == WHALES
    jordan.close()
    assert not jordan.has_modal


def test_each_search_has_fields_of_its_own(jordan: Visitor) -> None:
    """A client keeps what stands in a field by its block, even over other views."""
    jordan.shortcut("search_statement")
    seen = [blocks(jordan)]
    for theme in ("Whales", "Ferries"):
        assert jordan.submit({seen[-1][0]: theme}) == {}
        jordan.press("Search again")
        seen.append(blocks(jordan))
    nothing = "Please pick a theme or a passage, or write what you look for."
    assert jordan.submit({}) == {seen[-1][1]: nothing}
    assert len({block for pair in seen for block in pair}) == 6


def test_nothing_and_both_are_told_under_a_field(jordan: Visitor) -> None:
    jordan.shortcut("search_statement")
    nothing = "Please pick a theme or a passage, or write what you look for."
    assert jordan.submit({}) == {OWN_WORDS: nothing}
    assert jordan.submit({OWN_WORDS: "   "}) == {OWN_WORDS: nothing}
    both = "Please use one of the two: what you picked above, or your own words."
    assert jordan.submit({SUBJECT: "Whales", OWN_WORDS: "boats"}) == {OWN_WORDS: both}
    assert jordan.view.title == "Search the statement"


def test_a_modal_that_cannot_open_is_told_of_in_a_direct_message(jordan: Visitor) -> None:
    jordan.stand_in.faults.fail("views.open", refused("expired_trigger_id"))
    jordan.shortcut("search_statement")
    assert not jordan.has_modal
    assert jordan.among("D0JORDAN").reply.text == (
        "The search did not open in time. Please choose the shortcut again,"
        " or send me your words here."
    )
    assert [line for line in jordan.refused() if "expired_trigger_id" in line]

"""Questions that name one of several statements."""

from dataclasses import replace

import pytest

from bot.core.answering import Contents, Found, Help, NotFound, answer
from bot.core.library import Library, library_of
from bot.core.request import parse
from bot.core.statement import Text
from tests.support.statements import HARBOUR

CAMP = replace(
    HARBOUR,
    slug="camp-2023",
    title=Text("Statement of the Two Towns", "두 도시 성명"),
    names=("Camp David", "캠프 데이비드"),
)


@pytest.fixture(scope="module")
def both() -> Library:
    return library_of(HARBOUR, CAMP)


@pytest.mark.parametrize(
    "typed",
    [
        *("camp david: ferries", "Camp David：ferries", "ferries at Camp David"),
        *("campdavid ferries", "the camp-2023 ferries", "camp 2023: ferries", "camp2023: ferries"),
        *("ferries: Statement of the Two Towns", "캠프데이비드: 여객선", "두 도시 성명 여객선"),
        *("캠프 데이비드에서 여객선", "캠프데이비드의 여객선은"),
    ],
)
def test_the_statement_that_is_named_is_asked_alone(both: Library, typed: str) -> None:
    reply = answer(both, parse(typed), lambda passages: passages[0])
    assert isinstance(reply, Found)
    assert (reply.statement, reply.matches[0].passage.id) == (CAMP, "ferries-cross")


def test_what_is_left_of_a_question_is_an_alias(both: Library) -> None:
    reply = answer(both, parse("camp david: boats"), lambda passages: passages[0])
    assert isinstance(reply, Found)
    assert (reply.matches[0].how, reply.matches[0].alias) == ("words", "boats")


def test_a_slug_of_one_word_is_a_name_before_a_colon_alone(both: Library) -> None:
    assert both.named_in("ferries of the harbour") is None
    named = both.named_in("Harbour: ferries")
    assert named is not None
    assert (named[0].statement, named[1]) == (HARBOUR, " ferries")


def test_the_name_before_the_colon_goes_first_and_then_the_longest(both: Library) -> None:
    for typed, statement in (("harbour: camp david", HARBOUR), ("camp david: harbour", CAMP)):
        named = both.named_in(typed)
        assert named is not None
        assert named[0].statement == statement


def test_a_name_by_itself_shows_what_the_statement_has(both: Library) -> None:
    for typed in ("Camp David", "camp david:", "the Camp David", "camp david contents"):
        reply = answer(both, parse(typed), lambda passages: passages[0])
        assert reply == Contents(CAMP, others=(HARBOUR,)), typed


def test_places_are_counted_in_the_statement_that_is_named(both: Library) -> None:
    reply = answer(both, parse("camp david: ¶2"), lambda passages: passages[0])
    assert isinstance(reply, Found)
    assert (reply.statement, reply.matches[0].passage.id) == (CAMP, "ferries-cross")
    section = answer(both, parse("camp david section 1"), lambda passages: passages[0])
    assert section == Contents(CAMP, CAMP.sections[1])
    assert answer(both, parse("camp david: help"), lambda passages: passages[0]) == Help(CAMP)


def test_what_the_named_statement_does_not_say_is_not_looked_for_in_others() -> None:
    silent = replace(CAMP, themes=CAMP.themes[:1], neighbours=())
    both = library_of(HARBOUR, silent)
    reply = answer(both, parse("camp david: humpbacks"), lambda passages: passages[0])
    assert isinstance(reply, NotFound)
    assert reply.statement == silent


def test_one_statement_alone_needs_no_name() -> None:
    alone = library_of(CAMP)
    assert alone.named_in("camp david: ferries") is None
    assert alone.named_in("camp-2023 ferries") is None

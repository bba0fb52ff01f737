"""Answers that go on from the last one, on a tiny statement and on the real digest."""

from dataclasses import replace

import pytest

from bot.core.answering import Answer, Choices, Contents, Found, NotFound, answer
from bot.core.continuing import (
    Continued,
    Ended,
    Turn,
    Unanchored,
    Whole,
    in_order,
    resolve,
    turn_after,
    turn_at,
    turn_of,
)
from bot.core.follow_up import FollowUp, parse
from bot.core.library import Library, library_of
from bot.core.request import parse as parse_request
from tests.support.statements import HARBOUR

LANTERNS, FERRIES, WHALES = HARBOUR.themes


@pytest.fixture(scope="module")
def harbour() -> Library:
    return library_of(HARBOUR)


class Talk:
    """One conversation without any Slack."""

    def __init__(self, library: Library, turn: Turn | None = None) -> None:
        self.library, self.turn = library, turn

    def say(self, words: str) -> Continued:
        follow_up = parse(words)
        continued = self._reply(words, follow_up)
        self.turn = turn_after(continued, self.turn, follow_up) or self.turn
        return continued

    def shown(self, words: str) -> str:
        """The id of the passage that is quoted; fails where none is."""
        continued = self.say(words)
        assert isinstance(continued, Found), continued
        return continued.matches[0].passage.id

    def _reply(self, words: str, follow_up: FollowUp | None) -> Continued:
        if follow_up:
            return resolve(self.library, self.turn, follow_up, lambda passages: passages[0])
        return asked(self.library, words)


def asked(library: Library, words: str) -> Answer:
    return answer(library, parse_request(words), lambda passages: passages[0])


def test_the_statement_is_gone_through_in_its_order(harbour: Library) -> None:
    talk = Talk(harbour)
    assert talk.shown("lamplighter") == "lanterns-keeper"
    assert [talk.shown("next"), talk.shown("next")] == ["ferries-cross", "whales-protect"]
    assert talk.say("next") == Ended(HARBOUR, "next")
    assert [talk.shown("previous"), talk.shown("이전")] == ["ferries-cross", "lanterns-keeper"]
    assert talk.shown("back") == "lanterns-light"
    assert talk.say("previous") == Ended(HARBOUR, "previous")


def test_more_goes_through_what_fitted_and_then_says_so(harbour: Library) -> None:
    talk = Talk(harbour)
    assert talk.shown("lamplighter") == "lanterns-keeper"
    assert talk.shown("more") == "lanterns-light"
    assert talk.say("more") == Ended(HARBOUR, "more")
    assert talk.say("더") == Ended(HARBOUR, "more")


def test_what_was_shown_by_next_is_no_more(harbour: Library) -> None:
    talk = Talk(harbour)
    assert [talk.shown("lantern"), talk.shown("next")] == ["lanterns-light", "lanterns-keeper"]
    assert talk.say("more") == Ended(HARBOUR, "more")


def test_the_others_are_offered_beside_it(library: Library) -> None:
    talk = Talk(library)
    first = talk.say("space")
    assert isinstance(first, Found)
    second = talk.say("more")
    assert isinstance(second, Found)
    ids = [match.passage.id for match in first.matches]
    assert [match.passage.id for match in second.matches][: len(ids) - 1] == ids[1:]


def test_a_paragraph_is_whole(harbour: Library) -> None:
    talk = Talk(harbour)
    talk.say("boats")
    assert talk.say("문단 전체") == Whole(HARBOUR, FERRIES.passages[0])
    assert talk.shown("next") == "whales-protect"


@pytest.mark.parametrize("words", ["more", "next", "이전", "context"])
def test_without_an_answer_there_is_nothing_to_go_on_from(harbour: Library, words: str) -> None:
    assert Talk(harbour).say(words) == Unanchored()


@pytest.mark.parametrize("words", ["quantum physics", "contents", "help", "thanks", "¶99"])
def test_what_quotes_nothing_leaves_the_turn(harbour: Library, words: str) -> None:
    talk = Talk(harbour)
    talk.say("boats")
    talk.say(words)
    assert talk.shown("next") == "whales-protect"


def test_a_passage_of_an_older_release_is_gone_and_the_others_are_not(harbour: Library) -> None:
    turn = Turn("harbour", "no-more", ("nor-this", "whales-protect"))
    for words in ("next", "previous", "context"):
        assert Talk(harbour, turn).say(words) == Unanchored()
    assert Talk(harbour, turn).shown("more") == "whales-protect"
    assert Talk(harbour, replace(turn, others=("nor-this",))).say("more") == Ended(HARBOUR, "more")
    assert Talk(harbour, replace(turn, slug="elsewhere")).say("more") == Unanchored()
    assert Talk(harbour, turn).shown("and the ferries?") == "ferries-cross"


def test_the_others_of_a_turn_are_those_that_fitted_then_the_rest_of_its_theme(
    library: Library,
) -> None:
    found = asked(library, "moon")
    assert isinstance(found, Found)
    turn = turn_of(found)
    assert turn.shown == "moon-mars"
    fitting = [match.passage.id for match in found.matches[1:]]
    assert list(turn.others[: len(fitting)]) == fitting
    assert {"space-alliance", "commercial-space", "space-security"} <= set(turn.others)
    assert "moon-mars" not in turn.others


def test_what_was_picked_is_no_more_and_the_rest_still_is(harbour: Library) -> None:
    lamps = asked(harbour, "lantern")
    assert isinstance(lamps, Found)
    turn = Turn("harbour", "ferries-cross", ("lanterns-light", "whales-protect"), ("x",))
    assert turn_at(lamps, turn) == Turn(
        "harbour", "lanterns-light", ("whales-protect",), ("x", "ferries-cross")
    )
    back = Turn("harbour", "ferries-cross", (), ("lanterns-light", "x"))
    assert turn_at(lamps, back) == Turn("harbour", "lanterns-light", (), ("x", "ferries-cross"))
    elsewhere = replace(turn, slug="elsewhere")
    for before in (None, elsewhere, Turn("harbour", "ferries-cross")):
        assert turn_at(lamps, before) == Turn("harbour", "lanterns-light", ("lanterns-keeper",))


def test_the_order_is_that_of_the_text(library: Library) -> None:
    (statement,) = library.statements
    text = "\n\n".join(statement.paragraphs)
    places = [text.index(passage.quote) for passage in in_order(statement)]
    assert places == sorted(places)
    assert len(places) == len(list(statement.passages()))


@pytest.mark.parametrize(
    ("first", "then", "passage"),
    [
        ("climate", "and japan?", "trilateral-japan"),
        ("nuclear energy", "그럼 대만은?", "taiwan-strait"),
        # What fits several about equally is taken in the sense of what was talked about.
        ("Ukraine", "what about commitment?", "diplomacy-unification"),
        ("cloud computing", "and cooperation?", "development-cooperation"),
        ("IPEF", "and funding?", "ipef-support"),
        ("Fulbright", "and funding?", "exchange-fulbright"),
        ("사이버 공격", "그럼 미사일은?", "dprk-cyber"),
    ],
)
def test_the_same_of_something_else(library: Library, first: str, then: str, passage: str) -> None:
    talk = Talk(library)
    talk.say(first)
    assert talk.shown(then) == passage


def test_what_is_clear_needs_no_subject_and_what_is_not_there_stays_away(library: Library) -> None:
    talk = Talk(library)
    assert isinstance(talk.say("what about cooperation?"), Choices)
    talk.say("climate")
    for words in ("and pizza?", "what about Brazil?", "그럼 점심은?"):
        assert isinstance(talk.say(words), NotFound)
    assert isinstance(talk.say("and contents?"), Contents)
    neighbour = talk.say("what about the NCG?")
    assert isinstance(neighbour, NotFound)
    assert neighbour.neighbour is not None

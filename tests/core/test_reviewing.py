"""What whoever curates a digest sees of what people missed."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.core.library import library_of
from bot.core.remarks import Miss, Remark
from bot.core.reviewing import Missed, Nearest, Review, Wrong, review
from tests.support.statements import HARBOUR

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
LIBRARY = library_of(HARBOUR)
WHALES, FERRIES = HARBOUR.theme("whales"), HARBOUR.theme("ferries")
NO = Remark("T1", "harbour", "ferries-cross", right=False, wish="", made_at=NOON)


def test_where_nothing_was_missed_there_is_nothing() -> None:
    assert review(LIBRARY, (), ()) == Review((), ())
    assert review(LIBRARY, (), (replace(NO, right=True),)) == Review((), ())


def test_missed_words_come_with_the_nearest_theme() -> None:
    misses = (Miss("xylophone", 3, NOON), Miss("whales", 1, NOON))
    assert review(LIBRARY, misses, ()).missed == (
        Missed("xylophone", 3, NOON, None),
        Missed("whales", 1, NOON, Nearest(HARBOUR, WHALES, answered=True)),
    )


def test_what_was_wrong_most_comes_first_with_its_wishes() -> None:
    wished = replace(NO, wish="humpbacks")
    whale = replace(NO, passage="whales-protect")
    remarks = (
        *(whale, wished, replace(NO, wish="xylophone"), wished),
        *(NO, replace(NO, right=True), replace(whale, team="T2", right=True)),
    )
    assert review(LIBRARY, (), remarks).wrong == (
        Wrong(
            "harbour",
            "ferries-cross",
            FERRIES,
            times=4,
            right=1,
            wishes=(
                Missed("humpbacks", 2, None, Nearest(HARBOUR, WHALES, answered=True)),
                Missed("xylophone", 1, None, None),
            ),
        ),
        Wrong("harbour", "whales-protect", WHALES, times=1, right=1, wishes=()),
    )


def test_a_passage_of_an_older_digest_has_no_theme() -> None:
    (wrong,) = review(LIBRARY, (), (replace(NO, passage="gone"),)).wrong
    assert (wrong.passage, wrong.theme) == ("gone", None)

"""No query can be crafted that takes long: counted in steps, which are the same on every machine.

60,000 calls took seven milliseconds where the bound was chosen; `bench.worst_look_up` prints times.
"""

import unicodedata
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import folding
from bot.core.addresses import LONGEST_ADDRESS, LinkedStatement
from bot.core.forms import LONGEST_PIECE, normalized, pieces
from bot.core.gist import LONGEST_MESSAGE
from bot.core.library import Library
from bot.core.suggesting import Typeahead
from tests.support.crafted import ask, counted, crafted

MOST_CALLS = MOST_COMPARED = 100_000
MARKS = "\u0316\u0301"


def test_no_crafted_question_takes_many_steps(library: Library) -> None:
    for name, query in crafted(library, Random(70)).items():
        with counted(library) as steps:
            ask(library, query)
        assert 0 < steps.calls < MOST_CALLS, name
        assert steps.compared < MOST_COMPARED, name


def test_nor_do_suggestions(library: Library) -> None:
    typeahead = Typeahead(library)
    for name, query in crafted(library, Random(71)).items():
        with counted(library) as steps:
            typeahead.suggest(query)
        assert steps.calls < MOST_CALLS, name


def test_combining_marks_are_put_in_order_in_short_pieces() -> None:
    message = "a" + MARKS * (LONGEST_MESSAGE // 2)
    assert max(map(len, pieces(message))) == LONGEST_PIECE
    assert "".join(pieces(message)) == message
    assert folding.words(message) == ["a"]


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
@given(words=st.lists(st.text("가힣ᄒ\u1161\u11ab é\u0301\u0316½\n.", max_size=150), max_size=9))
def test_in_pieces_the_words_are_what_they_are_at_once(form: str, words: list[str]) -> None:
    text = " ".join(words)
    assert normalized(form, text) == unicodedata.normalize(form, text)  # type: ignore[arg-type]


def test_an_address_longer_than_any_is_not_looked_into(library: Library) -> None:
    page = library.statements[0].source_url
    longest = f"{page}#".ljust(LONGEST_ADDRESS, "a")
    assert library.pages.place(longest) == LinkedStatement(library.statements[0])
    assert library.pages.place(f"{longest}a") is None

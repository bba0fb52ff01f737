"""What is suggested to somebody who is still typing."""

import pytest

from bot.core.library import Library, library_of
from bot.core.suggesting import MOST_SUGGESTED, Typeahead
from tests.support.largest import LARGEST
from tests.support.statements import HARBOUR


@pytest.fixture(scope="module")
def real(library: Library) -> Typeahead:
    return Typeahead(library)


@pytest.fixture(scope="module")
def harbour() -> Typeahead:
    return Typeahead(library_of(HARBOUR))


@pytest.mark.parametrize(
    ("typed", "theme"),
    [
        ("clim", "climate"),
        ("CLIMATE ch", "climate"),
        ("기", "climate"),
        ("기ㅎ", "climate"),
        ("깋", "climate"),
        ("기후", "climate"),
        ("반도체법", "investment"),
        ("fulbr", "education"),
        ("풀브", "education"),
        ("ai", "emerging-technology"),
        ("coop japan", "japan"),
        ("deterence", "deterrence"),
        ("what does it say about whales and clim", "climate"),
    ],
)
def test_the_first_theme_is_what_the_words_become(real: Typeahead, typed: str, theme: str) -> None:
    assert real.suggest(typed).themes[0][1].id == theme


def test_passages_are_suggested_by_their_own_names(harbour: Typeahead) -> None:
    found = harbour.suggest("lamp")
    assert [theme.id for _, theme in found.themes] == ["lanterns"]
    assert [passage.id for _, passage in found.passages] == ["lanterns-keeper", "lanterns-light"]


@pytest.mark.parametrize("typed", ["", " ", "!?", "<@U123>"])
def test_before_a_word_is_begun_there_are_the_themes_in_their_order(
    harbour: Typeahead, typed: str
) -> None:
    found = harbour.suggest(typed)
    assert [theme.id for _, theme in found.themes] == ["lanterns", "ferries", "whales"]
    assert found.passages == ()


def test_what_is_like_nothing_is_suggested_nothing(harbour: Typeahead) -> None:
    found = harbour.suggest("xyzzy")
    assert (found.themes, found.passages) == ((), ())


def test_no_more_than_fit_into_a_menu_are_suggested() -> None:
    largest = Typeahead(library_of(LARGEST))
    assert len(largest.suggest("").themes) == MOST_SUGGESTED
    found = largest.suggest("aaa")
    assert (len(found.themes), len(found.passages)) == (MOST_SUGGESTED, MOST_SUGGESTED)


@pytest.mark.parametrize("typed", ["a" * 9000, "ㅋ" * 500, "\x00", "\ud7ff", "~", "~r", "*" * 99])
def test_whatever_is_typed_is_answered(real: Typeahead, typed: str) -> None:
    assert len(real.suggest(typed).themes) <= MOST_SUGGESTED


def test_every_theme_is_the_first_to_be_suggested_for_its_title(
    real: Typeahead, library: Library
) -> None:
    for theme in library.statements[0].themes:
        for title in (theme.title.en, theme.title.ko):
            assert real.suggest(title).themes[0][1] == theme, title

"""The two languages say the same things."""

from dataclasses import fields
from string import Formatter

import pytest

from bot.rendering.words import Words, words_in

# Korean names months by number.
LEFT_OUT = {"date": {"month", "month_number"}}
SENTENCES = [field.name for field in fields(Words) if field.name != "months"]


def filled_in(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("name", SENTENCES)
def test_a_sentence_takes_the_same_in_both_languages(name: str) -> None:
    english, korean = (filled_in(getattr(words_in(to), name)) for to in ("en", "ko"))
    assert english ^ korean <= LEFT_OUT.get(name, set())


@pytest.mark.parametrize("name", SENTENCES)
def test_bold_ends_at_a_space_in_korean(name: str) -> None:
    """Slack leaves the asterisks standing where a particle follows them."""
    bold = getattr(words_in("ko"), name).split("*")[2::2]
    assert all(rest[:1] in ("", " ", "\n") for rest in bold)


def test_every_month_has_a_name() -> None:
    assert [len(words_in(language).months) for language in ("en", "ko")] == [12, 12]

"""The two languages say the same things."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from string import Formatter
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from bot.core.statement import Language
from bot.rendering.limits import MODAL_TITLE, length
from bot.rendering.words import (
    DigestWords,
    FormWords,
    digest_words_in,
    form_words_in,
    words_in,
)

# Korean names months by number.
LEFT_OUT = {"date": {"month", "month_number"}}
EVERY = (words_in, digest_words_in, form_words_in)
# Not every field of the modal has them.
SOME = ("hints", "placeholders")


def sentences(words: Any) -> Iterator[tuple[str, str]]:
    """Every sentence by the name of its field and, where that holds several, of its key."""
    for field in fields(words):
        held = getattr(words, field.name)
        if isinstance(held, str):
            yield field.name, held
        elif isinstance(held, Mapping):
            yield from ((f"{field.name}[{key}]", one) for key, one in held.items())
        else:
            yield from ((f"{field.name}[{place}]", one) for place, one in enumerate(held))


def every_sentence(language: Language) -> dict[str, str]:
    return {name: one for words in EVERY for name, one in sentences(words(language))}


ENGLISH, KOREAN = every_sentence("en"), every_sentence("ko")


def filled_in(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def test_what_one_language_says_the_other_says_too() -> None:
    assert ENGLISH.keys() == KOREAN.keys()


@pytest.mark.parametrize("name", ENGLISH)
def test_a_sentence_takes_the_same_in_both_languages(name: str) -> None:
    english, korean = filled_in(ENGLISH[name]), filled_in(KOREAN[name])
    assert english ^ korean <= LEFT_OUT.get(name, set())


@pytest.mark.parametrize("name", KOREAN)
def test_bold_ends_at_a_space_in_korean(name: str) -> None:
    """Slack leaves the asterisks standing where a particle follows them."""
    bold = KOREAN[name].split("*")[2::2]
    assert all(rest[:1] in ("", " ", "\n") for rest in bold)


def test_every_month_has_a_name() -> None:
    assert [len(words_in(language).months) for language in ("en", "ko")] == [12, 12]


@pytest.mark.parametrize("kind", [DigestWords, FormWords])
def test_whatever_can_be_the_case_has_its_sentence(kind: type) -> None:
    """Where sentences are kept by a Literal, both languages have one for each of its words."""
    for name, hint in get_type_hints(kind).items():
        if get_origin(hint) is Mapping and name not in SOME:
            for word in get_args(get_args(hint)[0]):
                assert f"{name}[{word}]" in ENGLISH


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_modals_own_words_are_short_enough(language: Language) -> None:
    words = form_words_in(language)
    for word in (words.title, words.save, words.cancel):
        assert length(word) <= MODAL_TITLE

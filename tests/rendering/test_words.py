"""The two languages say the same things."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from string import Formatter
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from bot.core.digest_request import Unclear, parse_digest
from bot.core.statement import Language
from bot.core.zones import Zones
from bot.rendering.limits import MODAL_TITLE, length
from bot.rendering.words import (
    AnswerWords,
    DigestWords,
    FormWords,
    HomeWords,
    SearchWords,
    TalkWords,
    answer_words_in,
    assistant_words_in,
    digest_words_in,
    feedback_words_in,
    form_words_in,
    home_words_in,
    install_words_in,
    link_words_in,
    search_words_in,
    talk_words_in,
    words_in,
)
from tests.support import blockkit
from tests.support.digests import NAMES

# What somebody who reads the sentence types.
TYPED = re.compile(r"`/alliance ((?:digest|정기 게시)[^`{]*)`")
# A particle on its own, behind a command, bold or code: in Korean it belongs to the word before.
ALONE = re.compile(r"(?:/alliance [가-힣 ]*|@alliance|[*`]) (?:은|는|을|를|에|에서|에게|처럼)(?= )")
# Korean names months by number.
LEFT_OUT = {"date": {"month", "month_number"}}
EVERY = (
    *(words_in, answer_words_in, digest_words_in, form_words_in, home_words_in),
    *(search_words_in, feedback_words_in, talk_words_in, link_words_in, assistant_words_in),
    install_words_in,
)
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


@pytest.mark.parametrize("name", ENGLISH)
def test_bold_and_code_stand_apart_from_letters(name: str) -> None:
    for sentence in (ENGLISH[name], KOREAN[name]):
        assert blockkit.marks(sentence) == []


@pytest.mark.parametrize("name", KOREAN)
def test_no_particle_stands_alone_in_korean(name: str) -> None:
    assert not ALONE.search(KOREAN[name])


@pytest.mark.parametrize("name", KOREAN)
def test_korean_has_one_name_for_digests(name: str) -> None:
    """The command's other names are told once, where it is explained."""
    said = re.sub("`(?:다이제스트|digest)`", "", KOREAN[name])
    assert "다이제스트" not in said
    assert "digest" not in said


@pytest.mark.parametrize("name", ENGLISH)
def test_what_is_told_to_be_typed_about_digests_is_understood(name: str) -> None:
    for command in TYPED.findall(ENGLISH[name] + KOREAN[name]):
        assert not isinstance(parse_digest(command, Zones(NAMES)), Unclear | None)


def test_a_mark_that_touches_a_letter_is_found() -> None:
    """What Slack shows as asterisks and backticks: the test of the tests."""
    for touching in ("*여객선*의 구절", "구절*여객선*", "`목차`에서", "see*this* now", "*a b*c"):
        assert blockkit.marks(touching), touching
    for apart in ("*여객선* · *고래*", "(*a*)", "*일시:* 9시", "`a`: `b`", "> *a*b"):
        assert not blockkit.marks(apart), apart


def test_every_month_has_a_name() -> None:
    assert [len(words_in(language).months) for language in ("en", "ko")] == [12, 12]


@pytest.mark.parametrize(
    "kind", [AnswerWords, DigestWords, FormWords, HomeWords, SearchWords, TalkWords]
)
def test_whatever_can_be_the_case_has_its_sentence(kind: type) -> None:
    """Where sentences are kept by a Literal, both languages have one for each of its words."""
    for name, hint in get_type_hints(kind).items():
        if get_origin(hint) is Mapping and name not in SOME:
            for word in get_args(get_args(hint)[0]):
                assert f"{name}[{word}]" in ENGLISH


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_modals_own_words_are_short_enough(language: Language) -> None:
    words, asked = form_words_in(language), feedback_words_in(language)
    answers = answer_words_in(language)
    short = (
        *(words.title, words.save, words.cancel, asked.title, asked.submit),
        *(answers.read_in_context, answers.share_passage, answers.share, answers.cancel),
        home_words_in(language).preview,
    )
    for word in short:
        assert length(word) <= MODAL_TITLE


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_searchs_own_words_are_short_enough(language: Language) -> None:
    words = search_words_in(language)
    for word in (words.search_title, words.result_title, words.search, words.cancel):
        assert length(word) <= MODAL_TITLE

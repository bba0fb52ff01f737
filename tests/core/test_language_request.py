"""Which words choose a language, and which are a question to the statement."""

import pytest

from bot.core.language_request import Ask, Choose, LanguageRequest, Unclear, parse_language


@pytest.mark.parametrize(
    ("text", "request_"),
    [
        ("language", Ask()),
        (" Language? ", Ask()),
        ("언어", Ask()),
        ("language ko", Choose("ko")),
        ("language: Korean!", Choose("ko")),
        ("Language to English, please", Choose("en")),
        ("lang en", Choose("en")),
        ("language auto", Choose(None)),
        ("language automatic", Choose(None)),
        ("언어 한국어", Choose("ko")),
        ("언어를 영어로 바꿔줘", Choose("en")),
        ("언어 자동", Choose(None)),
        ("한국어로", Choose("ko")),
        ("한국어로 답해줘", Choose("ko")),
        ("영어로 부탁해요", Choose("en")),
        ("answer in English, please", Choose("en")),
        ("in korean", Choose("ko")),
        ("language korena", Unclear()),
        ("language french", Unclear()),
        ("언어 일본어", Unclear()),
    ],
)
def test_a_language_is_chosen_or_asked_for(text: str, request_: LanguageRequest) -> None:
    assert parse_language(text) == request_


@pytest.mark.parametrize(
    "text",
    [
        "",
        "climate",
        "korean",
        "영어",
        "한국어",
        "in korean waters",
        "english language education",
        "language education",
        "language of the joint statement",
        "any language on blowing up satellites?",
        "what does the statement say in English about nuclear?",
        "언어 교육",
        "한국어로 된 성명",
        "digest weekdays 9:00 in Korean",
    ],
)
def test_a_question_stays_a_question(text: str) -> None:
    assert parse_language(text) is None

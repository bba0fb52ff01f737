"""What a digest shows, its language and its holidays, in words."""

import pytest

from bot.core import digest_options
from bot.core.digests import Country, InOrder, OneSection, Program, Shuffled
from bot.core.statement import Language


@pytest.mark.parametrize(
    ("phrase", "countries"),
    [
        ("skip us", {"US"}),
        ("skip kr", {"KR"}),
        ("skip us kr", {"US", "KR"}),
        ("skip us and korean holidays", {"US", "KR"}),
        ("except the american public holidays", {"US"}),
        ("skip holidays", {"US"}),
        ("휴일 제외", {"KR"}),
        ("공휴일제외", {"KR"}),
        ("미국 휴일 제외", {"US"}),
        ("한국과 미국 공휴일은 제외", {"KR", "US"}),
        ("skip none", set()),
        ("휴일 포함", set()),
    ],
)
def test_holidays_are_read(phrase: str, countries: set[Country]) -> None:
    assert digest_options.holidays(phrase) == countries


@pytest.mark.parametrize("phrase", ["us", "skip", "skip the", "skip fr", "korea skip us", "휴일"])
def test_words_that_name_no_holidays_are_not_read(phrase: str) -> None:
    assert digest_options.holidays(phrase) is None


@pytest.mark.parametrize(
    ("phrase", "program"),
    [
        ("in order", InOrder()),
        ("순서대로", InOrder()),
        ("shuffled", Shuffled(0)),
        ("무작위", Shuffled(0)),
        ("section 2", OneSection(2)),
        ("§2", OneSection(2)),
        ("제2장", OneSection(2)),
        ("섹션 2", OneSection(2)),
        ("section 0", None),
        ("section", None),
        ("2", None),
    ],
)
def test_programs_are_read(phrase: str, program: Program | None) -> None:
    assert digest_options.program(phrase) == program


@pytest.mark.parametrize(
    ("phrase", "language"),
    [("in english", "en"), ("영어로", "en"), ("korean", "ko"), ("한국어", "ko"), ("latin", None)],
)
def test_languages_are_read(phrase: str, language: Language | None) -> None:
    assert digest_options.language(phrase) == language

"""Hangul typed on the wrong layout, and letter by letter."""

import pytest

from bot.core import hangul


@pytest.mark.parametrize(
    ("keys", "meant"),
    [
        ("eoaksgoguq", "대만해협"),
        ("rhdrmqakd", "공급망"),
        ("qksehcp", "반도체"),
        ("dnzmfkdlsk", "우크라이나"),
        ("ekfrrhrl", "닭고기"),
        ("dlfrrl", "읽기"),
        ("rkTek", "갔다"),
    ],
)
def test_korean_typed_on_the_english_layout(keys: str, meant: str) -> None:
    assert hangul.typed_on_english_layout(keys) == meant


@pytest.mark.parametrize("word", ["climate", "nato", "5g", "ipef"])
def test_english_words_spell_no_hangul(word: str) -> None:
    assert hangul.typed_on_english_layout(word) is None


@pytest.mark.parametrize(
    ("typed", "meant"), [("ㅜㅁ새", "nato"), ("ㅅ먖무", "taiwan"), ("ㅑㅔㄷㄹ", "ipef")]
)
def test_english_typed_on_the_korean_layout(typed: str, meant: str) -> None:
    assert hangul.typed_on_korean_layout(typed) == meant


def test_one_wrong_vowel_is_one_letter() -> None:
    pairs = zip(hangul.jamo("공급망"), hangul.jamo("공굽망"), strict=True)
    assert sum(left != right for left, right in pairs) == 1

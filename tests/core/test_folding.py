"""Text as the matcher sees it."""

import time

import pytest

from bot.core.folding import unwrapped, words


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("Climate change", ["climate", "change"]),
        ("U.S.–ROK “alliance”", ["us", "rok", "alliance"]),
        ("Biden’s visit, we’ve heard", ["biden", "visit", "we", "heard"]),
        ("２,023 Koreans", ["2023", "koreans"]),
        ("Ｃｌｉｍａｔｅ", ["climate"]),
        ("Café", ["cafe"]),
        ("기후\u00a0변화\u200b에", ["기후", "변화에"]),
        ("AI협력", ["ai", "협력"]),
        ("ㅜㅁ새", ["ㅜㅁ새"]),
        ("c\u0336l\u0336i\u0336mate", ["climate"]),
        ("🙂🙂", []),
        ("", []),
    ],
)
def test_words(typed: str, seen: list[str]) -> None:
    assert words(typed) == seen


@pytest.mark.parametrize(
    ("received", "typed"),
    [
        ("<@U123ABC> climate", "climate"),
        ("<@U123ABC|alliance> climate", "alliance climate"),
        ("<#C1|general> climate", "general climate"),
        ("<!channel> climate", "climate"),
        ("<https://example.com/a|AUKUS>", "AUKUS"),
        ("R&amp;D &lt;AI&gt;", "R&D <AI>"),
    ],
)
def test_slack_markup_is_undone(received: str, typed: str) -> None:
    assert " ".join(unwrapped(received).split()) == typed


@pytest.mark.parametrize("typed", ["<" * 2_400, "<@" * 1_200, "<a|" * 900, "<!" * 1_200])
def test_markup_that_never_closes_is_read_in_one_pass(typed: str) -> None:
    """Quadratic patterns took 30 ms here; a thousand readings of a linear one take 60."""
    start = time.perf_counter()
    for _ in range(100):
        unwrapped(typed)
    assert time.perf_counter() - start < 1

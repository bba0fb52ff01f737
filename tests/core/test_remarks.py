"""What may be kept of a question that was not found, and of a wish."""

import pytest

from bot.core.remarks import kept_words, wish_in


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Quantum  Physics?", "quantum physics"),
        ("양자 컴퓨터", "양자 컴퓨터"),
        ("U.S. steel tariffs", "us steel tariffs"),
        ("R&amp;D &lt;spending&gt;", "r d spending"),
        ("armistice 1953", "armistice 1953"),
        ("ｑｕａｎｔｕｍ", "quantum"),
        ("one two three four five six seven eight", "one two three four five six seven eight"),
        ("a" * 60, "a" * 60),
    ],
)
def test_short_words_are_kept_folded(typed: str, kept: str) -> None:
    assert kept_words(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "?!",
        "🐳",
        "one two three four five six seven eight nine",
        "a" * 61,
        "quantum " * 100,
        "what <@U0ANA> said",
        "what <@U0ANA|ana> said",
        "what @ana said",
        "what ＠ana said",
        "tell <!channel>",
        "tell <#C0POLICY|policy>",
        "tell <!subteam^S1>",
        "mail <mailto:ana@towns.example|ana@towns.example>",
        "mail ana@towns.example",
        "see <https://towns.example/x|towns.example/x>",
        "see https://towns.example",
        "see www.towns",
        "see towns.example",
        "사이트 항구.kr 에서",
        "call 12345",
        "call 010-1234-5678",
        "born 1953 07 27",
        "budget 100,000",
        "card 1 2 3 4 5",
        "token a1b2c3d4e5",
        "０１０１２",
    ],
)
def test_what_is_long_or_may_name_somebody_is_not_kept(typed: str) -> None:
    assert kept_words(typed) == ""


def test_the_bots_own_mention_names_nobody() -> None:
    assert kept_words("<@U0BOT> quantum physics", addressed=True) == "quantum physics"
    assert kept_words("<@U0BOT> quantum <@U0BOT|alliance>", addressed=True) == "quantum"
    assert kept_words("<@U0BOT> about <@U0ANA>", addressed=True) == ""


@pytest.mark.parametrize(
    ("typed", "wish"),
    [
        ("  green\nhydrogen ", "green hydrogen"),
        ("그린 수소 <!channel>", "그린 수소 <!channel>"),
        ("a\x00b\x1b[31m\u202ec\ud83d", "ab[31mc"),
        (" \u200b ", ""),
    ],
)
def test_a_wish_is_one_line_that_can_be_printed(typed: str, wish: str) -> None:
    assert wish_in(typed) == wish

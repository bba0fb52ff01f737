"""Escaping, exactly once, and labels that fit."""

import pytest

from bot.rendering.limits import cut, length
from bot.rendering.mrkdwn import bold, escape, link
from bot.rendering.references import Reference, reference_in


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("<!channel> & <@U1>", "&lt;!channel&gt; &amp; &lt;@U1&gt;"),
        ("&amp;lt;", "&amp;amp;lt;"),
        ("“it’s” *bold* _it_ `code`", "“it’s” *bold* _it_ `code`"),
        ("", ""),
    ],
)
def test_three_characters_are_escaped_and_no_others(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_a_link_cannot_be_broken_out_of() -> None:
    assert link("https://a.example/?x=1&y=|><b c", "a|b>\n<!here> & c") == (
        "<https://a.example/?x=1&amp;y=%7C%3E%3Cb%20c|a¦b&gt; &lt;!here&gt; &amp; c>"
    )


def test_bold_is_escaped() -> None:
    assert bold("R&D") == "*R&amp;D*"


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [
        ("Ferries", 7, "Ferries"),
        ("Ferries", 6, "Ferri…"),
        ("a b c", 3, "a…"),
        ("기후변화 대응", 5, "기후변화…"),
        ("🐳🐳🐳", 6, "🐳🐳🐳"),
        ("🐳🐳🐳", 5, "🐳🐳…"),
        ("🐳🐳🐳", 4, "🐳…"),
    ],
)
def test_a_label_is_cut_where_it_can_be_seen(text: str, most: int, shown: str) -> None:
    assert cut(text, most) == shown
    assert length(cut(text, most)) <= most


def test_a_reference_survives_the_way_to_slack_and_back() -> None:
    reference = Reference("us-rok-2023", "climate-crisis", "ko")
    assert reference.value == "us-rok-2023/climate-crisis/ko"
    assert reference_in(reference.value) == reference


@pytest.mark.parametrize(
    "value", [None, 7, "", "a/b", "a/b/fr", "a/b/en/", "A/b/en", "a/b/en\n", " a/b/en", "a//en"]
)
def test_what_is_no_reference_is_none(value: object) -> None:
    assert reference_in(value) is None

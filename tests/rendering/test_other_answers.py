"""Choices, the outline, the usage and what is said of nothing found."""

from dataclasses import replace
from typing import Literal

import pytest

from bot.core.answering import Answer, Choices, Contents, Help, NotFound, Place, Thanks
from bot.core.statement import Section, Statement, Text, Theme
from bot.rendering.answers import render
from bot.rendering.misses import render_apology, render_gone
from tests.support import statements
from tests.support.replies import Reply

OPENING, WATER = statements.HARBOUR.sections
HARBOUR = replace(
    statements.HARBOUR,
    sections=(replace(OPENING, number=None), replace(WATER, number=1)),
)
LANTERNS, FERRIES, WHALES = HARBOUR.themes
Language = Literal["en", "ko"]


def shown(answer: Answer, language: Language = "en") -> Reply:
    message = render(answer, language)
    return Reply({"text": message.text, "blocks": message.blocks})


def test_choices_are_buttons() -> None:
    reply = shown(Choices(HARBOUR, (FERRIES, LANTERNS)))
    assert reply.text == (
        "Several themes fit these words about equally. Which one do you mean?\n"
        "• Ferries\n"
        "• Lanterns &lt;&amp; lights&gt;"
    )
    assert reply.button("Lanterns <& lights>") == {
        "type": "button",
        "action_id": "show_theme:2",
        "text": {"type": "plain_text", "text": "Lanterns <& lights>", "emoji": False},
        "value": "harbour/lanterns/en",
    }


def test_choices_in_korean_lead_to_korean_answers() -> None:
    reply = shown(Choices(HARBOUR, (WHALES, FERRIES)), "ko")
    assert reply.labels == ["고래", "여객선"]
    assert reply.button("고래")["value"] == "harbour/whales/ko"


def test_the_outline() -> None:
    reply = shown(Contents(HARBOUR))
    assert reply.text.startswith(
        "*Joint Statement on the Harbour*\n"
        "Northtown, May 1, 2020 · 3 paragraphs · 3 themes\n"
        "*Opening* · ¶1 · 1 theme\n"
        "*1. On the Water* · ¶2–3 · 2 themes\n"
        "• *Lanterns &lt;&amp; lights&gt;* · 등불 · ¶1\n"
        "• *Ferries* · 여객선 · ¶2\n"
        "• *Whales* · 고래 · ¶3\n"
    )
    assert reply.menu == {
        "Opening": ["Lanterns <& lights>"],
        "1. On the Water": ["Ferries", "Whales"],
    }


def test_the_outline_in_korean() -> None:
    reply = shown(Contents(HARBOUR), "ko")
    assert reply.text.startswith(
        "*항구 공동성명*\n"
        "노스타운, 2020년 5월 1일 · 문단 3개 · 주제 3개\n"
        "*서문* · ¶1 · 주제 1개\n"
        "*1. 물 위에서* · ¶2–3 · 주제 2개\n"
        "• *등불* · Lanterns &lt;&amp; lights&gt; · ¶1\n"
        "• *여객선* · Ferries · ¶2\n"
        "• *고래* · Whales · ¶3\n"
    )
    assert reply.menu == {"서문": ["등불"], "1. 물 위에서": ["여객선", "고래"]}


def test_the_outline_of_one_section() -> None:
    reply = shown(Contents(HARBOUR, HARBOUR.sections[1]))
    assert reply.text.startswith(
        "*1. On the Water* · ¶2–3 · 2 themes\n"
        "• *Ferries* · 여객선 · ¶2\n"
        "• *Whales* · 고래 · ¶3\n"
        "Pick a theme"
    )
    assert reply.menu == {"1. On the Water": ["Ferries", "Whales"]}


@pytest.mark.parametrize(
    ("missing", "numbers", "english", "korean"),
    [
        (
            "paragraph",
            (1, 2),
            "The statement has 3 paragraphs.",
            "이 성명은 3개 문단으로 되어 있습니다.",
        ),
        (
            "section",
            (1, 2),
            "The statement has 2 numbered sections.",
            "이 성명에서 번호가 붙은 장은 2개입니다.",
        ),
        (
            "section",
            (None, 1),
            "The statement has 1 numbered section.",
            "이 성명에서 번호가 붙은 장은 1개입니다.",
        ),
        (
            "section",
            (None, None),
            "The statement has no numbered sections.",
            "이 성명에는 번호가 붙은 장이 없습니다.",
        ),
    ],
)
def test_a_place_that_is_not_there_is_answered_by_how_many_there_are(
    missing: Place, numbers: tuple[int | None, ...], english: str, korean: str
) -> None:
    pairs = zip(HARBOUR.sections, numbers, strict=True)
    sections = tuple(replace(section, number=number) for section, number in pairs)
    contents = Contents(replace(HARBOUR, sections=sections), missing=missing)
    for reply, told in ((shown(contents), english), (shown(contents, "ko"), korean)):
        assert reply.text.startswith(f"{told}\n*")
        assert reply.prose.startswith(f"{told}\n*")


def test_other_statements_are_named() -> None:
    other = replace(HARBOUR, slug="bay", title=Text("Bay & Sound Accord", "만 협정"))
    reply = shown(Contents(HARBOUR, others=(other,)))
    told = (
        "I quote these statements too. Ask about what they say, in your own words:"
        "\n• Bay &amp; Sound Accord"
    )
    assert told in reply.text
    assert told in reply.prose
    assert "\n• 만 협정\n" in shown(Contents(HARBOUR, others=(other,)), "ko").text


def test_a_section_in_which_no_theme_begins_has_no_menu() -> None:
    empty = Section(Text("Signatures", "서명"), 4, 4)
    signed = replace(HARBOUR, sections=(*HARBOUR.sections, empty))
    assert shown(Contents(signed, empty)).text.startswith("*Signatures* · ¶4 · 0 themes\n")
    assert list(shown(Contents(signed)).menu) == ["Opening", "1. On the Water"]


def crowded(count: int) -> Statement:
    """The harbour with many more themes, the title of the first too long for a menu."""
    themes = [
        Theme(
            f"theme-{number}",
            Text(f"{number} whales" if number else "word " * 20, "고래"),
            (),
            WHALES.passages,
        )
        for number in range(count)
    ]
    return replace(HARBOUR, themes=tuple(themes))


def test_long_titles_end_in_an_ellipsis_and_long_menus_go_on_in_another_group() -> None:
    reply = shown(Contents(crowded(130), HARBOUR.sections[1]))
    (menu,) = (block for block in reply.message["blocks"] if block["type"] == "actions")
    groups = menu["elements"][0]["option_groups"]
    assert [len(group["options"]) for group in groups] == [100, 30]
    assert groups[0]["options"][0]["text"]["text"].endswith("word…")
    assert len(groups[0]["options"][0]["text"]["text"]) < 31


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_usage_tells_every_way(language: Language) -> None:
    reply = shown(Help(HARBOUR), language)
    assert HARBOUR.title.to(language) in reply.text
    assert "/alliance" in reply.prose
    assert reply.text.count("•") == 12


def test_thanks_are_answered_with_a_sentence() -> None:
    assert shown(Thanks(HARBOUR)).text == (
        "You are welcome! Ask me again whenever you need the statement’s words."
    )
    assert "기쁩니다" in shown(Thanks(HARBOUR), "ko").text


def test_nothing_found_names_the_neighbour_and_the_nearest() -> None:
    reply = shown(NotFound(HARBOUR, (WHALES,), HARBOUR.neighbours[0]))
    assert reply.text == (
        "That is not in *Joint Statement on the Harbour*, as far as I can find.\n"
        "It may be in another document, which I do not quote: *Fog Accord* (November 30, 2019).\n"
        "The nearest themes of the statement:\n"
        "• Whales\n"
        "`contents` shows everything the statement covers; `help` shows how to ask."
    )
    assert reply.labels == ["Whales"]


def test_nothing_found_in_korean() -> None:
    assert shown(NotFound(HARBOUR, (), HARBOUR.neighbours[0]), "ko").text == (
        "‘항구 공동성명’에서는 찾으시는 내용을 확인하지 못했습니다.\n"
        "제가 인용하지 않는 다른 문서에 나와 있을 수 있습니다: *안개 협정* (2019년 11월 30일).\n"
        "전체 주제: `목차` · 사용법: `도움말`"
    )


def test_an_apology_is_in_both_languages() -> None:
    assert render_apology("0badcafe").text == (
        "Sorry, something went wrong on my side. It is logged as 0badcafe; please try again.\n"
        "죄송합니다. 문제가 생겼습니다. 오류 번호 0badcafe로 기록했습니다."
        " 잠시 후 다시 시도해 주십시오."
    )


def test_what_is_gone_is_said_in_the_language_of_the_button() -> None:
    assert render_gone("ko").text == "더 이상 찾을 수 없는 항목입니다. 다시 검색해 주십시오."

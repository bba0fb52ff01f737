"""The card below a link, asserted whole."""

from dataclasses import replace
from typing import Any

import pytest

from bot.core.addresses import Linked, LinkedParagraph, LinkedPassage, LinkedStatement
from bot.core.statement import Language, Statement
from bot.playground.checking import faults, texts
from bot.rendering.unfurls import render_unfurl, render_unfurls
from tests.support.largest import LARGEST
from tests.support.statements import ARCHIVE, HARBOUR, KEEPER, LANTERNS, WHALES

LIGHT, KEEPS, CROSS, PROTECT = HARBOUR.passages()
CITED = (
    "Joint Statement on the Harbour. Northtown, May 1, 2020. Original address:"
    " <https://towns.example/harbour?a=1&amp;b=2|towns.example> ·"
    " Archived copy: <https://archive.example/harbour/|archive.example>"
)


def mrkdwn(text: str) -> dict[str, Any]:
    return {"type": "mrkdwn", "text": text, "verbatim": True}


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text, "emoji": False}


def section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": mrkdwn(text)}


def context(*texts: str) -> dict[str, Any]:
    return {"type": "context", "elements": [mrkdwn(text) for text in texts]}


def button(label: str, url: str, described: str) -> dict[str, Any]:
    opens = {"type": "button", "action_id": "open_source", "text": plain(label), "url": url}
    return {"type": "actions", "elements": [{**opens, "accessibility_label": described}]}


def test_a_passage() -> None:
    assert render_unfurl(LinkedPassage(HARBOUR, CROSS), "en") == {
        "blocks": [
            section("*Ferries* · 여객선"),
            section("> Ferries cross the sound twice a day, “in fog and in frost,” without fail."),
            context("¶2 · On the Water"),
            button("Open the source", CROSS.link, "Open the source at Ferries ¶2"),
            context(CITED),
        ],
        "preview": {"title": plain("Ferries")},
    }


def test_a_passage_in_korean() -> None:
    card = render_unfurl(LinkedPassage(HARBOUR, LIGHT), "ko")
    assert card["preview"] == {"title": plain("등불")}
    title, quoted, where, opens, cited = card["blocks"]
    assert title == section("*등불* · Lanterns &lt;&amp; lights&gt;")
    assert cited["elements"][0]["text"].startswith("인용문은 영어로 된 공식 원문입니다. 항구")
    assert quoted == section("> Lanterns light the harbour every night &amp; every morning.")
    assert where == context("¶1 · 서문")
    assert opens == button("원문 열기", LIGHT.link, "원문 열기: 등불 ¶1")


def test_what_mrkdwn_would_change_stands_as_plain_text() -> None:
    quoted = render_unfurl(LinkedPassage(HARBOUR, KEEPS), "en")["blocks"][1]
    assert quoted == {"type": "section", "text": plain(f"“{KEEPER}”")}


def test_a_paragraph() -> None:
    title, quoted, where, opens, cited = render_unfurl(LinkedParagraph(HARBOUR, 3), "en")["blocks"]
    assert (title, quoted) == (section("*Paragraph 3*"), section(f"> {WHALES}"))
    assert where == context("¶3 · On the Water")
    link = (
        f"{ARCHIVE}#:~:text=Both%20towns%20commit%20to%20protect,the%20whales%20of%20the%20sound."
    )
    assert opens == button("Open the source", link, "Open the source at Paragraph 3")
    assert cited == context(CITED)


def test_the_statement() -> None:
    assert render_unfurl(LinkedStatement(HARBOUR), "en") == {
        "blocks": [
            section(
                "*Joint Statement on the Harbour*\nNorthtown, May 1, 2020 · 3 paragraphs · 3 themes"
            ),
            context("The Mayor of Northtown\nThe Mayor of Southtown"),
            section(
                "Ask about it in your own words: `/alliance climate`. Only you will see the answer."
            ),
            button(
                *("Open the source", ARCHIVE),
                "Open the source of Joint Statement on the Harbour",
            ),
        ],
        "preview": {"title": plain("Joint Statement on the Harbour")},
    }


def with_paragraph(*sentences: str) -> Statement:
    return replace(HARBOUR, paragraphs=(LANTERNS, " ".join(sentences), WHALES))


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", "Shown here: 3 of 5 sentences. The rest is in the source."),
        ("ko", "전체 5개 문장 중 앞의 3개만 인용했습니다. 나머지는 원문에서 보실 수 있습니다."),
    ],
)
def test_a_long_paragraph_ends_with_a_sentence_and_says_so(language: Language, note: str) -> None:
    long = with_paragraph(*[f"Ferries {'& more ' * 80}cross."] * 5)
    _, quoted, notes, *_ = render_unfurl(LinkedParagraph(long, 2), language)["blocks"]
    assert quoted["text"]["text"].count("cross.") == 3
    assert quoted["text"]["text"].endswith("cross.")
    assert notes["elements"][0] == mrkdwn(note)


def test_a_sentence_that_is_too_long_is_not_cut() -> None:
    blocks = render_unfurl(LinkedParagraph(with_paragraph("a" * 3000), 2), "en")["blocks"]
    assert blocks[1] == context(
        "Too long to be quoted here; it is in the source.", "¶2 · On the Water"
    )


EVERY: list[Linked] = [
    *(LinkedPassage(HARBOUR, passage) for passage in (LIGHT, KEEPS, CROSS, PROTECT)),
    *(LinkedParagraph(HARBOUR, number) for number in (1, 2, 3)),
]


def test_a_message_has_a_card_for_each_place_and_not_for_many() -> None:
    links = {"a": EVERY[0], "b": EVERY[1], "c": EVERY[0], "d": LinkedStatement(HARBOUR)}
    assert list(render_unfurls(links, "en")) == ["a", "b", "d"]
    many = {str(number): linked for number, linked in enumerate(EVERY)}
    assert list(render_unfurls(many, "en")) == ["0", "1", "2", "3", "4"]
    assert render_unfurls({}, "en") == {}


@pytest.mark.parametrize("language", ["en", "ko"])
def test_slack_takes_the_largest(language: Language) -> None:
    passages = list(LARGEST.passages())
    every: list[Linked] = [LinkedPassage(LARGEST, passage) for passage in passages[:7]]
    every += [LinkedStatement(replace(LARGEST, issuers=("i" * 3000,) * 20))]
    for linked in every:
        assert faults(render_unfurl(linked, language)["blocks"], "unfurl") == []
    cards = render_unfurls({str(number): one for number, one in enumerate(every)}, language)
    assert 1 <= len(cards) <= 5
    assert sum(len(text) for card in cards.values() for text in texts(card["blocks"])) <= 10_000

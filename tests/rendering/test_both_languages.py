"""What is said around a quotation: titles in both languages, and in Korean what the words are."""

import re
from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from bot.core.addresses import LinkedParagraph, LinkedPassage, LinkedStatement
from bot.core.answering import Contents, Found, Help, Match, NotFound
from bot.core.digests import WEEKDAYS, Cadence, Owner, Plan, Subscription
from bot.core.programs import Entry
from bot.core.statement import Language, Text
from bot.rendering.answers import render
from bot.rendering.digests import render_digest, render_preview
from bot.rendering.paragraphs import render_paragraph
from bot.rendering.phrases import theme_title
from bot.rendering.quoted import Quoted
from bot.rendering.reader import reading_at, render_reader
from bot.rendering.results import result_view
from bot.rendering.sharing import render_share, render_shared
from bot.rendering.unfurls import render_unfurl
from tests.support import blockkit
from tests.support.largest import LARGEST
from tests.support.statements import HARBOUR

OFFICIAL = "인용문은 영어로 된 공식 원문입니다."
(FERRIES,) = (theme for theme in HARBOUR.themes if theme.id == "ferries")
PASSAGE = FERRIES.passages[0]
FOUND = Found(HARBOUR, (Match(PASSAGE, "words", 1.0, "배편"),))
NOON = datetime(2027, 1, 15, 12, tzinfo=UTC)


def subscription(language: Language) -> Subscription:
    plan = Plan(Cadence(WEEKDAYS, time(9), "Asia/Seoul"), language=language)
    return Subscription("s1", "T1", "C1", plan, Owner("U1", "mina"), NOON)


def quoting(language: Language) -> dict[str, list[str]]:
    """Every text of whatever shows a quotation, by what it is."""
    quoted, entry = Quoted(HARBOUR, PASSAGE, language), Entry(FERRIES, PASSAGE, 1, 3)
    reading, other = reading_at(quoted), reading_at(quoted, 2)
    assert reading and other
    digest = subscription(language)
    blocks = {
        "answer": render(FOUND, language).blocks,
        "shared": render_shared(quoted, "mina").blocks,
        "share": render_share(quoted)["blocks"],
        "reader": render_reader(reading)["blocks"],
        "another page": render_reader(other)["blocks"],
        "digest": render_digest(HARBOUR, entry, digest).blocks,
        "preview": render_preview(HARBOUR, entry, digest, language).blocks,
        "paragraph": render_paragraph(HARBOUR, PASSAGE, language)[0].blocks,
        "search": result_view(FOUND, language)["blocks"],
        "card": render_unfurl(LinkedPassage(HARBOUR, PASSAGE), language)["blocks"],
        "card of a paragraph": render_unfurl(LinkedParagraph(HARBOUR, 2), language)["blocks"],
    }
    return {name: list(blockkit.texts(list(held))) for name, held in blocks.items()}


@pytest.mark.parametrize("name", quoting("ko"))
def test_a_korean_reader_is_told_that_the_quotation_is_the_official_text(name: str) -> None:
    told = [text for text in quoting("ko")[name] if text.startswith(OFFICIAL)]
    assert len(told) == 1
    assert not any(text.startswith(OFFICIAL) for text in quoting("en")[name])


def test_it_is_told_to_screen_readers_too() -> None:
    quoted, entry = Quoted(HARBOUR, PASSAGE, "ko"), Entry(FERRIES, PASSAGE, 1, 3)
    digest = render_digest(HARBOUR, entry, subscription("ko"))
    shared, (whole,) = render_shared(quoted, "mina"), render_paragraph(HARBOUR, PASSAGE, "ko")
    for message in (render(FOUND, "ko"), shared, digest, whole):
        assert f"\n{OFFICIAL} 항구 공동성명(" in message.text


@pytest.mark.parametrize("answer", [Contents(HARBOUR), Help(HARBOUR), NotFound(HARBOUR, (), None)])
def test_where_nothing_is_quoted_it_is_not_told(answer: Contents | Help | NotFound) -> None:
    assert OFFICIAL not in render(answer, "ko").text
    card = render_unfurl(LinkedStatement(HARBOUR), "ko")
    assert OFFICIAL not in "\n".join(blockkit.texts(card["blocks"]))


@pytest.mark.parametrize(
    "name", ["answer", "shared", "share", "digest", "preview", "search", "card", "reader"]
)
def test_a_theme_is_named_in_both_languages(name: str) -> None:
    assert "*여객선* · Ferries" in quoting("ko")[name]
    assert "*Ferries* · 여객선" in quoting("en")[name]


def test_a_title_that_is_the_same_in_both_stands_once() -> None:
    assert theme_title(Text("AT&T", "AT&T"), "ko") == "*AT&amp;T*"


def test_where_both_titles_are_too_much_one_is_shown() -> None:
    """The largest digest: its outline's text has room for one title of each theme."""
    text = render(Contents(LARGEST), "ko").text
    assert len(re.findall(r"\n• \d+ 가", text)) == 100
    assert not re.findall(r"\n• \*\d+ 가", text)
    few = replace(LARGEST, themes=LARGEST.themes[:9])
    assert len(re.findall(r"\n• \*\d+ 가", render(Contents(few), "ko").text)) == 9

"""The reader: every paragraph to the letter, and every way through them."""

from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest

from bot.core.library import Library
from bot.core.statement import Language, Passage, Statement
from bot.playground.view_shapes import check_view
from bot.rendering.pages import pages_of
from bot.rendering.quoted import Quoted
from bot.rendering.reader import reading_at, render_reader
from tests.support.largest import LARGEST, longest
from tests.support.replies import View
from tests.support.statements import FERRIES, HARBOUR, KEEPER, LANTERNS

KNOWLEDGE = Path(__file__).parent.parent.parent / "knowledge"
PASSAGES = {passage.id: passage for passage in HARBOUR.passages()}


def read(
    statement: Statement, passage: Passage, number: int | None = None, language: Language = "en"
) -> View:
    """A page of the reader, held against what Slack takes."""
    reading = reading_at(Quoted(statement, passage, language), number)
    assert reading
    return View(check_view(render_reader(reading), "modal"))


def paragraphs_in(source: str) -> list[str]:
    """What stands between the empty lines of a source.txt, but for its headings."""
    pieces = source.strip().split("\n\n")
    return [piece for piece in pieces if not piece.startswith("# ")]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_pages_are_the_source_to_the_letter(library: Library, language: Language) -> None:
    statement = library.statements[0]
    source = (KNOWLEDGE / statement.slug / "source.txt").read_text("utf-8")
    written = paragraphs_in(source)
    first = next(statement.passages())
    assert [read(statement, first, number, language).quote for number in range(20)] == written
    for passage in statement.passages():
        page = read(statement, passage, language=language)
        assert (page.quote, page.marked) == (written[passage.paragraph - 1], passage.quote)


def test_the_passage_is_marked_by_words_too() -> None:
    page = read(HARBOUR, PASSAGES["lanterns-keeper"])
    assert page.quote == f"{LANTERNS} {KEEPER}"
    assert page.marked == KEEPER
    assert page.words[:2] == [
        "*Opening*\n¶1 of 3",
        "In bold: the passage on Lanterns &lt;&amp; lights&gt;, from “The &lt;old&gt; keeper"
        " counts” to “aloud—all_of_them—and `reports` to &lt;!channel&gt;.”",
    ]


def test_another_paragraph_has_a_way_back_and_no_mark() -> None:
    page = read(HARBOUR, PASSAGES["lanterns-keeper"], 2)
    assert page.marked == ""
    assert page.words[0] == "*1. On the Water*\n¶3 of 3"
    assert page.labels == ["Previous: ¶2", "Back to ¶1"]
    assert read(HARBOUR, PASSAGES["lanterns-keeper"], 1).labels == ["Previous: ¶1", "Next: ¶3"]


def test_the_themes_of_the_section_stand_in_a_table_and_in_a_menu() -> None:
    page = read(HARBOUR, PASSAGES["ferries-cross"], language="ko")
    assert page.quote == FERRIES
    table = page.words.index("*주제*")
    shown = ["*주제*", "*문단*", "*여객선* · Ferries", "¶2", "*고래* · Whales", "¶3"]
    assert page.words[table : table + 6] == shown
    (menu,) = [block["elements"][0] for block in page.told["blocks"][-1:]]
    (group,) = menu["option_groups"]
    assert [(one["text"]["text"], one["value"]) for one in group["options"]] == [
        ("여객선", "harbour/ferries-cross/ko"),
        ("고래", "harbour/whales-protect/ko"),
    ]


def test_the_source_opens_at_the_page_that_is_read() -> None:
    for number, id in enumerate(("lanterns-light", "ferries-cross", "whales-protect")):
        page = read(HARBOUR, PASSAGES["lanterns-light"], number)
        row = next(block for block in page.told["blocks"] if block["type"] == "actions")
        assert row["elements"][-1]["url"] == PASSAGES[id].link


def test_there_is_no_page_before_the_first_or_after_the_last() -> None:
    for number in (-1, 3, 10**6):
        assert reading_at(Quoted(HARBOUR, PASSAGES["ferries-cross"], "en"), number) is None


@pytest.mark.parametrize("word", ["word ", "말🐳 ", "endless"])
def test_a_paragraph_that_is_too_long_is_read_in_parts(word: str) -> None:
    long = f"{word * 9000}{FERRIES}"
    passage = replace(PASSAGES["ferries-cross"], paragraph=1)
    statement = replace(HARBOUR, paragraphs=(long, *HARBOUR.paragraphs[1:]))
    pages = [read(statement, passage, number) for number in range(len(pages_of(statement)))]
    parts = ["".join(page.quote for page in some) for some in by_paragraph(statement, pages)]
    assert parts == list(statement.paragraphs)
    assert "".join(page.marked for page in pages) == FERRIES
    assert read(statement, passage).marked
    assert pages[0].words[0].startswith("*Opening*\n¶1, part 1 of ")


def by_paragraph(statement: Statement, pages: list[View]) -> list[list[View]]:
    """The pages of each paragraph."""
    numbered = zip(pages_of(statement), pages, strict=True)
    grouped = groupby(numbered, key=lambda pair: pair[0].paragraph)
    return [[page for _, page in some] for _, some in grouped]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_largest_section_is_no_more_than_slack_takes(language: Language) -> None:
    first = LARGEST.sections[0]
    themes = tuple(
        replace(theme, passages=tuple(replace(one, section=0) for one in theme.passages))
        for theme in LARGEST.themes
    )
    statement = replace(
        LARGEST,
        paragraphs=("&" * 20_000,) * 900,
        sections=(replace(first, title=longest(150), first=1, last=900),),
        themes=themes,
    )
    page = read(statement, themes[0].passages[0], 700, language)
    assert set(page.quote) == {"&"}

"""Citations of the real statement as style guides write them, and of hostile text as it can be."""

import re
from dataclasses import replace
from datetime import date

import pytest

from bot.core.library import Library
from bot.core.statement import Language, Passage, Text
from bot.playground.view_shapes import check_view
from bot.rendering.cite import render_cite
from bot.rendering.citing import Author, author_of, citations
from bot.rendering.quoted import Quoted
from tests.support.largest import LARGEST
from tests.support.replies import View
from tests.support.statements import HARBOUR

TODAY = date(2026, 11, 14)
ADDRESS = (
    "https://bidenwhitehouse.archives.gov/briefing-room/statements-releases/2023/04/26/leaders-"
    "joint-statement-in-commemoration-of-the-70th-anniversary-of-the-alliance-between-the-united-"
    "states-of-america-and-the-republic-of-korea/"
)
TITLE = (
    "Leaders’ Joint Statement in Commemoration of the 70th Anniversary of the Alliance between the"
    " United States of America and the Republic of Korea"
)
PASSAGES = {passage.id: passage for passage in HARBOUR.passages()}


@pytest.fixture
def climate(library: Library) -> Quoted:
    statement = library.statements[0]
    passage = statement.theme("climate").passages[0]
    assert passage.paragraph == 5
    return Quoted(statement, passage, "en")


def test_the_real_statement_in_every_style(climate: Quoted) -> None:
    assert citations(climate.statement, climate.passage, TODAY) == {
        "plain": (
            "Joseph R. Biden Jr., President of the United States of America;"
            " Yoon Suk Yeol, President of the Republic of Korea."
            f" {TITLE}. Washington, April 26, 2023, paragraph 5. {ADDRESS}"
            " (accessed November 14, 2026)."
        ),
        "apa": (
            f"Biden, J. R., Jr., & Yoon, S. Y. (2023, April 26). {TITLE}."
            f" Retrieved November 14, 2026, from {ADDRESS}"
        ),
        "apa_in_text": "(Biden & Yoon, 2023, para. 5)",
        "chicago": (
            f"Joseph R. Biden Jr. and Yoon Suk Yeol, “{TITLE},” Washington, April 26, 2023,"
            f" para. 5, accessed November 14, 2026, {ADDRESS}."
        ),
        "bluebook": (
            f"Joseph R. Biden Jr. & Yoon Suk Yeol, {TITLE}, ¶ 5 (Apr. 26, 2023), {ADDRESS}"
            " (last visited Nov. 14, 2026)."
        ),
        "bibtex": (
            "@misc{us-rok-2023-5,\n"
            "  author  = {Biden, Jr., Joseph R. and Yoon, Suk Yeol},\n"
            f"  title   = {{{{{TITLE}}}}},\n"
            "  date    = {2023-04-26},\n"
            "  year    = {2023},\n"
            "  month   = apr,\n"
            "  address = {Washington},\n"
            "  note    = {Paragraph 5. Accessed November 14, 2026},\n"
            f"  url     = {{{ADDRESS}}},\n"
            "  urldate = {2026-11-14}\n"
            "}"
        ),
        "markdown": f"[{TITLE}, ¶5]({climate.passage.link}) (April 26, 2023)",
    }
    assert climate.passage.link.startswith(f"{ADDRESS}#:~:text=")


def test_an_office_stays_as_it_is() -> None:
    cited = citations(HARBOUR, PASSAGES["ferries-cross"], TODAY)
    assert cited["apa"] == (
        "The Mayor of Northtown, & The Mayor of Southtown. (2020, May 1)."
        " Joint Statement on the Harbour."
        " Retrieved November 14, 2026, from https://archive.example/harbour/"
    )
    assert (
        cited["apa_in_text"] == "(The Mayor of Northtown & The Mayor of Southtown, 2020, para. 2)"
    )
    assert "{{The Mayor of Northtown} and {The Mayor of Southtown}}" in cited["bibtex"]
    assert cited["bluebook"].startswith("The Mayor of Northtown & The Mayor of Southtown, Joint")
    assert "(May 1, 2020)" in cited["bluebook"]


def test_three_issuers_are_joined_as_each_style_does() -> None:
    issuers = ("Ann B. Lee, Mayor of A", "Bo Kim III, Mayor of B", "The Council of C")
    three = replace(HARBOUR, issuers=issuers, surnames=("Lee", "Kim"))
    cited = citations(three, PASSAGES["ferries-cross"], TODAY)
    assert cited["apa"].startswith("Lee, A. B., Kim, B., III, & The Council of C. (2020, May 1).")
    assert cited["apa_in_text"] == "(Lee et al., 2020, para. 2)"
    assert cited["chicago"].startswith("Ann B. Lee, Bo Kim III, and The Council of C, “Joint")
    assert cited["bluebook"].startswith("Ann B. Lee, Bo Kim III & The Council of C, Joint")
    assert "{Lee, Ann B. and Kim, III, Bo and {The Council of C}}" in cited["bibtex"]


@pytest.mark.parametrize(
    ("issuer", "author"),
    [
        ("Yoon Suk Yeol, President", Author("Yoon Suk Yeol", "Yoon", ("Suk", "Yeol"))),
        ("Madonna, Singer", Author("Madonna", "Madonna")),
        ("Yoon", Author("Yoon", "Yoon")),
        ("The Yoonsters, a Band", Author("The Yoonsters, a Band")),
    ],
)
def test_who_an_issuer_is(issuer: str, author: Author) -> None:
    assert author_of(issuer, ("Yoon", "Madonna")) == author


HOSTILE = r"50% of {this} & that_is #1, $2~3^4 \end “so” [x](y)"


def test_special_characters_are_escaped_and_bibtex_can_be_parsed() -> None:
    passage = replace(PASSAGES["ferries-cross"], link="https://a.example/(b)#:~:text=c")
    hostile = replace(
        HARBOUR,
        title=Text(HOSTILE, HOSTILE),
        issuers=(HOSTILE,),
        place=Text(HOSTILE, HOSTILE),
        archive_url="https://a.example/{b}\\c",
    )
    cited = citations(hostile, passage, TODAY)
    kind, key, fields = parsed(cited["bibtex"])
    assert (kind, key) == ("misc", "harbour-2")
    assert list(fields) == [
        *("author", "title", "date", "year", "month"),
        *("address", "note", "url", "urldate"),
    ]
    escaped = (
        r"50\% of \textbraceleft{}this\textbraceright{} \& that\_is \#1,"
        r" \$2\textasciitilde{}3\textasciicircum{}4 \textbackslash{}end “so” [x](y)"
    )
    assert fields["title"] == f"{{{escaped}}}"
    assert fields["address"] == escaped
    assert fields["url"] == "https://a.example/%7Bb%7D%5Cc"
    assert cited["markdown"] == (
        r"[50% of {this} & that_is #1, $2~3^4 \\end “so” \[x\](y), ¶2]"
        "(https://a.example/%28b%29#:~:text=c) (May 1, 2020)"
    )
    assert "“50% of {this} & that_is #1, $2~3^4 \\end ‘so’ [x](y),”" in cited["chicago"]


def parsed(entry: str) -> tuple[str, str, dict[str, str]]:
    """The kind, the key and the fields of a BibTeX entry, by the rules of its own reader."""
    head = re.match(r"@(\w+)\{([\w-]+),\s*", entry)
    assert head
    fields, place = {}, head.end()
    while entry[place] != "}":
        name = re.compile(r"(\w+)\s*=\s*").match(entry, place)
        assert name, entry[place:]
        start = place = name.end()
        if entry[place] == "{":
            depth = 0
            while True:
                depth += {"{": 1, "}": -1}.get(entry[place], 0)
                place += 1
                if not depth:
                    break
            fields[name[1]] = entry[start + 1 : place - 1]
        else:
            bare = re.compile(r"\w+").match(entry, place)
            assert bare
            fields[name[1]], place = bare[0], bare.end()
        rest = re.compile(r",?\s*").match(entry, place)
        place = rest.end() if rest else place
    assert entry[place:] == "}"
    return head[1], head[2], fields


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        (
            "en",
            (
                "Cite this passage",
                "Citations of Climate change ¶5, to be copied",
                "*APA, in the text*",
            ),
        ),
        (
            "ko",
            (
                "인용 정보",
                "복사해서 쓰실 수 있는 출처 표기(영어): 기후변화 ¶5",
                "*APA, 본문 내 인용*",
            ),
        ),
    ],
)
def test_the_labels_follow_the_language_and_the_citations_are_english(
    climate: Quoted, language: Language, labels: tuple[str, str, str]
) -> None:
    shown = render_cite(replace(climate, language=language), TODAY)
    view = View(check_view(shown, "modal"))
    assert view.title == labels[0]
    assert view.words[0] == labels[1]
    assert labels[2] in view.words
    assert view.copied == list(citations(climate.statement, climate.passage, TODAY).values())


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_largest_citations_are_no_more_than_slack_takes(language: Language) -> None:
    passage: Passage = LARGEST.themes[0].passages[0]
    check_view(render_cite(Quoted(LARGEST, passage, language), TODAY), "modal")

"""The digest of the 2023 statement: it covers the whole text, and every link opens its quote."""

import json
import re
import time
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import pytest

from bot.core.folding import words
from bot.core.sentences import sentences
from bot.core.statement import Passage, Statement
from bot.library.proof import proof
from bot.library.reading import read_statement
from bot.library.shelves import knowledge_folder

FOLDER = knowledge_folder() / "us-rok-2023"
SENTENCES = json.loads(
    (Path(__file__).parent.parent / "data" / "sentences.json").read_text("utf-8")
)
PASSAGES = re.findall(r"(?m)^      - id: (\S+)$", (FOLDER / "statement.yaml").read_text("utf-8"))


@cache
def statement() -> Statement:
    return read_statement(FOLDER)


@cache
def source() -> str:
    blocks = (FOLDER / "source.txt").read_text("utf-8").split("\n\n")
    return " ".join(" ".join(block.removeprefix("# ").split()) for block in blocks)


def passage(id: str) -> Passage:
    return next(found for found in statement().passages() if found.id == id)


def test_it_is_read_and_proofed_quickly() -> None:
    """Half a second is the promise; several times that would be another kind of reading."""
    start = time.perf_counter()
    read_statement(FOLDER)
    assert time.perf_counter() - start < 2


def test_its_sentences_are_those_of_the_list() -> None:
    found = [
        (f"{number}.{place}", sentence)
        for number, paragraph in enumerate(statement().paragraphs, 1)
        for place, sentence in enumerate(sentences(paragraph), 1)
    ]
    assert found == [(told["id"], told["text"]) for told in SENTENCES]
    assert len(found) == 83


@pytest.mark.parametrize("told", SENTENCES, ids=lambda told: told["id"])
def test_every_sentence_stands_in_a_passage_of_its_paragraph(told: dict[str, str]) -> None:
    paragraph = int(told["id"].split(".")[0])
    quotes = [found.quote for found in statement().passages() if found.paragraph == paragraph]
    assert any(told["text"] in quote for quote in quotes)


def test_how_much_of_it_there_is() -> None:
    told = proof(statement())
    assert (told.sentences, told.sentences_covered, told.missing) == (83, 83, ())
    assert (told.paragraphs, told.paragraphs_covered) == (20, 20)
    assert (told.themes, told.passages) == (42, 61)
    assert told.aliases_en > 8_000
    assert told.aliases_ko > 7_000
    assert told.words_a_quote < 45


def test_every_passage_has_many_names_in_both_languages() -> None:
    for found in statement().passages():
        korean = [alias for alias in found.aliases if re.search("[가-힣]", alias)]
        assert len(korean) >= 66, found.id
        assert len(found.aliases) - len(korean) >= 66, found.id


def test_every_passage_is_one_to_three_sentences_long() -> None:
    assert [found.id for found in statement().passages() if len(sentences(found.quote)) > 3] == []
    assert max(len(found.quote.split()) for found in statement().passages()) <= 80


def test_the_outline_is_the_statements_own() -> None:
    assert [
        (section.title.en, section.first, section.last) for section in statement().sections
    ] == [
        ("Opening", 1, 1),
        ("Global Comprehensive Strategic Alliance", 2, 7),
        ("Expanding Cooperation Throughout the Indo-Pacific", 8, 12),
        ("Strengthening Ironclad Bilateral Collaboration", 13, 18),
        ("Closing", 19, 20),
    ]


@pytest.mark.parametrize("id", PASSAGES)
def test_a_link_opens_its_quote_and_no_other_place(id: str) -> None:
    """Wherever a browser may find the fragment's start, the highlight it opens is the quote."""
    address, _, fragment = passage(id).link.partition("#:~:text=")
    assert address == statement().archive_url
    start, _, end = (unquote(part).lower() for part in fragment.partition(","))
    text = source().lower()
    highlights = set()
    for opening in re.finditer(re.escape(start), text):
        # A start with no end after it opens nothing, by the specification.
        if (closing := text.find(end, opening.end())) >= 0:
            highlights.add(source()[opening.start() : closing + len(end)])
    assert highlights == {passage(id).quote}
    assert source().count(passage(id).quote) == 1


def test_the_fragments_own_marks_are_encoded() -> None:
    for found in statement().passages():
        _, _, fragment = found.link.partition("#:~:text=")
        assert re.fullmatch(r"[A-Za-z0-9._~%]+(,[A-Za-z0-9._~%]+)?", fragment), found.id


def test_the_archived_address_keeps_the_originals_path() -> None:
    here, archived = statement().source_url, statement().archive_url
    assert here.startswith("https://www.whitehouse.gov/briefing-room/")
    assert archived == here.replace("www.whitehouse.gov", "bidenwhitehouse.archives.gov")


@pytest.mark.parametrize(
    "subject",
    [
        *[
            "THAAD",
            "comfort women",
            "OPCON transfer",
            "Nuclear Consultative Group",
            "troop numbers",
        ],
        *[
            "cost sharing",
            "핵협의그룹",
            "전작권",
            "방위비 분담금",
            "사드",
            "위안부",
            "독도",
            "핵추진 잠수함",
        ],
    ],
)
def test_a_subject_nearby_that_the_text_does_not_mention_is_no_alias(subject: str) -> None:
    asked = words(subject)
    for theme in statement().themes:
        for alias in (*theme.aliases, *(a for found in theme.passages for a in found.aliases)):
            assert words(alias) != asked, (theme.id, alias)


@pytest.mark.parametrize("id", ["washington-declaration", "camp-david-2023"])
def test_a_neighbour_is_named_where_people_confuse_it(id: str) -> None:
    assert [found.id for found in statement().passages() if id in found.neighbours]


def test_every_neighbour_has_names_in_both_languages() -> None:
    for near in statement().neighbours:
        korean = [alias for alias in near.aliases if re.search("[가-힣]", alias)]
        assert len(korean) >= 15, near.id
        assert len(near.aliases) - len(korean) >= 15, near.id

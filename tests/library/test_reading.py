"""What a folder that holds becomes, and which folders are read."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from bot.core.errors import BrokenDigest
from bot.core.statement import Section, Text
from bot.library.proof import Proof, proof
from bot.library.reading import read_statement, read_statements
from bot.library.shelves import knowledge_folder, statement_folders, stray_folders
from tests.library.conftest import SMALL, Shelf


def test_a_statement_as_it_is_read() -> None:
    statement = read_statement(SMALL)
    assert statement.slug == "atlantic-charter-1941"
    assert statement.title == Text("Atlantic Charter", "대서양 헌장")
    assert statement.issuers[1] == "The Prime Minister of the United Kingdom"
    assert (statement.place, statement.date) == (Text("at sea", "해상"), date(1941, 8, 14))
    assert statement.sections == (
        Section(Text("Opening", "서문"), 1, 1),
        Section(Text("Principles", "원칙"), 2, 4, number=1),
    )
    assert len(statement.paragraphs) == 4
    assert [theme.id for theme in statement.themes] == ["hopes", "territory", "high-seas"]
    assert statement.theme("territory").aliases == ("borders", "국경")
    assert statement.neighbour("united-nations-charter").aliases[-1] == "유엔"
    assert statement.lexicon.synonyms == (("sea", "ocean", "바다"),)


def test_a_passage_as_it_is_read() -> None:
    [passage] = read_statement(SMALL).theme("high-seas").passages
    assert (passage.id, passage.theme) == ("high-seas", "high-seas")
    assert (passage.section, passage.paragraph) == (1, 4)
    assert passage.quote == (
        "Seventh, such a peace should enable all men to traverse the high seas and oceans"
        " without hindrance;"
    )
    assert passage.aliases == ("shipping", "peace", "free passage", "항해의 자유", "2030")
    assert passage.link == (
        "https://archive.example.org/atlantic-charter#:~:text="
        "Seventh%2C%20such%20a%20peace%20should%20enable,"
        "high%20seas%20and%20oceans%20without%20hindrance%3B"
    )


def test_the_proof_of_a_statement() -> None:
    assert proof(read_statement(SMALL)) == Proof(
        slug="atlantic-charter-1941",
        sentences=4,
        sentences_covered=4,
        missing=(),
        paragraphs=4,
        paragraphs_covered=4,
        themes=3,
        passages=4,
        aliases_en=10,
        aliases_ko=6,
        words_a_quote=25.5,
    )


def test_the_proof_names_the_sentences_that_no_passage_quotes(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "such a peace should enable all men", "such a peace should")
    shelf.change("statement.yaml", " to traverse the high seas and oceans without hindrance;", "")
    told = proof(read_statement(shelf.folder))
    assert (told.sentences, told.sentences_covered) == (4, 3)
    assert (told.paragraphs, told.paragraphs_covered) == (4, 3)
    assert told.missing == (
        "Seventh, such a peace should enable all men to traverse the high seas and oceans"
        " without hindrance;",
    )


def test_every_statement_of_a_folder_is_read_by_name(shelf: Shelf) -> None:
    copy = Shelf(Path(shutil.copytree(SMALL, shelf.folder.parent / "a-copy")))
    copy.change("statement.yaml", "{en: Atlantic Charter, ko: 대서양 헌장}", "{en: A, ko: 가}")
    (shelf.folder.parent / "README.md").write_text("not a statement", "utf-8")
    (shelf.folder.parent / "drafts").mkdir()
    read = read_statements(shelf.folder.parent)
    assert [statement.slug for statement in read] == ["a-copy", "atlantic-charter-1941"]


def test_the_faults_of_every_folder_come_together(shelf: Shelf) -> None:
    copy = Path(shutil.copytree(SMALL, shelf.folder.parent / "a-copy"))
    (copy / "statement.yaml").unlink()
    shelf.change("statement.yaml", "paragraph: 2", "paragraph: 3")
    with pytest.raises(BrokenDigest) as caught:
        read_statements(shelf.folder.parent)
    assert [fault.file for fault in caught.value.faults] == [
        str(copy / "statement.yaml"),
        str(shelf.folder / "statement.yaml"),
    ]
    assert str(caught.value.faults[1]) == (
        f"{shelf.folder / 'statement.yaml'}:54: themes[1].passages[0].paragraph:"
        " the quote stands in paragraph 2"
    )


def test_one_statements_folder_can_be_given_itself(shelf: Shelf) -> None:
    [statement] = read_statements(shelf.folder)
    assert statement.slug == "atlantic-charter-1941"


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_without_a_statement(tmp_path: Path, there: bool) -> None:
    shelf = tmp_path / "shelf"
    if there:
        shelf.mkdir()
    with pytest.raises(BrokenDigest) as caught:
        read_statements(shelf)
    assert str(caught.value) == f"{shelf}:1: no folder here holds a statement.yaml"


def test_a_folder_that_cannot_be_looked_into(tmp_path: Path) -> None:
    for look in (statement_folders, stray_folders):
        with pytest.raises(BrokenDigest, match="the folder cannot be read: File name too long"):
            look(tmp_path / ("n" * 300))


def test_a_folder_of_other_files_is_told(shelf: Shelf) -> None:
    above = shelf.folder.parent
    for path in (".git/HEAD", "__pycache__/a.pyc", "drafts/.DS_Store", "second/Statement.yaml"):
        (above / path).parent.mkdir()
        (above / path).write_text("", "utf-8")
    with pytest.raises(BrokenDigest) as caught:
        read_statements(above)
    assert str(caught.value) == (
        f"{above / 'second'}:1: the folder holds files, but neither statement.yaml nor source.txt"
    )


def test_sections_are_numbered_by_their_headings(shelf: Shelf) -> None:
    shelf.rewrite_source("Second, they", "# Wishes\n\nSecond, they")
    shelf.change(
        "statement.yaml",
        "paragraphs: [2, 4]",
        "paragraphs: [2, 2]\n  - title: {en: Wishes, ko: 바람}\n    paragraphs: [3, 3]"
        "\n  - title: {en: Closing, ko: 맺음말}\n    paragraphs: [4, 4]",
    )
    statement = read_statement(shelf.folder)
    assert [section.number for section in statement.sections] == [None, 1, 2, None]
    [passage] = statement.theme("high-seas").passages
    assert statement.sections[passage.section].title.en == "Closing"


def test_a_folder_whose_name_is_no_slug(shelf: Shelf) -> None:
    folder = shelf.folder.rename(shelf.folder.parent / "Atlantic Charter")
    assert Shelf(folder).faults() == [
        (
            "Atlantic Charter",
            1,
            "",
            "a statement's folder is named with up to 60 small letters, digits and single hyphens",
        )
    ]


def test_without_a_folder_the_bots_own_knowledge_is_read() -> None:
    assert knowledge_folder().name == "knowledge"
    assert [folder.name for folder in statement_folders()] == ["us-rok-2023"]

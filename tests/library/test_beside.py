"""Statements beside each other, none of which may be called what another is."""

import shutil
from pathlib import Path

import pytest

from bot.core.errors import BrokenDigest
from bot.library.reading import read_statement, read_statements
from tests.library.conftest import SMALL, Shelf

TITLE = "title: {en: Atlantic Charter, ko: 대서양 헌장}"


def beside(shelf: Shelf, *lines: str) -> Shelf:
    """A second statement, `second-2`, that opens with those lines in place of the title's."""
    copy = Shelf(Path(shutil.copytree(SMALL, shelf.folder.parent / "second-2")))
    copy.change("statement.yaml", TITLE, "\n".join(lines))
    return copy


def told(folder: Path) -> list[str]:
    with pytest.raises(BrokenDigest) as caught:
        read_statements(folder)
    return [
        f"{Path(f.file).parent.name}:{f.line}: {f.key}: {f.sentence}" for f in caught.value.faults
    ]


def test_names_are_read(shelf: Shelf) -> None:
    names = "names: {en: [Placentia Bay], ko: [플라센티아]}"
    shelf.change("statement.yaml", TITLE, f"{TITLE}\n{names}")
    assert read_statement(shelf.folder).names == ("Placentia Bay", "플라센티아")


def test_a_name_that_nobody_can_write(shelf: Shelf) -> None:
    shelf.change("statement.yaml", TITLE, f"{TITLE}\nnames: {{en: [Placentia Bay, —]}}")
    sentence = "“—” has no letter or digit, so nobody can write it"
    assert shelf.faults() == [("statement.yaml", 4, "names.en[1]", sentence)]


def test_two_statements_of_one_title(shelf: Shelf) -> None:
    beside(shelf, "title: {en: The Second, ko: 대서양헌장}")
    assert told(shelf.folder.parent) == [
        "second-2:3: title.ko: “대서양헌장” names the statement atlantic-charter-1941 too;"
        " call one otherwise"
    ]


def test_a_name_that_is_anothers_title_or_slug(shelf: Shelf) -> None:
    names = 'names: {en: [the Atlantic, atlantic charter, "Atlantic Charter, 1941"]}'
    beside(shelf, "title: {en: The Second, ko: 둘째}", names)
    assert told(shelf.folder.parent) == [
        f"second-2:4: names: “{name}” names the statement atlantic-charter-1941 too;"
        " call one otherwise"
        for name in ("atlantic charter", "Atlantic Charter, 1941")
    ]


def test_what_a_statement_is_called_twice_is_no_fault(shelf: Shelf) -> None:
    beside(shelf, "title: {en: The Second, ko: 둘째}", "names: {en: [second 2, The Second]}")
    assert len(read_statements(shelf.folder.parent)) == 2

"""Files that cannot be read, and YAML that is not what the digest's form asks for."""

import hashlib
from pathlib import Path

import pytest

from bot.core.errors import BrokenDigest, Fault
from bot.library.schema import Words
from bot.library.validation import file_of
from tests.library.conftest import Shelf


def test_a_missing_file(shelf: Shelf) -> None:
    (shelf.folder / "decoys.yaml").unlink()
    sentence = f"the file is missing; {shelf.folder} must hold it"
    assert shelf.faults() == [("decoys.yaml", 1, "", sentence)]


def test_a_missing_source(shelf: Shelf) -> None:
    (shelf.folder / "source.txt").unlink()
    sentence = f"the file is missing; {shelf.folder} must hold it"
    assert shelf.faults() == [("source.txt", 1, "", sentence)]


def test_a_file_saved_in_another_encoding(shelf: Shelf) -> None:
    path = shelf.folder / "decoys.yaml"
    path.write_bytes(path.read_text("utf-8").encode("cp949"))
    sentence = "the file is not UTF-8 from here on; save it as UTF-8"
    assert shelf.faults() == [("decoys.yaml", 2, "", sentence)]


def test_a_byte_order_mark(shelf: Shelf) -> None:
    path = shelf.folder / "fillers.yaml"
    path.write_text(path.read_text("utf-8"), "utf-8-sig")
    sentence = "the file opens with a byte-order mark; save it as UTF-8 without"
    assert shelf.faults() == [("fillers.yaml", 1, "", sentence)]


def test_a_folder_in_place_of_a_file(shelf: Shelf) -> None:
    (shelf.folder / "common.yaml").unlink()
    (shelf.folder / "common.yaml").mkdir()
    sentence = "the file cannot be read: Is a directory"
    assert shelf.faults() == [("common.yaml", 1, "", sentence)]


def test_an_empty_file(shelf: Shelf) -> None:
    (shelf.folder / "common.yaml").write_text("# nothing yet\n", "utf-8")
    assert shelf.faults() == [("common.yaml", 1, "", "the file is empty")]


def test_tabs_are_all_told(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "place: {en: at sea,", "place:\t{en: at sea,")
    shelf.change("statement.yaml", "en: [borders]", "en: [\tborders]")
    sentence = "the line holds a tab; YAML is indented with spaces"
    assert shelf.faults() == [
        ("statement.yaml", 7, "", sentence),
        ("statement.yaml", 50, "", sentence),
    ]


def test_broken_yaml(shelf: Shelf) -> None:
    shelf.change("decoys.yaml", "border collie]", "border collie")
    [(file, line, key, sentence)] = shelf.faults()
    assert (file, line, key) == ("decoys.yaml", 2, "")
    assert sentence.startswith("this is not YAML: while parsing a flow sequence, ")


def test_a_control_character_in_yaml(shelf: Shelf) -> None:
    shelf.change("decoys.yaml", "pizza", "piz\x00za")
    [(file, line, key, sentence)] = shelf.faults()
    assert (file, line, key) == ("decoys.yaml", 1, "")
    assert sentence.startswith("this is not YAML: ")


def test_an_alias_that_would_stand_for_more_than_is_written(shelf: Shelf) -> None:
    bomb = "a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n"
    (shelf.folder / "common.yaml").write_text(bomb, "utf-8")
    first, second = (f"*{name} is an alias; write out what it stands for" for name in "ab")
    assert shelf.faults() == [
        *[("common.yaml", 2, "", first)] * 2,
        *[("common.yaml", 3, "", second)] * 2,
    ]


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "? "])
def test_nesting_that_would_exhaust_the_stack(shelf: Shelf, opening: str) -> None:
    (shelf.folder / "common.yaml").write_text(opening * 300_000, "utf-8")
    sentence = "the line is nested more than 20 deep"
    assert shelf.faults() == [("common.yaml", 1, "", sentence)]


def test_a_file_that_is_too_large(shelf: Shelf) -> None:
    (shelf.folder / "common.yaml").write_text("#" * 2_000_001, "utf-8")
    sentence = "the file is larger than 2,000,000 bytes"
    assert shelf.faults() == [("common.yaml", 1, "", sentence)]


def test_a_key_written_twice(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "  en: [peace]\n", "  en: [peace]\n  en: [sea]\n")
    assert shelf.faults() == [
        ("statement.yaml", 29, "shared.en", "the key is there already, on line 28"),
    ]


def test_an_unknown_key(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "paragraph: 2", "paragraph: 2\n        page: 7")
    assert shelf.faults() == [
        ("statement.yaml", 55, "themes[1].passages[0].page", "no such key is known here"),
    ]


def test_a_missing_key(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "        paragraph: 2\n", "")
    assert shelf.faults() == [
        ("statement.yaml", 53, "themes[1].passages[0].paragraph", "the key is missing"),
    ]


def test_every_fault_of_form_is_told_together(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "date: 1941-08-14", "date: 1941-02-30")
    shelf.change("statement.yaml", "paragraph: 3", "paragraph: three")
    shelf.change("statement.yaml", "id: no-changes", "id: No Changes")
    shelf.change("statement.yaml", "en: [borders]", "en: borders")
    shelf.change("statement.yaml", "https://example.org", "http://example.org")
    shelf.change("statement.yaml", "en: at sea", "en: ''")
    shelf.change("decoys.yaml", "[pizza,", "[[pizza],")
    id_rule = "an id is made of small letters, digits and single hyphens"
    assert [(file, line, key, said) for file, line, key, said in shelf.faults()] == [
        ("decoys.yaml", 1, "en[0]", "this must be one text, not a list or a mapping"),
        ("statement.yaml", 7, "place.en", "this must not be empty"),
        ("statement.yaml", 8, "date", "this must be a date, such as 2023-04-26"),
        ("statement.yaml", 9, "source_url", "this must be an https:// address without # and |"),
        ("statement.yaml", 50, "themes[1].aliases.en", "this must be a list"),
        ("statement.yaml", 59, "themes[1].passages[1].id", id_rule),
        ("statement.yaml", 60, "themes[1].passages[1].paragraph", "this must be a whole number"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "most"),
    [
        ("title: {en: Atlantic Charter,", f"title: {{en: {'a' * 301},", 3, "title.en", 300),
        ("en: at sea", f"en: '{'&' * 21}'", 7, "place.en", 100),
        ("ko: 원칙", f"ko: {'원' * 151}", 16, "sections[1].title.ko", 150),
        ("en: High seas", f"en: {'a' * 121}", 69, "themes[2].title.en", 120),
        ("[borders]", f"[{'🐳' * 51}]", 50, "themes[1].aliases.en[0]", 100),
        ("First, their", "a " * 1250 + "b", 55, "themes[1].passages[0].quote", 2500),
        ("example.org/atlantic-charter\na", f"{'e' * 393}\na", 9, "source_url", 400),
        ("id: territory", f"id: {'a' * 61}", 47, "themes[1].id", 60),
    ],
)
def test_what_slack_could_not_show_whole(
    shelf: Shelf, old: str, new: str, line: int, key: str, most: int
) -> None:
    shelf.change("statement.yaml", old, new)
    sentence = f"this must not be longer than {most} characters"
    assert shelf.faults() == [("statement.yaml", line, key, sentence)]


def test_more_passages_than_a_theme_can_have(shelf: Shelf) -> None:
    opening = "      - id: high-seas\n"
    more = "".join(
        f"      - {{id: sea-{number}, paragraph: 4, quote: peace, aliases: {{}}}}\n"
        for number in range(20)
    )
    shelf.change("statement.yaml", opening, more + opening)
    assert shelf.faults() == [
        (
            "statement.yaml",
            70,
            "themes[2].passages",
            "this must not have more than 20 entries",
        )
    ]


def test_a_section_with_one_paragraph_number(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "[2, 4]", "[2]")
    assert shelf.faults() == [
        (
            "statement.yaml",
            17,
            "sections[1].paragraphs",
            "this must have 2 entries or more",
        )
    ]


def test_words_that_yaml_would_take_for_something_else_are_words(shelf: Shelf) -> None:
    shelf.change("statement.yaml", '"2030"', "2030, no, 1e3, 12:30, null")
    shelf.change("fillers.yaml", "[the, what]", "[the, what, yes, on, off]")
    from bot.library.reading import read_statement

    statement = read_statement(shelf.folder)
    [passage] = statement.theme("high-seas").passages
    assert passage.aliases[-5:] == ("2030", "no", "1e3", "12:30", "null")
    assert statement.lexicon.fillers == ("the", "what", "yes", "on", "off", "무엇")


def test_another_text_than_the_digest_was_written_for(shelf: Shelf) -> None:
    shelf.change("source.txt", "deem it right", "deem it  right")
    now = hashlib.sha256((shelf.folder / "source.txt").read_bytes()).hexdigest()
    assert shelf.faults() == [
        (
            "statement.yaml",
            11,
            "sha256",
            f"source.txt is not the text this was written for: its sha256 is {now};"
            " restore the file, or write that here if it was changed on purpose",
        )
    ]


def test_windows_line_ends_change_the_digest_and_nothing_else(shelf: Shelf) -> None:
    path = shelf.folder / "source.txt"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    [(file, line, key, _)] = shelf.faults()
    assert (file, line, key) == ("statement.yaml", 11, "sha256")


def test_a_file_of_nothing_but_faults_is_told_of_in_time_and_in_part(tmp_path: Path) -> None:
    """Each fault's line was once looked up among all keys: 60,000 took an hour."""
    file = tmp_path / "x.yaml"
    file.write_text("".join(f"k{number}: x\n" for number in range(60_000)), "utf-8")
    with pytest.raises(BrokenDigest) as caught:
        file_of(file, Words)
    assert len(caught.value.faults) == 1_001
    assert any("faults more" in fault.sentence for fault in caught.value.faults)


def test_what_a_file_holds_does_not_reach_the_terminal_raw() -> None:
    fault = Fault("x.yaml", 3, "a\x1b[31m", "“\u202e\n” is not 가")
    assert str(fault) == "x.yaml:3: a\\x1b[31m: “\\u202e\\n” is not 가"

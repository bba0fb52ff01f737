"""Promises that statement.yaml breaks: each is named at its line, all of them together."""

from tests.library.conftest import Shelf

FIRST = "themes[0].passages[0]"


def test_a_quote_with_one_dash_changed(shelf: Shelf) -> None:
    shelf.rewrite_source("territorial or other;", "territorial—or other;")
    shelf.change("statement.yaml", "territorial or other;", "territorial–or other;")
    assert shelf.faults() == [
        (
            "statement.yaml",
            55,
            "themes[1].passages[0].quote",
            "the quote is not in source.txt: after “randizement, territorial” it has"
            " “—or other; Second, they ”, and the quote “–or other;”",
        )
    ]


def test_a_quote_with_a_straight_apostrophe(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "Majesty’s", "Majesty's")
    assert shelf.faults() == [
        (
            "statement.yaml",
            37,
            f"{FIRST}.quote",
            "the quote is not in source.txt: after “representing His Majesty” it has"
            " “’s Government in the Uni”, and the quote “'s Government in the Uni”",
        )
    ]


def test_a_surname_that_nobody_has(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "place: {en", "surnames: [Minister, Roosevelt]\nplace: {en")
    assert shelf.faults() == [
        ("statement.yaml", 7, "surnames[1]", "no issuer has the name Roosevelt")
    ]


def test_a_quote_from_somewhere_else(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "First, their countries seek", "We the peoples seek")
    assert shelf.faults() == [
        (
            "statement.yaml",
            55,
            "themes[1].passages[0].quote",
            "the quote is not in source.txt: nothing in it begins with “We the peoples seek no a”",
        )
    ]


def test_a_quote_that_stands_twice(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "quote: First, their countries", "quote: their countries")
    shelf.rewrite_source("territorial or other;", "their countries.")
    shelf.change("statement.yaml", " seek no aggrandizement, territorial or other;", "")
    assert shelf.faults() == [
        (
            "statement.yaml",
            55,
            "themes[1].passages[0].quote",
            "the quote stands in source.txt 2 times; lengthen it",
        )
    ]


def test_a_quote_that_cuts_a_word(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "quote: First, their", "quote: rst, their")
    assert shelf.faults() == [
        (
            "statement.yaml",
            55,
            "themes[1].passages[0].quote",
            "the quote begins or ends inside a word of source.txt",
        )
    ]


def test_a_quote_of_four_sentences(shelf: Shelf) -> None:
    shelf.rewrite_source("First, their countries seek", "We act. We wait. We see. They seek")
    shelf.change(
        "statement.yaml", "First, their countries seek", "We act. We wait. We see. They seek"
    )
    assert shelf.faults() == [
        (
            "statement.yaml",
            55,
            "themes[1].passages[0].quote",
            "the quote has 4 sentences; a passage has at most 3",
        )
    ]


def test_more_passages_than_a_paragraph_can_have(shelf: Shelf) -> None:
    words = [f"w{number:02}" for number in range(25)]
    shelf.rewrite_source("without hindrance;", f"without hindrance; {' '.join(words)}")
    themes = "".join(
        f"  - id: {word}\n    title: {{en: Title {word}, ko: 제목 {word}}}\n    passages:\n"
        f"      - {{id: {word}, paragraph: 4, quote: {word}, aliases: {{}}}}\n"
        for word in words
    )
    shelf.change("statement.yaml", "\nthemes:\n", f"\nthemes:\n{themes}")
    [(_, _, key, sentence)] = shelf.faults()
    assert key == "themes[27].passages[0].paragraph"
    assert sentence == "a paragraph can have at most 25 passages"


def test_a_quote_over_two_paragraphs(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "territorial or other;", "territorial or other; Second, they")
    assert shelf.faults() == [
        (
            "statement.yaml",
            55,
            "themes[1].passages[0].quote",
            "the quote runs over the end of a paragraph; a passage stands in one",
        )
    ]


def test_a_wrong_paragraph_number(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "paragraph: 2", "paragraph: 3")
    assert shelf.faults() == [
        (
            "statement.yaml",
            54,
            "themes[1].passages[0].paragraph",
            "the quote stands in paragraph 2",
        )
    ]


def test_ids_given_twice(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "  - id: territory", "  - id: hopes")
    shelf.change("statement.yaml", "id: no-changes", "id: no-aggrandizement")
    assert shelf.faults() == [
        ("statement.yaml", 47, "themes[1].id", "the id hopes is taken already, at themes[0].id"),
        (
            "statement.yaml",
            59,
            "themes[1].passages[1].id",
            "the id no-aggrandizement is taken already, at themes[1].passages[0].id",
        ),
    ]


def test_an_unknown_neighbour(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "[united-nations-charter]", "[league-of-nations]")
    assert shelf.faults() == [
        (
            "statement.yaml",
            42,
            f"{FIRST}.neighbours[0]",
            "no neighbour has the id league-of-nations",
        )
    ]


def test_sections_that_leave_a_gap(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "paragraphs: [2, 4]", "paragraphs: [3, 3]")
    assert shelf.faults() == [
        ("statement.yaml", 13, "sections", "the sections end at paragraph 3 and source.txt at 4"),
        (
            "statement.yaml",
            13,
            "sections",
            "no section begins at paragraph 2, under “Principles”",
        ),
        (
            "statement.yaml",
            17,
            "sections[1].paragraphs",
            "the section begins at paragraph 3; it must begin at 2",
        ),
    ]


def test_a_section_that_ends_before_it_begins(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "paragraphs: [2, 4]", "paragraphs: [2, 1]")
    assert shelf.faults()[-1] == (
        "statement.yaml",
        17,
        "sections[1].paragraphs",
        "the section ends at paragraph 1, before it begins",
    )


def test_a_section_with_another_title_than_its_heading(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "{en: Principles,", "{en: Basics,")
    assert shelf.faults() == [
        (
            "statement.yaml",
            16,
            "sections[1].title.en",
            "the heading in source.txt is “Principles”",
        )
    ]


def test_faults_of_all_files_come_together(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "paragraph: 2", "paragraph: 3")
    shelf.change("fillers.yaml", "[the, what]", "[the, what")
    (shelf.folder / "common.yaml").unlink()
    assert [fault[0] for fault in shelf.faults()] == [
        "common.yaml",
        "fillers.yaml",
        "statement.yaml",
    ]

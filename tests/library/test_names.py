"""Aliases that claim two subjects, and word lists that would silence an alias."""

from tests.library.conftest import Shelf


def test_an_alias_that_names_two_themes_by_accident(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "en: [borders]", "en: [borders, Free  PASSAGE]")
    assert shelf.faults() == [
        (
            "statement.yaml",
            76,
            "themes[2].passages[0].aliases.en[2]",
            "“free passage” names the theme territory too;"
            " keep it in one, or list it under `shared`",
        )
    ]


def test_the_same_alias_shared_on_purpose(shelf: Shelf) -> None:
    from bot.library.reading import read_statement

    shelf.change("statement.yaml", "en: [borders]", "en: [borders, free passage]")
    shelf.change("statement.yaml", "  en: [peace]\n", "  en: [peace, free passage]\n")
    assert "free passage" in read_statement(shelf.folder).theme("territory").aliases


def test_an_alias_that_is_another_themes_title(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "ko: [처칠, 누가 만났나]", "ko: [처칠, 공해]")
    assert shelf.faults() == [
        (
            "statement.yaml",
            69,
            "themes[2].title.ko",
            "“공해” names the theme hopes too; keep it in one, or list it under `shared`",
        )
    ]


def test_one_alias_in_two_passages_of_one_theme_is_no_fault(shelf: Shelf) -> None:
    from bot.library.reading import read_statement

    shelf.change("statement.yaml", "en: [self-determination]", "en: [land grab]")
    passages = read_statement(shelf.folder).theme("territory").passages
    assert [passage.aliases[0] for passage in passages] == ["land grab", "land grab"]


def test_a_shared_alias_that_is_not_shared(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "en: [who met, Churchill, peace]", "en: [who met, Churchill]")
    assert shelf.faults() == [
        (
            "statement.yaml",
            28,
            "shared.en[0]",
            "“peace” does not name two themes; take it out of `shared`",
        )
    ]


def test_an_alias_of_a_theme_and_of_a_neighbour(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "en: [land grab]", "en: [Security Council]")
    assert shelf.faults() == [
        (
            "statement.yaml",
            24,
            "neighbours[0].aliases.en[1]",
            "“security council” names the theme territory too; keep it in one",
        )
    ]


def test_an_alias_without_a_letter(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "en: [land grab]", 'en: [land grab, "—?"]')
    assert shelf.faults() == [
        (
            "statement.yaml",
            57,
            "themes[1].passages[0].aliases.en[1]",
            "“—?” has no letter or digit, so nothing can match it",
        )
    ]


def test_an_alias_of_blanks(shelf: Shelf) -> None:
    shelf.change("statement.yaml", "en: [land grab]", 'en: ["  "]')
    assert shelf.faults() == [
        (
            "statement.yaml",
            57,
            "themes[1].passages[0].aliases.en[0]",
            "this must not be empty",
        )
    ]


def test_decoys_that_the_statement_itself_says(shelf: Shelf) -> None:
    shelf.change(
        "decoys.yaml",
        "en: [pizza, open borders software, border collie]",
        "en: [pizza, churchill, land grabs, high seas, grab, border]",
    )
    shelf.change("decoys.yaml", "[피자, 공해 기준]", "[영토확장, 항해, 처 칠]")
    opening = "is a decoy here and stands in"
    assert shelf.faults() == [
        (
            "decoys.yaml",
            1,
            "en[1]",
            f"“churchill” {opening} “Churchill”, a name of the theme hopes",
        ),
        (
            "decoys.yaml",
            1,
            "en[2]",
            f"“land grabs” {opening} “land grab”, a name of the theme territory",
        ),
        (
            "decoys.yaml",
            1,
            "en[3]",
            f"“high seas” {opening} “High seas”, a name of the theme high-seas",
        ),
        (
            "decoys.yaml",
            1,
            "en[4]",
            f"“grab” {opening} “land grab”, a name of the theme territory",
        ),
        ("decoys.yaml", 2, "ko[2]", f"“처 칠” {opening} “처칠”, a name of the theme hopes"),
    ]


def test_a_decoy_that_only_a_quote_says(shelf: Shelf) -> None:
    shelf.change("decoys.yaml", "[pizza,", "[hindrance,")
    assert shelf.faults() == [
        (
            "decoys.yaml",
            1,
            "en[0]",
            "“hindrance” is a decoy here and stands in"
            " the quote “Seventh, such a peace should enable all …”",
        )
    ]


def test_a_filler_that_is_a_whole_alias(shelf: Shelf) -> None:
    shelf.change("fillers.yaml", "[the, what]", "[the, what, who met]")
    assert shelf.faults() == [
        ("fillers.yaml", 1, "en[2]", "“who met” is a filler here and a name of the theme hopes"),
    ]

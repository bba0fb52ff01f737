"""Links that open the source at one passage and nowhere else."""

from urllib.parse import unquote

from bot.core.linking import encoded, passage_link, text_fragment

SOURCE = (
    "The two Presidents agreed on trade, on U.S.-ROK ties and on R&D. The two Presidents agreed on"
    " trade with everybody else. They also agreed to meet again in Busan."
)


def test_dash_comma_and_ampersand_are_encoded() -> None:
    assert encoded("U.S.-ROK, R&D") == "U.S.%2DROK%2C%20R%26D"


def test_first_and_last_words_name_the_passage() -> None:
    passage = "They also agreed to meet again in Busan."
    link = passage_link("https://example.org/page", SOURCE, passage)
    assert link == (
        "https://example.org/page#:~:text=They%20also%20agreed%20to,meet%20again%20in%20Busan."
    )


def test_an_ambiguous_start_is_lengthened() -> None:
    passage = SOURCE[SOURCE.index("The two Presidents agreed on trade with") :]
    fragment = text_fragment(SOURCE, passage)
    assert fragment is not None
    assert unquote(fragment.split(",")[0]) == "The two Presidents agreed on trade with"


def test_a_passage_that_stands_twice_gets_the_plain_address() -> None:
    twice = "Peace is good. Peace is good."
    assert passage_link("https://example.org/", twice, "Peace is good.") == "https://example.org/"

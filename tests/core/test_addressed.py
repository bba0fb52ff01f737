"""What addresses among words lead to, and which of them are no words."""

import pytest

from bot.core.addressed import linked_answer, spoken
from bot.core.answering import Contents, Found
from bot.core.library import library_of
from tests.support.statements import ARCHIVE, HARBOUR

LIBRARY = library_of(HARBOUR)
LIGHT, _, CROSS, _ = HARBOUR.passages()
ORIGINAL = HARBOUR.source_url


@pytest.mark.parametrize(
    "text",
    [
        CROSS.link,
        f"<{CROSS.link}>",
        f"<{CROSS.link}|the ferries>",
        f"<@U0BOT> what about {CROSS.link} ?",
        f"<https://elsewhere.example/whales> {CROSS.link}",
        f"{ARCHIVE} {CROSS.link}",
    ],
)
def test_an_address_of_a_passage_is_answered_with_it(text: str) -> None:
    found = linked_answer(LIBRARY, text)
    assert isinstance(found, Found)
    assert found.matches[0].passage == CROSS


def test_words_of_two_passages_lead_to_their_paragraph() -> None:
    found = linked_answer(LIBRARY, f"{ARCHIVE}#:~:text=Lanterns,keeper")
    assert isinstance(found, Found)
    assert [match.passage.id for match in found.matches] == ["lanterns-light", "lanterns-keeper"]


@pytest.mark.parametrize("text", [ARCHIVE, f"<{ARCHIVE}>", f"<@U0BOT> <{ORIGINAL}>"])
def test_the_statements_address_alone_is_answered_with_the_contents(text: str) -> None:
    assert linked_answer(LIBRARY, text) == Contents(HARBOUR)


@pytest.mark.parametrize("text", [f"whales in {ARCHIVE}", "https://elsewhere.example/", "boats"])
def test_elsewhere_the_words_tell(text: str) -> None:
    assert linked_answer(LIBRARY, text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("boats", "boats"),
        ("boats https://elsewhere.example/whales", "boats  "),
        ("boats <https://elsewhere.example/whales>", "boats  "),
        ("<https://a.example/w|https://a.example/w> boats", "  boats"),
        ("<https://elsewhere.example/whales|boats>", "<https://elsewhere.example/whales|boats>"),
        ("https://elsewhere.example/whales", "https://elsewhere.example/whales"),
        ("<@U0BOT> https://a.example/", "<@U0BOT> https://a.example/"),
    ],
)
def test_what_an_address_spells_is_no_question(text: str, said: str) -> None:
    assert spoken(text) == said

"""get_passage: a passage in context, and how to read on."""

import pytest

from tests.support.assisting import Assistant

LANTERNS = "Lanterns light the harbour every night & every morning."
KEEPER = "The <old> keeper counts *them* aloud—all_of_them—and `reports` to <!channel>."


def test_a_passage_comes_with_what_stands_round_it(assistant: Assistant) -> None:
    told = assistant.get("harbour/lanterns-keeper")
    assert not told.failed
    assert told.structured["passage"]["quote"] == KEEPER
    assert told.structured["whole_paragraph"] == f"{LANTERNS} {KEEPER}"
    assert told.structured["section"]["title"] == "Opening"
    assert told.structured["previous"] == "harbour/lanterns-light"
    assert told.structured["next"] == "harbour/ferries-cross"
    assert f"> {KEEPER}\n" in told.text
    assert f"The whole paragraph 1:\n> {LANTERNS} {KEEPER}\n" in told.text
    assert (
        "Previous passage: harbour/lanterns-light\nNext passage: harbour/ferries-cross" in told.text
    )


def test_the_whole_statement_can_be_read_on(assistant: Assistant) -> None:
    id, read = "harbour/lanterns-light", []
    while id:
        told = assistant.get(id).structured
        read.append(told["passage"]["id"])
        id = told["next"]
    assert read == [
        *("harbour/lanterns-light", "harbour/lanterns-keeper"),
        *("harbour/ferries-cross", "harbour/whales-protect"),
    ]
    assert assistant.get(read[0]).structured["previous"] is None


def test_labels_come_in_korean_where_that_is_asked_for(assistant: Assistant) -> None:
    told = assistant.get("harbour/lanterns-light", language="ko")
    assert told.structured["passage"]["theme"] == "등불"
    assert "1번째 문단 전체:" in told.text
    assert "다음 구절: harbour/lanterns-keeper" in told.text


def test_an_id_without_its_statement_is_understood(assistant: Assistant) -> None:
    assert assistant.get(" ferries-cross ").structured["passage"]["id"] == "harbour/ferries-cross"


@pytest.mark.parametrize(
    "id",
    ["", "/", "nothing", "harbour/", "harbour/nothing", "elsewhere/ferries-cross", "ferries", "\0"],
)
def test_an_unknown_id_is_an_error_that_says_what_to_do(assistant: Assistant, id: str) -> None:
    told = assistant.get(id)
    assert told.failed
    assert told.structured == {}
    assert told.text == (
        "There is no passage of that id. Use an id of a search_statement result, as it stands."
    )


def test_an_unknown_id_is_told_in_korean_too(assistant: Assistant) -> None:
    told = assistant.get("harbour/nothing", language="ko")
    assert told.text.startswith("그런 id의 구절이 없습니다.")

"""search_statement: what an assistant gets for its words."""

from bot.rendering.words import assistant_words_in
from tests.support.assisting import Assistant

FERRIES = "Ferries cross the sound twice a day, “in fog and in frost,” without fail."
LANTERNS = "Lanterns light the harbour every night & every morning."
KEEPER = "The <old> keeper counts *them* aloud—all_of_them—and `reports` to <!channel>."
LINK = (
    "https://archive.example/harbour/#:~:text="
    "Ferries%20cross%20the%20sound%20twice%20a,fog%20and%20in%20frost%2C%E2%80%9D%20without%20fail."
)
SOURCE = {
    "title": "Joint Statement on the Harbour",
    "issuers": ["The Mayor of Northtown", "The Mayor of Southtown"],
    "place": "Northtown",
    "date": "2020-05-01",
    "archived": "https://archive.example/harbour/",
    "original": "https://towns.example/harbour?a=1&b=2",
}
QUOTE_IT = assistant_words_in("en").quote
SAY_SO = assistant_words_in("en").decline


def test_what_the_statement_says_comes_word_for_word(assistant: Assistant) -> None:
    told = assistant.search("ferries")
    assert not told.failed
    assert told.structured == {
        "outcome": "found",
        "message": "What the statement says, word for word, the best match first.",
        "instruction": QUOTE_IT,
        "passages": [
            {
                "id": "harbour/ferries-cross",
                "theme": "Ferries",
                "section": "On the Water",
                "paragraph": 2,
                "quote": FERRIES,
                "link": LINK,
                "citation": "Joint Statement on the Harbour. Northtown, May 1, 2020. ¶2.",
                "see_also": [{"title": "Fog Accord", "date": "2019-11-30"}],
            }
        ],
        "themes": [],
        "contents": [],
        "neighbour": None,
        "source": SOURCE,
    }


def test_the_text_stands_alone(assistant: Assistant) -> None:
    assert assistant.search("ferries").text == (
        "What the statement says, word for word, the best match first.\n"
        "\n"
        "Ferries · ¶2 · On the Water\n"
        f"> {FERRIES}\n"
        f"Source: {LINK}\n"
        "Cite as: Joint Statement on the Harbour. Northtown, May 1, 2020. ¶2.\n"
        "See also: Fog Accord (November 30, 2019), a separate document that is not quoted here.\n"
        "Id: harbour/ferries-cross\n"
        "\n" + QUOTE_IT
    )


def test_a_korean_query_gets_korean_labels_and_the_english_quotation(assistant: Assistant) -> None:
    told = assistant.search("배편")
    (passage,) = told.structured["passages"]
    assert (passage["theme"], passage["section"]) == ("여객선", "물 위에서")
    assert passage["quote"] == FERRIES
    assert passage["citation"] == "항구 공동성명(노스타운, 2020년 5월 1일). ¶2."
    assert told.text.startswith("성명의 해당 구절을 원문 그대로, 가장 잘 맞는 것부터")
    assert "여객선 · ¶2 · 물 위에서\n> Ferries cross" in told.text
    assert "공식 원문은 영어이므로" in told.structured["instruction"]


def test_the_language_can_be_asked_for(assistant: Assistant) -> None:
    assert assistant.search("ferries", language="ko").structured["passages"][0]["theme"] == "여객선"
    assert assistant.search("배편", language="en").structured["passages"][0]["theme"] == "Ferries"
    assert assistant.search("배편", language=None).structured["passages"][0]["theme"] == "여객선"


def test_what_slack_would_read_as_markup_comes_as_it_stands(assistant: Assistant) -> None:
    told = assistant.search("lamplighter")
    (passage,) = told.structured["passages"]
    assert passage["quote"] == KEEPER
    assert passage["theme"] == "Lanterns <& lights>"
    assert f"> {KEEPER}\n" in told.text


def test_what_the_statement_does_not_say_is_said_so(assistant: Assistant) -> None:
    told = assistant.search("chocolate cake")
    assert not told.failed
    assert told.structured["outcome"] == "not_found"
    assert told.structured["passages"] == []
    assert told.structured["instruction"] == SAY_SO
    assert told.text.startswith("Joint Statement on the Harbour does not say this")
    assert told.text.endswith(SAY_SO)
    assert "chocolate" not in told.text


def test_another_document_is_named_where_the_words_belong_there(assistant: Assistant) -> None:
    told = assistant.search("foghorn rules")
    assert told.structured["outcome"] == "not_found"
    assert told.structured["neighbour"] == {"title": "Fog Accord", "date": "2019-11-30"}
    assert "not quoted here: Fog Accord (November 30, 2019)." in told.text
    korean = assistant.search("안개 경보 규칙")
    assert "다른 문서에 나와 있을 수 있습니다: 안개 협정(2019년 11월 30일)." in korean.text


def test_an_empty_query_gets_the_outline(assistant: Assistant) -> None:
    for query in ("", "contents", "help"):
        told = assistant.search(query)
        assert told.structured["outcome"] == "contents"
        opening, water = told.structured["contents"]
        assert opening == {
            "number": None,
            "title": "Opening",
            "first_paragraph": 1,
            "last_paragraph": 1,
            "themes": [
                {
                    "title": "Lanterns <& lights>",
                    "passages": ["harbour/lanterns-light", "harbour/lanterns-keeper"],
                }
            ],
        }
        assert [theme["title"] for theme in water["themes"]] == ["Ferries", "Whales"]
        assert "1. On the Water · ¶2–3\n- Ferries (harbour/ferries-cross)" in told.text


def test_places_are_found_and_those_that_are_not_there_are_told(assistant: Assistant) -> None:
    named = assistant.search("paragraph 1").structured["passages"]
    assert [passage["quote"] for passage in named] == [LANTERNS, KEEPER]
    section = assistant.search("section 1").structured
    assert [part["title"] for part in section["contents"]] == ["On the Water"]
    missing = assistant.search("paragraph 99")
    assert missing.structured["outcome"] == "contents"
    assert missing.text.startswith("There is no such paragraph: the statement has 3.")
    assert assistant.search("9장").text.startswith(
        "찾으시는 장이 없습니다. 이 성명에서 번호가 붙은 장은 1개입니다."
    )

"""Whatever is asked, what comes back stands in the source, character for character."""

from pathlib import Path

from mcp import Client

from bot.core.library import Library
from tests.relevance.scoring import questions
from tests.support.assisting import Assistant, Told, call

ROOT = Path(__file__).parent.parent.parent
SOURCE = (ROOT / "knowledge" / "us-rok-2023" / "source.txt").read_text("utf-8")


def test_every_quotation_stands_in_the_source(library: Library) -> None:
    async def asked(client: Client) -> list[Told]:
        queries = [question.q for question in questions("dev")]
        return [await call(client, "search_statement", query=query) for query in queries]

    results = Assistant(library).talk(asked)
    quotations = [passage for told in results for passage in told.structured["passages"]]
    assert len(results) > 100 and len(quotations) > 200
    for told in results:
        for passage in told.structured["passages"]:
            assert passage["quote"] in SOURCE
            assert f"> {passage['quote']}\n" in told.text


def test_every_passage_and_its_paragraph_stand_in_the_source(library: Library) -> None:
    async def read_on(client: Client) -> list[Told]:
        first = await call(client, "search_statement", query="paragraph 1")
        id, read = first.structured["passages"][0]["id"], []
        while id:
            read.append(await call(client, "get_passage", id=id))
            id = read[-1].structured["next"]
        return read

    read = [told.structured for told in Assistant(library).talk(read_on)]
    assert len(read) == len(list(library.statements[0].passages()))
    for told in read:
        assert told["passage"]["quote"] in told["whole_paragraph"]
        assert told["whole_paragraph"] in SOURCE


def test_passages_follow_one_another_as_in_the_source(library: Library) -> None:
    (statement,) = library.statements
    ids = [f"{statement.slug}/{passage.id}" for passage in statement.passages()]
    told = [Assistant(library).get(id).structured for id in ids]
    for each in told:
        after = [other for other in told if other["passage"]["id"] == each["next"]]
        for other in after:
            assert other["previous"] == each["passage"]["id"]
            here, there = (SOURCE.index(one["passage"]["quote"]) for one in (each, other))
            assert here < there


def test_no_result_is_a_burden(library: Library) -> None:
    """The outline is the largest; assistants pay for what they read."""
    assert len(Assistant(library).search("contents").text) < 6_000
    assert len(Assistant(library).search("climate").text) < 8_000

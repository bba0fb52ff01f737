"""What the server tells of itself, which versions it speaks, and what it refuses."""

import asyncio
import logging
from collections.abc import Sequence

import pytest
from mcp import Client, MCPError
from mcp_types import ListToolsResult

from bot.assistants.desk import Desk
from bot.assistants.speaking import server_for
from bot.core.library import Library
from bot.core.request import LONGEST_QUERY
from bot.core.statement import Passage
from tests.support.assisting import Assistant, Mode, Told, call, talk


async def listed(client: Client) -> ListToolsResult:
    return await client.list_tools()


async def introduced(client: Client) -> tuple[str, str, str, str]:
    server = client.server_info
    assert server is not None
    assert client.server_capabilities.tools is not None
    assert client.server_capabilities.resources is None
    assert client.server_capabilities.prompts is None
    instructions = client.instructions or ""
    return client.protocol_version, server.name, server.title or "", instructions


def test_the_server_says_what_it_is_and_how_to_quote(assistant: Assistant, mode: Mode) -> None:
    version, name, title, instructions = assistant.talk(introduced)
    assert version == {"auto": "2026-07-28", "legacy": "2025-11-25"}[mode]
    assert (name, title) == ("alliance-statement", "2023 US-ROK joint statement")
    assert "Quote what it returns word for word" in instructions


def test_there_are_two_tools_that_only_read(assistant: Assistant) -> None:
    tools = assistant.talk(listed).tools
    assert [tool.name for tool in tools] == ["search_statement", "get_passage"]
    for tool in tools:
        assert tool.title and tool.description
        assert tool.annotations is not None
        assert tool.annotations.model_dump(exclude_none=True) == {
            "read_only_hint": True,
            "destructive_hint": False,
            "idempotent_hint": True,
            "open_world_hint": False,
        }


def test_the_schemas_tell_what_goes_in_and_what_comes_out(assistant: Assistant) -> None:
    search, get = assistant.talk(listed).tools
    assert search.input_schema["required"] == ["query"]
    query, language = (search.input_schema["properties"][key] for key in ("query", "language"))
    assert (query["type"], query["maxLength"]) == ("string", 600)
    assert (language["enum"], "default" in language) == (["en", "ko"], False)
    assert get.input_schema["required"] == ["id"]
    assert search.output_schema is not None and get.output_schema is not None
    assert search.output_schema["properties"]["outcome"]["enum"] == [
        *("found", "choices", "contents", "not_found")
    ]
    assert set(get.output_schema["required"]) >= {"passage", "whole_paragraph", "previous", "next"}
    quotation = search.output_schema["$defs"]["Quotation"]["properties"]
    assert "character for character" in quotation["quote"]["description"]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ({}, "`query`: Field required"),
        ({"query": None}, "`query`: Input should be a valid string"),
        ({"query": ["climate"]}, "`query`: Input should be a valid string"),
        ({"query": 7}, "`query`: Input should be a valid string"),
        ({"query": "ferries", "language": "fr"}, "`language`: Input should be 'en' or 'ko'"),
        ({"query": "ferries", "language": 7}, "`language`: Input should be 'en' or 'ko'"),
        (
            {"query": "secret " * LONGEST_QUERY, "language": "secret"},
            "`query`: String should have at most 600 characters;"
            " `language`: Input should be 'en' or 'ko'",
        ),
    ],
)
def test_arguments_that_do_not_fit_are_told_without_their_values(
    assistant: Assistant, arguments: dict[str, object], why: str
) -> None:
    told = assistant.call("search_statement", **arguments)
    assert told == Told(True, f"The arguments do not fit: {why}.", {})


def test_a_refusal_comes_in_the_language_of_what_was_asked(assistant: Assistant) -> None:
    for told in (assistant.search("기후" * 301), assistant.get(7, language="ko")):
        assert told.failed
        assert told.text.startswith("인수가 올바르지 않습니다: ")


def test_an_id_that_is_none_is_told(assistant: Assistant) -> None:
    assert assistant.get("a" * 201).text == (
        "The arguments do not fit: `id`: String should have at most 200 characters."
    )


@pytest.mark.parametrize("query", ["\0", "<!channel> & *ferries*", "ferries\u202e", "🚢" * 600])
def test_any_text_is_answered(assistant: Assistant, query: str) -> None:
    assert not assistant.search(query).failed


def test_what_is_not_asked_for_is_left_alone(assistant: Assistant) -> None:
    assert assistant.search("ferries", limit=3).structured["outcome"] == "found"


def test_a_tool_that_is_not_there_is_an_error_of_the_protocol(assistant: Assistant) -> None:
    async def refused(client: Client) -> tuple[int, str]:
        with pytest.raises(MCPError) as refused:
            await client.call_tool("drop_tables", {})
        return refused.value.error.code, refused.value.error.message

    assert assistant.talk(refused) == (
        -32602,
        "There is no tool of that name; tools/list names those that there are.",
    )


def test_many_calls_at_a_time_are_each_answered(assistant: Assistant) -> None:
    async def at_once(client: Client) -> list[Told]:
        queries = ["ferries", "whales"] * 20
        return await asyncio.gather(*(call(client, "search_statement", query=q) for q in queries))

    themes = [told.structured["passages"][0]["theme"] for told in assistant.talk(at_once)]
    assert themes == ["Ferries", "Whales"] * 20


def test_nothing_that_was_asked_is_logged(
    assistant: Assistant, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    assistant.search("ferries secretword")
    assistant.search("secretword", language="secretword")
    assistant.get("harbour/secretword")
    lines = [vars(line) for line in caplog.records if line.name == "bot.answers"]
    assert [(line["door"], line["tool"], line["language"]) for line in lines] == [
        ("mcp", "search_statement", "en"),
        ("mcp", "get_passage", "en"),
    ]
    assert all(line["milliseconds"] >= 0 for line in lines)
    assert not [line for line in caplog.records if "secretword" in str(vars(line))]


def test_an_error_of_ours_is_an_apology_with_an_id(
    harbour: Library, caplog: pytest.LogCaptureFixture
) -> None:
    def failing(passages: Sequence[Passage]) -> Passage:
        raise RuntimeError(passages[0].quote)

    async def asked(client: Client) -> Told:
        return await call(client, "search_statement", query="random")

    told = talk(server_for(Desk(harbour, failing)), asked)
    (line,) = [vars(line) for line in caplog.records if line.name == "bot.failures"]
    assert told == Told(
        True,
        f"Sorry, something went wrong here. It is logged as {line['failure']}; please try again.",
        {},
    )
    assert (line["error"], "in failing" in line["stack"]) == ("RuntimeError", True)
    assert "Lanterns light" not in str(line)

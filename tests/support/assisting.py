"""An assistant in a test: the SDK's own client, talking to the server in this process."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from mcp import Client, StdioServerParameters
from mcp.server import Server
from mcp_types import CallToolResult, TextContent

from bot.assistants.desk import Desk
from bot.assistants.speaking import server_for
from bot.core.library import Library

T = TypeVar("T")
Mode = Literal["auto", "legacy"]
Conversation = Callable[[Client], Awaitable[T]]


def talk(
    server: Server | StdioServerParameters | str, conversation: Conversation[T], mode: Mode = "auto"
) -> T:
    """Connect, by the newest protocol or by the handshake of older ones, and converse."""

    async def connected() -> T:
        async with Client(server, mode=mode, read_timeout_seconds=30) as client:
            return await conversation(client)

    return asyncio.run(connected())


@dataclass(frozen=True, slots=True)
class Told:
    """What a call of a tool came back with."""

    failed: bool
    text: str
    structured: dict[str, Any]


def told(result: CallToolResult) -> Told:
    """The one text and the structure of a result."""
    (content,) = result.content
    assert isinstance(content, TextContent)
    return Told(result.is_error, content.text, result.structured_content or {})


async def call(client: Client, tool: str, **arguments: object) -> Told:
    return told(await client.call_tool(tool, dict(arguments)))


@dataclass(frozen=True, slots=True)
class Assistant:
    """Calls tools of a server in this process."""

    library: Library
    mode: Mode = "auto"

    def search(self, query: object, **more: object) -> Told:
        return self.call("search_statement", query=query, **more)

    def get(self, id: object, **more: object) -> Told:
        return self.call("get_passage", id=id, **more)

    def call(self, tool: str, **arguments: object) -> Told:
        return self.talk(lambda client: call(client, tool, **arguments))

    def talk(self, conversation: Conversation[T]) -> T:
        desk = Desk(self.library, lambda passages: passages[0])
        return talk(server_for(desk), conversation, self.mode)

"""The protocol round a desk: over standard input and output, or over HTTP at one path."""

import mcp_types as types
from mcp.server import CacheHint, Server, ServerRequestContext
from mcp.server.stdio import stdio_server
from mcp.server.streamable_http_manager import StreamableHTTPASGIApp, StreamableHTTPSessionManager
from mcp.server.transport_security import TransportSecuritySettings
from mcp.shared.exceptions import MCPError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

import bot
from bot.assistants.desk import Desk, Refused, wire
from bot.assistants.tools import DESCRIPTION, INSTRUCTIONS, NAME, TITLE, tools

PATH = "/mcp"
# The longest query fits many times over.
LARGEST_BODY = 65_536
_ROOT = f"The joint statement for assistants. They speak the Model Context Protocol at {PATH}.\n"
_NO_TOOL = "There is no tool of that name; tools/list names those that there are."
# What the tools are changes with a release; in milliseconds.
_FRESH = CacheHint(ttl_ms=3_600_000, scope="public")
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def server_for(desk: Desk) -> Server:
    """The desk as a server of the protocol, which every transport shares."""
    told = tools()
    schemas = {tool.name: tool.input_schema for tool in told}

    async def list_tools(
        _: ServerRequestContext, __: types.PaginatedRequestParams | None
    ) -> types.ListToolsResult:
        return types.ListToolsResult(tools=told)

    async def call_tool(
        _: ServerRequestContext, params: types.CallToolRequestParams
    ) -> types.CallToolResult:
        if params.name not in schemas:
            raise MCPError(types.INVALID_PARAMS, _NO_TOOL)
        return _called(desk, params)

    return Server(
        NAME,
        version=bot.__version__,
        title=TITLE,
        description=DESCRIPTION,
        instructions=INSTRUCTIONS,
        website_url=desk.library.statements[0].archive_url,
        cache_hints={"tools/list": _FRESH, "server/discover": _FRESH},
        get_tool_input_schema=schemas.get,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def _called(desk: Desk, params: types.CallToolRequestParams) -> types.CallToolResult:
    """The reply, or why there is none; a look-up takes less than a millisecond, so no thread."""
    try:
        reply = desk.answer(params.name, params.arguments or {})
    except Refused as refused:
        return types.CallToolResult(
            content=[types.TextContent(type="text", text=refused.why)], is_error=True
        )
    return types.CallToolResult(
        content=[types.TextContent(type="text", text=reply.text)],
        structured_content=wire(reply.result),
    )


async def over_stdio(server: Server) -> None:
    """Serve one assistant until it closes standard input."""
    async with stdio_server() as (coming, going):
        await server.run(coming, going, server.create_initialization_options())


def over_http(server: Server, hosts: tuple[str, ...] | None) -> Starlette:
    """Serve any number of assistants at PATH, each request on its own.

    Nothing is remembered between requests, so that any process may answer any of them. Requests
    are taken for this machine's own names and for `hosts`; for every name where that is None.
    """
    sessions = StreamableHTTPSessionManager(
        app=server,
        json_response=True,
        stateless=True,
        security_settings=_shut(hosts),
        max_request_body_size=LARGEST_BODY,
    )
    # Without sessions there is nothing to listen to by GET and nothing to end by DELETE: 405.
    return Starlette(
        routes=[
            Route(PATH, StreamableHTTPASGIApp(sessions), methods=["POST"]),
            Route("/", _root, methods=["GET"]),
        ],
        lifespan=lambda _: sessions.run(),
    )


async def _root(_: Request) -> PlainTextResponse:
    return PlainTextResponse(_ROOT)


def _shut(hosts: tuple[str, ...] | None) -> TransportSecuritySettings:
    """Against DNS rebinding: which Host and Origin headers are taken, with any port or none."""
    if hosts is None:
        return TransportSecuritySettings(enable_dns_rebinding_protection=False)
    names = [form for host in (*_LOOPBACK, *hosts) for form in (host, f"{host}:*")]
    origins = [f"{scheme}://{name}" for scheme in ("http", "https") for name in names]
    return TransportSecuritySettings(allowed_hosts=names, allowed_origins=origins)

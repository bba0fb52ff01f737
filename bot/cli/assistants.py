"""`alliance mcp`: the statement for assistants."""

from typing import Annotated

import typer

from bot.cli.environment import settings_for
from bot.core.errors import BadSettings

USUAL_HOST, USUAL_PORT = "127.0.0.1", 3034
_ONLY_HTTP = (
    "--port, --host and --allow-host say where HTTP listens: add --http, or leave them out."
)


def mcp(
    http: Annotated[
        bool, typer.Option("--http", help="Streamable HTTP at /mcp instead of stdio.")
    ] = False,
    port: Annotated[
        int | None, typer.Option(min=1, max=65_535, help=f"Where; without it, {USUAL_PORT}.")
    ] = None,
    host: Annotated[
        str | None, typer.Option(help=f"The address to listen on; without it, {USUAL_HOST}.")
    ] = None,
    allow_host: Annotated[
        list[str] | None, typer.Option(help="A public name that it is reached by; may be repeated.")
    ] = None,
) -> None:
    """Let assistants search and quote the statement, over MCP. It needs no Slack."""
    from bot.starting import assistants

    if not http and (port or host or allow_host):
        raise BadSettings((_ONLY_HTTP,))
    settings = settings_for("local")
    if http:
        place = assistants.Place(host or USUAL_HOST, port or USUAL_PORT, tuple(allow_host or ()))
        assistants.http(settings, place)
    else:
        assistants.stdio(settings)

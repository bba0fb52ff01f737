"""The command line. Heavy parts are imported inside the commands, so that `ask` starts fast."""

import json
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot import settings as configuration
from bot.core.errors import BadSettings, BrokenDigest

if TYPE_CHECKING:
    from bot.core.library import Library
    from bot.settings import Mode, Settings

commands = typer.Typer(
    help="Quotes the 2023 US-ROK leaders' joint statement, verbatim, in Slack and here.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def main() -> None:
    """Run the command that the arguments name; a known error is told in sentences, exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        commands()
    except BadSettings as bad:
        _tell(bad.faults)
    except BrokenDigest as broken:
        _tell(_lines(broken))
    raise SystemExit(2)


def _lines(broken: BrokenDigest) -> list[str]:
    """Every fault, and what follows from them."""
    count = len(broken.faults)
    after = f"{count} fault{'s' * (count > 1)}; the bot does not start with this digest."
    return [*map(str, broken.faults), after]


def _tell(faults: Sequence[str]) -> None:
    for fault in faults:
        print(fault, file=sys.stderr)


def _settings(wanted: "Mode | None") -> "Settings":
    """The environment's settings, with those of a `.env` in the current folder under them."""
    if (file := Path(".env")).is_file():
        from bot import env_file

        env_file.load(file)
    return configuration.load(os.environ, wanted)


@commands.command()
def run() -> None:
    """Start the bot as configured: Socket Mode, HTTP, or, without Slack, the playground."""
    from bot import starting

    settings = _settings(None)
    match settings.mode:
        case "socket":
            starting.socket(settings)
        case "http":
            starting.http(settings)
        case "local" if starting.piped(sys.stdin):
            starting.terminal(settings)
        case "local":
            starting.play(settings, None, browser=True)


@commands.command()
def play(
    port: Annotated[
        int | None, typer.Option(min=1, max=65_535, help="Where; without it, 3033 or any.")
    ] = None,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
    terminal: Annotated[bool, typer.Option("--terminal", help="A prompt instead.")] = False,
) -> None:
    """Try the bot without Slack: a small workspace in the browser, with the bot in it."""
    from bot import starting

    settings = _settings("local")
    if terminal:
        starting.terminal(settings)
    else:
        starting.play(settings, port, browser)


@commands.command()
def serve() -> None:
    """Start the bot over HTTP, on PORT; Slack sends everything to /slack/events."""
    from bot import starting

    starting.http(_settings("http"))


@commands.command()
def socket() -> None:
    """Start the bot over Socket Mode; it needs no public address."""
    from bot import starting

    starting.socket(_settings("socket"))


@commands.command()
def ask(
    words: Annotated[
        list[str] | None, typer.Argument(help="What to ask; without it, one query a line of stdin.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a query.")] = False,
) -> None:
    """Ask the statement and print its answer."""
    from bot import assembly
    from bot.playground.lines import lines

    library = assembly.read_library(_settings("local"))
    if words is None and sys.stdin.isatty():
        print("One query a line; Ctrl-D ends.", file=sys.stderr)
    for query in lines(sys.stdin) if words is None else (" ".join(words),):
        _answer(library, query, as_json)


def _answer(library: "Library", query: str, as_json: bool) -> None:
    import random

    from bot.core.answering import answer
    from bot.core.request import parse

    request = parse(query)
    found = answer(library, request, random.choice)
    if as_json:
        from bot.printing import record

        print(json.dumps(record(query, found), ensure_ascii=False), flush=True)
    else:
        from rich.console import Console

        from bot.playground import paper
        from bot.rendering.answers import render

        blocks = render(found, request.language).blocks
        paper.show(Console(highlight=False), blocks)


@commands.command()
def check(
    folder: Annotated[
        Path | None, typer.Argument(help="A statement's folder, or a folder of such folders.")
    ] = None,
) -> None:
    """Prove the digest against its source, and print the proof or every fault."""
    from bot.library.proof import proof
    from bot.library.reading import read_statements
    from bot.printing import proof_lines

    try:
        statements = read_statements(folder or _settings("local").knowledge_dir)
    except BrokenDigest as broken:
        print(*_lines(broken), sep="\n")
        raise typer.Exit(1) from None
    for statement in statements:
        print(*proof_lines(proof(statement)), sep="\n")


@commands.command()
def manifest(
    url: Annotated[
        str | None, typer.Option(help="Where the bot is reached over HTTP, such as https://a.b.")
    ] = None,
) -> None:
    """Print the app manifest to paste into Slack: for Socket Mode, or with --url for HTTP."""
    from bot import manifest as describing

    print(describing.manifest(url), end="")

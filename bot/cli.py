"""The command line. Heavy parts are imported inside the commands, so that `ask` starts fast."""

import json
import os
import sys
from collections.abc import Sequence
from io import StringIO, TextIOWrapper
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
    if Path(".env").is_file():
        _load(Path(".env"))
    return configuration.load(os.environ, wanted)


def _load(file: Path) -> None:
    """Put what the file sets under the environment; raises BadSettings with each bad line."""
    from dotenv import load_dotenv
    from dotenv.parser import parse_stream

    text = _text(file)
    faults = []
    for binding in parse_stream(StringIO(text)):
        written = binding.original.string
        if binding.error or "\0" in written or "=" in (binding.key or ""):
            blank = written[: len(written) - len(written.lstrip())]
            line = binding.original.line + blank.count("\n")
            faults.append(f"{file}:{line}: this line cannot be read: write NAME=value.")
    if faults:
        raise BadSettings(tuple(faults))
    load_dotenv(stream=StringIO(text))


def _text(file: Path) -> str:
    try:
        data = file.read_bytes()
        return data.decode()
    except OSError:
        raise BadSettings((f"{file} cannot be read: let this user read it.",)) from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        fault = f"{file}:{line}: this line is not UTF-8: save the file as UTF-8."
        raise BadSettings((fault,)) from None


@commands.command()
def run() -> None:
    """Start the bot as configured: Socket Mode, HTTP, or a prompt in this terminal."""
    from bot import starting

    settings = _settings(None)
    match settings.mode:
        case "socket":
            starting.socket(settings)
        case "http":
            starting.http(settings)
        case "local":
            starting.local(settings)


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

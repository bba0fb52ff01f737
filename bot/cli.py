"""The command line. Heavy parts are imported inside the commands, so that `ask` starts fast."""

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
    from bot.starting import local, services

    settings = _settings(None)
    match settings.mode:
        case "socket":
            services.socket(settings)
        case "http":
            services.http(settings)
        case "local" if local.piped(sys.stdin):
            local.terminal(settings)
        case _:
            local.play(settings, None, browser=True)


@commands.command()
def play(
    port: Annotated[
        int | None, typer.Option(min=1, max=65_535, help="Where; without it, 3033 or any.")
    ] = None,
    browser: Annotated[bool, typer.Option(help="Open the page in a browser.")] = True,
    terminal: Annotated[bool, typer.Option("--terminal", help="A prompt instead.")] = False,
) -> None:
    """Try the bot without Slack: a small workspace in the browser, with the bot in it."""
    from bot.starting import local

    settings = _settings("local")
    if terminal:
        local.terminal(settings)
    else:
        local.play(settings, port, browser)


@commands.command()
def serve() -> None:
    """Start the bot over HTTP, on PORT; Slack sends everything to /slack/events."""
    from bot.starting import services

    services.http(_settings("http"))


@commands.command()
def socket() -> None:
    """Start the bot over Socket Mode; it needs no public address."""
    from bot.starting import services

    services.socket(_settings("socket"))


@commands.command()
def worker() -> None:
    """Post the digests that are due; one beside the web process, or several on PostgreSQL."""
    from bot.starting import services

    services.worker(_settings("worker"))


@commands.command()
def migrate() -> None:
    """Bring the database up to date; run it before the other processes of a new release."""
    from bot.starting import services

    services.migrate(_settings("local"))


@commands.command()
def ask(
    words: Annotated[
        list[str] | None, typer.Argument(help="What to ask; without it, one query a line of stdin.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a query.")] = False,
) -> None:
    """Ask the statement and print its answer."""
    from bot import assembly, printing
    from bot.playground.lines import lines

    library = assembly.read_library(_settings("local"))
    if words is None and sys.stdin.isatty():
        print("One query a line; Ctrl-D ends.", file=sys.stderr)
    for query in lines(sys.stdin) if words is None else (" ".join(words),):
        printing.show_answer(library, query, as_json)


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

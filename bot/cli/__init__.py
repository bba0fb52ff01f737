"""The command line. Heavy parts are imported inside the commands, so that `ask` starts fast."""

import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated

import typer

from bot.cli.digests import digests
from bot.cli.environment import settings_for
from bot.cli.telling import fault_lines, faults_printed, tell
from bot.core.errors import BadSettings, BrokenDigest

commands = typer.Typer(
    help="Quotes the 2023 US-ROK leaders' joint statement, verbatim, in Slack and here.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
commands.add_typer(digests, name="digests")


def main() -> None:
    """Run the command that the arguments name; a known error is told in sentences, exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        commands()
    except BadSettings as bad:
        tell(bad.faults)
    except BrokenDigest as broken:
        tell(fault_lines(broken))
    raise SystemExit(2)


@commands.command()
def run() -> None:
    """Start the bot as configured: Socket Mode, HTTP, or, without Slack, the playground."""
    from bot.starting import local, services

    settings = settings_for(None)
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

    settings = settings_for("local")
    if terminal:
        local.terminal(settings)
    else:
        local.play(settings, port, browser)


@commands.command()
def serve() -> None:
    """Start the bot over HTTP, on PORT; Slack sends everything to /slack/events."""
    from bot.starting import services

    services.http(settings_for("http"))


@commands.command()
def socket() -> None:
    """Start the bot over Socket Mode; it needs no public address."""
    from bot.starting import services

    services.socket(settings_for("socket"))


@commands.command()
def worker() -> None:
    """Post the digests that are due; one beside the web process, or several on PostgreSQL."""
    from bot.starting import services

    services.worker(settings_for("worker"))


@commands.command()
def migrate() -> None:
    """Bring the database up to date; run it before the other processes of a new release."""
    from bot.starting import services

    services.migrate(settings_for("local"))


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

    library = assembly.read_library(settings_for("local"))
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

    with faults_printed():
        statements = read_statements(folder or settings_for("local").knowledge_dir)
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

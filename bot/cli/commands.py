"""Every command. Heavy parts are imported inside of them, so that `ask` starts fast."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import workspaces
from bot.cli.assistants import mcp
from bot.cli.digests import digests
from bot.cli.environment import settings_for
from bot.cli.telling import faults_printed

commands = typer.Typer(
    help="Quotes the 2023 US-ROK leaders' joint statement, verbatim, in Slack and here.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    # Help in frames and colours takes a third longer to load than to print.
    rich_markup_mode=None,
)
commands.add_typer(digests, name="digests")
commands.command()(mcp)


@commands.command()
def run() -> None:
    """Start the bot as configured. Without Slack that is the playground."""
    from bot.starting import doors, local

    settings = settings_for(None)
    match settings.mode:
        case "socket":
            doors.socket(settings)
        case "http":
            doors.http(settings)
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
    """Try the bot without Slack. The browser shows a small workspace with the bot in it."""
    from bot.starting import local

    settings = settings_for("local")
    if terminal:
        local.terminal(settings)
    else:
        local.play(settings, port, browser)


@commands.command()
def serve() -> None:
    """Start the bot over HTTP, on PORT. Slack sends everything to /slack/events."""
    from bot.starting import doors

    doors.http(settings_for("http"))


@commands.command()
def socket() -> None:
    """Start the bot over Socket Mode. It needs no public address."""
    from bot.starting import doors

    doors.socket(settings_for("socket"))


@commands.command()
def worker() -> None:
    """Post the digests that are due. One beside the web process, or several on PostgreSQL."""
    from bot.starting import services

    services.worker(settings_for("worker"))


@commands.command()
def migrate() -> None:
    """Bring the database up to date. Run it before the other processes of a new release."""
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
    """Prove the digest against its source. It prints the proof, or every fault."""
    from bot.library.proof import proof
    from bot.library.reading import read_statements
    from bot.printing import proof_lines

    with faults_printed():
        statements = read_statements(folder or settings_for("local").knowledge_dir)
    for statement in statements:
        print(*proof_lines(proof(statement)), sep="\n")


@commands.command()
def doctor(
    url: Annotated[
        str | None, typer.Option(help="The bot's public address over HTTP, if it has one.")
    ] = None,
) -> None:
    """Look everything over. Each line says ok, or what to do (exit code 1)."""
    from bot import manifest as describing
    from bot.assembly import utc_now
    from bot.doctor import examine

    sick = 0
    for finding in examine(settings_for(None), describing.described(), url, utc_now):
        print(finding.line, flush=True)
        sick += not finding.well
    if sick:
        raise typer.Exit(1)


@commands.command()
def misses(
    as_json: Annotated[bool, typer.Option("--json", help="All of it as one JSON object.")] = False,
) -> None:
    """List what people did not find or marked as wrong. They are candidates for an alias."""
    from bot.cli.misses import printed
    from bot.starting import reviewing

    print(printed(reviewing.reviewed(settings_for("local")), as_json))


@commands.command()
def manifest(
    url: Annotated[
        str | None, typer.Option(help="Where the bot is reached over HTTP, such as https://a.b.")
    ] = None,
    mcp_url: Annotated[
        str | None,
        typer.Option(help="Where `alliance mcp --http` is reached, such as https://a.b/mcp."),
    ] = None,
) -> None:
    """Print the app manifest to paste into Slack. It is for Socket Mode, or with --url for HTTP."""
    from bot import manifest as describing

    print(describing.manifest(url, mcp_url), end="")


workspaces.register(commands)

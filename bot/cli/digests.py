"""`alliance digests`: the channels' digests, and a file of them."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.environment import settings_for
from bot.cli.telling import faults_printed

digests = typer.Typer(
    help="Print the channels' digests as a file, or prove such a file.", no_args_is_help=True
)


@digests.command()
def export() -> None:
    """Print the digests of every channel. It is what DIGEST_FILE would declare."""
    from bot.starting import declaring

    print(declaring.exported(settings_for("local")), end="")


@digests.command()
def check(
    file: Annotated[
        Path | None, typer.Argument(help="A file of digests; without it, DIGEST_FILE.")
    ] = None,
) -> None:
    """Prove a file of digests. It prints how many there are, or every fault."""
    from bot.library.reading import read_statements
    from bot.starting import declaring

    settings = settings_for("local")
    proofed = file or settings.digest_file
    with faults_printed():
        statement, *_ = read_statements(settings.knowledge_dir)
        count = len(declaring.declared(proofed, statement).digests)
    print(f"{proofed}: {count} digest{'s' * (count != 1)}, and no fault.")

"""`alliance export`, `purge`, `rotate-keys` and `new-key`: the data and the keys of workspaces."""

from typing import Annotated

import typer

from bot.cli.environment import settings_for

Team = Annotated[str, typer.Argument(metavar="TEAM", help="A workspace's id, such as T0123ABCD.")]


def export(team: Team) -> None:
    """Print all that is stored of a workspace. It is JSON, without the tokens."""
    from bot.starting import workspaces

    print(workspaces.exported(settings_for("local"), team))


def purge(
    team: Team, yes: Annotated[bool, typer.Option("--yes", help="Do not ask first.")] = False
) -> None:
    """Delete all that is stored of a workspace. Its installation and digests go with it."""
    from bot.starting import workspaces

    settings = settings_for("local")
    workspaces.check_id(team)
    if not yes:
        typer.confirm(f"Delete all that is stored of {team}?", abort=True)
    counts = workspaces.purged(settings, team)
    for table, count in counts.items():
        print(f"{table}: {count}")
    if "delivery" in counts:
        print("The queue forgets within a day when its digests were posted.")
    print(f"Nothing is stored of {team}{' any more' if counts else ''}.")


def rotate_keys() -> None:
    """Encrypt every token anew. The newest of TOKEN_ENCRYPTION_KEYS is taken."""
    from bot.starting import workspaces

    count = workspaces.rotated(settings_for("local"))
    print(f"{count} row{'s' * (count != 1)} encrypted with the newest key.")


def new_key() -> None:
    """Print a new key for TOKEN_ENCRYPTION_KEYS."""
    from bot.installing import sealing

    print(sealing.new_key())


def register(commands: typer.Typer) -> None:
    """Add these commands."""
    for command in (export, purge, rotate_keys, new_key):
        commands.command()(command)

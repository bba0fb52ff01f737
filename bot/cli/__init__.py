"""The command line: what it starts, and how what is known to be wrong is told."""

import sys
from io import TextIOWrapper

from bot.cli.environment import settings_for
from bot.cli.telling import fault_lines, tell
from bot.core.errors import BadSettings, BrokenDigest, MissingExtra


def main() -> None:
    """Run the command that the arguments name; a known error is told in sentences, exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        _run()
    except (BadSettings, MissingExtra) as known:
        tell(known.faults)
    except BrokenDigest as broken:
        tell(fault_lines(broken))
    raise SystemExit(2)


def _run() -> None:
    """End with the command's exit code, or raise a known error."""
    if sys.argv[1:] == ["serve"]:
        # Typer, with pydantic, takes a tenth of a second and 13 MB, held as long as it serves.
        from bot.starting import doors

        doors.http(settings_for("http"))
        raise SystemExit(0)
    from bot.cli.commands import commands

    commands()

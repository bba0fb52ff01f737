"""What starts fast and stays small: which packages a process loads, and how often it proofs."""

import sys
from collections import defaultdict
from pathlib import Path

import pytest

from bot.storage.database import opened
from bot.storage.migrating import migrate
from tests.support.databases import fresh
from tests.support.deployed import asked, ended, environ, free_port, started, until_ok

# The command line, each process of which notes what it imports.
NOTING = """
import os, sys

notes = os.open(sys.argv.pop(1), os.O_WRONLY | os.O_APPEND | os.O_CREAT)

def note(event, given):
    if event == "import":
        os.write(notes, f"{os.getpid()} {given[0]}\\n".encode())

sys.addaudithook(note)
from bot.cli import main
main()
"""
NOBODY = "http://127.0.0.1:9/api/"
# Each takes megabytes and a part of a second, and answers nobody.
HEAVY = frozenset("alembic cryptography dbos holidays mcp pydantic rich typer yaml".split())


def noted(notes: Path) -> dict[str, set[str]]:
    """The packages that each process, by its id, imported."""
    found = defaultdict(set)
    for line in notes.read_text("utf-8").splitlines():
        process, name = line.split()
        found[process].add(name.split(".")[0])
    return found


def served(folder: Path, database: str, cache: str = "") -> list[set[str]]:
    """What each process of `alliance serve` imported until one has answered a command."""
    notes, port = folder / "notes", free_port()
    notes.unlink(missing_ok=True)
    told = {"DATABASE_URL": database, "PORT": str(port), "CACHE_DIR": cache, "LOG_LEVEL": "ERROR"}
    given = environ(NOBODY, **told)
    with started([sys.executable, "-c", NOTING, str(notes), "serve"], given, folder):
        address = f"http://127.0.0.1:{port}"
        until_ok(f"{address}/healthz")
        assert "climate" in asked(address, "climate").lower()
    return list(noted(notes).values())


def commanded(folder: Path, *arguments: str) -> set[str]:
    """What a command imported until it ended well."""
    notes = folder / "notes"
    command = [sys.executable, "-c", NOTING, str(notes), *arguments]
    code, _ = ended(command, environ(NOBODY), folder)
    [imported] = noted(notes).values()
    assert code == 0
    return imported


def test_a_web_process_on_postgresql_loads_nothing_that_answers_nobody(tmp_path: Path) -> None:
    with fresh("postgresql", tmp_path) as database:
        engine = opened(database)
        migrate(engine)
        engine.dispose()
        processes = served(tmp_path, database)
    assert sorted(len(packages & HEAVY) > 0 for packages in processes) == [False, False, True]


def test_a_service_proofs_the_digest_once_for_all_its_processes_and_starts(tmp_path: Path) -> None:
    for reading in (1, 0):
        processes = served(
            tmp_path, f"sqlite:///{tmp_path / 'alliance.db'}", str(tmp_path / "cache")
        )
        assert len(processes) == 2 + reading
        assert sum("pydantic" in packages for packages in processes) == reading


@pytest.mark.parametrize(
    ("arguments", "more"),
    [
        (["ask", "--json", "climate"], {"sqlalchemy", "slack_bolt", "slack_sdk", "granian"}),
        (["ask", "--help"], {"sqlalchemy", "slack_bolt", "yaml", "rapidfuzz", "rich"}),
    ],
)
def test_a_command_loads_what_it_needs(
    tmp_path: Path, arguments: list[str], more: set[str]
) -> None:
    never = {"alembic", "asyncio", "cryptography", "dbos", "holidays", "mcp", "psycopg", *more}
    assert commanded(tmp_path, *arguments) & never == set()

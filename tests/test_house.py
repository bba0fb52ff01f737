"""The rules of the house: who may import whom, what happens at import, how large things grow."""

import ast
import re
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
import typer.main

from bot import settings
from bot.cli.commands import commands

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "bot").rglob("*.py"))

# Each part of bot/ (a package, or a module at the top) and the other parts that it may import.
PARTS = {
    "__init__": set(),
    "core": set(),
    "library": {"core"},
    "rendering": {"core"},
    "assistants": {"core", "rendering"},
    "storage": {"core"},
    "scheduling": {"core", "rendering", "storage"},
    "installing": {"core", "rendering", "storage"},
    "listeners": {"core", "rendering", "storage", "tracing"},
    "playground": {"core", "rendering"},
    "settings": {"core"},
    "logs": {"settings", "tracing"},
    "tracing": set(),
    "env_file": {"core"},
    "credentials": {"core", "settings"},
    "manifest": {"core"},
    "printing": {"core", "library", "playground", "rendering"},
    "measuring": {"storage"},
    "web": {"core", "installing", "listeners", "measuring", "rendering", "settings"},
    "socket_mode": {"credentials", "listeners", "settings"},
    "assembly": {
        *("core", "installing", "library", "listeners", "logs", "manifest", "measuring"),
        *("rendering", "scheduling", "settings", "storage", "web"),
    },
    "doctor": {"core", "credentials", "installing", "library", "settings", "storage"},
    "starting": {
        *("assembly", "assistants", "core", "credentials", "installing", "library", "logs"),
        *("manifest", "playground"),
        *("scheduling", "settings", "socket_mode", "storage", "web"),
    },
    "cli": {
        *("assembly", "core", "doctor", "env_file", "installing", "library", "manifest"),
        *("playground", "printing", "settings", "starting"),
    },
    "__main__": {"cli"},
}
# What a part must not import from outside bot/; `slack_` stands for slack_bolt and slack_sdk.
NEVER = {
    "core": {"os", "time", "random", "slack_", "yaml", "sqlalchemy", "pydantic", "logging"},
    "library": {"slack_", "random", "time"},
    "rendering": {"slack_", "os", "time", "random", "logging", "yaml", "pathlib"},
    "assistants": {"slack_", "os", "random", "yaml", "pathlib", "sqlalchemy"},
    "storage": {"slack_", "dbos", "yaml", "os"},
    "scheduling": {"slack_bolt", "yaml", "os", "random"},
    "installing": {"yaml", "os", "dbos", "granian", "random"},
    "listeners": {"yaml", "os", "pathlib", "pydantic", "granian"},
    "playground": {"yaml", "os", "granian"},
    "printing": {"os", "slack_", "yaml"},
    "measuring": {"slack_", "os", "random"},
    "doctor": {"slack_bolt", "os", "random"},
    "settings": {"os", "slack_", "dotenv"},
}
REFUSED = frozenset("handler manager helper util utils common misc process data info item".split())
# Methods that a library's base class names.
NAMED_ELSEWHERE = frozenset(
    ("process", "process_log_record", "process_bind_param", "process_result_value")
)
LARGEST_FILE, LONGEST_FUNCTION, NINE_IN_TEN, MEDIAN = 200, 50, 28, 9


def part(file: Path) -> str:
    return file.relative_to(ROOT / "bot").parts[0].removesuffix(".py")


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


def imported(file: Path) -> Iterator[str]:
    """The dotted name of everything the file imports, wherever in it the import stands."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file} imports by a relative name"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def functions(file: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            yield node.end_lineno - node.lineno + 1, f"{file.relative_to(ROOT)}: {node.name}"


def test_every_part_of_the_bot_has_its_place_in_the_table() -> None:
    assert {part(file) for file in FILES} <= set(PARTS)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_go_one_way(file: Path) -> None:
    inside = {name.split(".")[1] for name in imported(file) if name.startswith("bot.")}
    assert inside - {part(file)} <= PARTS[part(file)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_part_imports_what_it_must_not_know(file: Path) -> None:
    tops = {name.split(".")[0] for name in imported(file)}
    families = {top.split("_")[0] + "_" for top in tops}
    assert not (tops | families) & NEVER.get(part(file), set())


def test_only_what_speaks_to_assistants_knows_the_protocol() -> None:
    """It is an optional extra: without it every other part is as it was."""
    extra = {"mcp", "mcp_types", "starlette", "uvicorn"}
    knowing = {part(file) for file in FILES if extra & {n.split(".")[0] for n in imported(file)}}
    assert knowing == {"assistants"}


def test_only_the_outermost_parts_touch_the_environment() -> None:
    touching = {part(file) for file in FILES if "os.environ" in file.read_text("utf-8")}
    assert touching <= {"cli", "assembly", "starting"}
    assert not [file for file in FILES if re.search(r"\bgetenv\b", file.read_text("utf-8"))]


# Imports every module of bot/ while watching, from inside, what their own lines do.
WATCHED_IMPORT = """
import builtins, importlib, os, pathlib, pkgutil, sys
import slack_bolt, slack_sdk

seen = []

def by_the_bot():
    frame = sys._getframe(2)
    while frame and frame.f_globals.get("__name__") in ("os", "pathlib", "io", "collections.abc"):
        frame = frame.f_back
    return frame and frame.f_globals.get("__name__", "").split(".")[0] == "bot"

def watched(what, real):
    def watching(*args, **kwargs):
        if by_the_bot():
            seen.append(what)
        return real(*args, **kwargs)
    return watching

class Environ(type(os.environ)):
    def __getitem__(self, key):
        if by_the_bot():
            seen.append(f"the environment's {key}")
        return super().__getitem__(key)

os.environ.__class__ = Environ
slack_bolt.App.__init__ = watched("an App", slack_bolt.App.__init__)
slack_sdk.WebClient.__init__ = watched("a WebClient", slack_sdk.WebClient.__init__)
builtins.open = watched("open()", builtins.open)
pathlib.Path.open = watched("Path.open()", pathlib.Path.open)
pathlib.Path.read_text = watched("Path.read_text()", pathlib.Path.read_text)

import bot
for module in pkgutil.walk_packages(bot.__path__, "bot."):
    if module.name == "bot.storage.migrations.env":
        continue  # Alembic's own script: it is run, not imported
    importlib.import_module(module.name)
    print(module.name)
if seen:
    sys.exit("at import: " + ", ".join(seen))
"""


def test_nothing_happens_at_import() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WATCHED_IMPORT], capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    assert {"bot.__main__", "bot.cli", "bot.web"} <= set(done.stdout.split())


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_files_stay_small(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= LARGEST_FILE


def test_functions_stay_small() -> None:
    sizes = sorted(chain.from_iterable(map(functions, FILES)))
    lines = [size for size, _ in sizes]
    assert [size for size in sizes if size[0] > LONGEST_FUNCTION] == []
    assert lines[len(lines) * 9 // 10] <= NINE_IN_TEN
    assert statistics.median(lines) <= MEDIAN


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_no_name_is_a_refused_word(file: Path) -> None:
    kinds = ast.FunctionDef | ast.ClassDef
    named = {file.stem, *(node.name for node in ast.walk(tree(file)) if isinstance(node, kinds))}
    chosen = named - NAMED_ELSEWHERE
    words = {word.lower() for name in chosen for word in re.findall(r"[A-Z]?[a-z]+", name)}
    assert not words & REFUSED


def test_every_module_says_what_it_is_for() -> None:
    assert [file for file in FILES if not ast.get_docstring(tree(file))] == []


def test_the_example_of_an_environment_is_exactly_the_settings() -> None:
    _, *entries = (ROOT / ".env.example").read_text("utf-8").strip().split("\n\n")
    assert entries == [f"# {row.reason}\n{row.name}={row.default}" for row in settings.TABLE]


def test_the_example_of_an_environment_changes_nothing() -> None:
    lines = (ROOT / ".env.example").read_text("utf-8").splitlines()
    pairs = [line.partition("=") for line in lines if line and not line.startswith("#")]
    assert settings.load({name: value for name, _, value in pairs}) == settings.load({})


def test_the_readme_defends_exactly_the_dependencies() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["mcp"]]
    readme = (ROOT / "README.md").read_text("utf-8")
    _, _, table = readme.partition("| dependency | why |\n")
    defended = re.findall(r"\[([a-z-]+)\]\(https:", table.partition("\n\n")[0])
    assert sorted(defended) == sorted(re.split(r"[\[>]", name)[0] for name in wanted)


def test_the_readmes_commands_are_exactly_the_command_lines() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    rows = re.findall(r"^\|\s*`alliance ([\w-]+)", readme, re.MULTILINE)
    assert sorted(set(rows)) == sorted(typer.main.get_command(commands).commands)  # type: ignore[attr-defined]

"""The Dockerfile as far as it can be checked without Docker: its steps, and what it would start."""

import json
import re
import shlex
import shutil
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
import yaml

from bot import settings
from bot.playground.standing import standing
from tests.support.deployed import ROOT, asked, ended, environ, free_port, started, until_ok
from tests.support.web_api import INSTALLED, TOWN

HOME = "/opt/alliance"


@dataclass(frozen=True)
class Dockerfile:
    """The steps in their order: a word and its argument, on one line."""

    text: str

    @cached_property
    def steps(self) -> list[tuple[str, str]]:
        lines = [line for line in self.text.splitlines() if not line.startswith("#")]
        whole = re.sub(r"\s*\\\n\s*", " ", "\n".join(lines))
        return [(word, rest) for word, rest in re.findall(r"^([A-Z]+) (.+)$", whole, re.MULTILINE)]

    def of(self, word: str) -> list[str]:
        """The arguments of every such step, with the build's own arguments put in."""
        given = dict(rest.split("=", 1) for named, rest in self.steps if named == "ARG")
        return [
            re.sub(r"\$\{(\w+)\}", lambda found: given[found[1]], rest)
            for named, rest in self.steps
            if named == word
        ]

    @property
    def copies(self) -> list[tuple[str, str]]:
        return [(source, target) for source, target in map(str.split, self.of("COPY"))]

    @property
    def environ(self) -> dict[str, str]:
        pairs = [pair for line in self.of("ENV") for pair in shlex.split(line)]
        return dict(pair.split("=", 1) for pair in pairs)

    @property
    def started(self) -> list[str]:
        (entry,), (command,) = self.of("ENTRYPOINT"), self.of("CMD")
        return [*json.loads(entry), *json.loads(command)]

    @property
    def health(self) -> list[str]:
        (check,) = self.of("HEALTHCHECK")
        words: list[str] = json.loads(check[check.index("[") :])
        return words


IMAGE = Dockerfile((ROOT / "Dockerfile").read_text("utf-8"))


def test_the_base_is_an_image_by_its_plain_name_and_of_the_trees_python() -> None:
    wanted = (ROOT / ".python-version").read_text("utf-8").strip()
    assert IMAGE.of("FROM") == [f"python:{wanted}-slim"]


def test_everything_that_is_copied_is_there_and_nothing_else_gets_in() -> None:
    everything, *excepted = [
        line
        for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    sources = {source for source, _ in IMAGE.copies} | {"requirements-mcp.txt"}
    assert all((ROOT / source).exists() for source in sources)
    assert everything == "*"
    assert {line for line in excepted if line.startswith("!")} == {f"!{one}" for one in sources}


def test_nothing_is_installed_without_its_hash_or_by_its_own_code() -> None:
    installing = [
        part for run in IMAGE.of("RUN") for part in run.split("&&") if "pip install" in part
    ]
    assert installing
    for part in installing:
        assert {"--require-hashes", "--only-binary=:all:", "-r"} <= set(part.split())
    for name in ("requirements.txt", "requirements-mcp.txt"):
        pinned = re.split(r"\n(?=\S)", (ROOT / name).read_text("utf-8").strip())
        assert all("--hash=sha256:" in one for one in pinned if not one.startswith("#"))


def test_it_does_not_run_as_root_and_says_so_in_numbers() -> None:
    words = [word for word, _ in IMAGE.steps]
    (user,) = IMAGE.of("USER")
    assert re.fullmatch(r"[1-9]\d*:[1-9]\d*", user)
    # Whatever comes after it is no step of the build.
    assert not {"RUN", "COPY", "ADD"} & set(words[words.index("USER") :])


def test_no_secret_is_built_into_it() -> None:
    told = {name for name in IMAGE.environ if not name.startswith("PYTHON")}
    assert told == set()
    assert not [row.name for row in settings.TABLE if row.name != "PORT" and row.name in IMAGE.text]


@pytest.fixture
def container(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """The files that would be copied, and the environment that would be set."""
    for source, target in IMAGE.copies:
        there = tmp_path / target.lstrip("/")
        there.parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / source).is_dir():
            unwanted = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / source, there, ignore=unwanted)
        else:
            shutil.copy(ROOT / source, there)
    (tmp_path / "data").mkdir()
    return tmp_path, {
        name: value.replace(HOME, str(tmp_path) + HOME) for name, value in IMAGE.environ.items()
    }


def test_what_is_copied_starts_answers_and_is_healthy(
    container: tuple[Path, dict[str, str]],
) -> None:
    top, told = container
    with standing(TOWN, INSTALLED) as slack:
        given = environ(slack.api_url, PORT=str(free_port()), **told_over(told))
        assert ended(IMAGE.health, given, top / "data")[0] == 1
        with started(IMAGE.started, given, top / "data"):
            address = f"http://127.0.0.1:{given['PORT']}"
            until_ok(f"{address}/readyz")
            assert "climate" in asked(address, "climate").lower()
            # A proxy of the host's is not asked for the way to the bot itself.
            proxied = {**given, "http_proxy": "http://127.0.0.1:9"}
            assert ended(IMAGE.health, proxied, top / "data") == (0, "")
    assert (top / "data/alliance.db").is_file()


def told_over(told: dict[str, str]) -> dict[str, str]:
    """What is told, over the tests' own PYTHONPATH: the tree is not there in a container."""
    assert told["PYTHONPATH"] != str(ROOT)
    return told


def test_compose_starts_what_the_procfile_names_after_the_migration() -> None:
    written = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))["services"]
    assert {name: one.get("command") for name, one in written.items()} == {
        "database": None,
        "migrate": "migrate",
        "web": "serve",
        "worker": "worker",
    }
    for name in ("web", "worker"):
        done = {"condition": "service_completed_successfully"}
        assert written[name]["depends_on"] == {"migrate": done}
        assert written[name]["read_only"] is True
        assert set(written[name]["environment"]) <= {row.name for row in settings.TABLE}
    # What listens on no port is not asked whether it is well.
    asked_after = [one for one, told in written.items() if not told.get("healthcheck")]
    assert asked_after == ["web"]
    # The database is told apart from others by its plain name and its version.
    assert re.fullmatch(r"[a-z]+:\d+", written["database"]["image"])

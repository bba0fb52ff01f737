"""The packages that the project's own dependencies bring, and how large each is on the disk."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parent.parent / "pyproject.toml"
_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Installed:
    """One package; `wanted_by` names the first that asks for it, or is the project itself."""

    name: str
    version: str
    megabytes: float
    wanted_by: str


def installed() -> tuple[Installed, ...]:
    """All that is installed for the bot, without its extras; the largest first."""
    project = tomllib.loads(PROJECT.read_text("utf-8"))["project"]
    waiting = [(Requirement(text), "alliance-bot", "") for text in project["dependencies"]]
    found: dict[str, Installed] = {}
    seen: set[tuple[str, str]] = set()
    while waiting:
        wanted, by, extra = waiting.pop(0)
        if wanted.marker and not wanted.marker.evaluate({"extra": extra}):
            continue
        name = canonicalize_name(wanted.name)
        distribution = metadata.distribution(name)
        found.setdefault(name, Installed(name, distribution.version, _size(distribution), by))
        for extra in {"", *wanted.extras}:
            if (name, extra) not in seen:
                seen.add((name, extra))
                requires = distribution.requires or ()
                waiting += [(Requirement(text), name, extra) for text in requires]
    return tuple(sorted(found.values(), key=lambda one: -one.megabytes))


def _size(distribution: metadata.Distribution) -> float:
    """Megabytes of its files, without what Python compiles of them."""
    return sum(path.stat().st_size for path in _files(distribution)) / _MB


def _files(distribution: metadata.Distribution) -> Iterator[Path]:
    for file in distribution.files or ():
        path = Path(str(file.locate()))
        if path.suffix != ".pyc" and path.is_file():
            yield path

"""Any YAML as a file of digests or of a statement: it is read, or its faults are told."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import available_timezones

import yaml

from bot.core.errors import BrokenDigest
from bot.core.zones import Zones
from bot.library.digest_file import read_digest_file
from bot.library.reading import read_statement
from tests.fuzz.hostile import TEXTS, changed, spoilt_bytes
from tests.support.statements import HARBOUR

SMALL = Path(__file__).parent.parent / "data" / "atlantic-charter-1941"
DIGESTS = """digests:
  - channel: C0123456789
    team: T0123456789
    days: [mon, wed, fri]
    at: "09:00"
    zone: Asia/Seoul
    show: [lanterns, whales]
    language: ko
    holidays: [US, KR]
  - channel: C9876543210
    days: weekdays
    at: 17:30
    zone: New York
    show: section 1
"""
TOKENS = (
    *("- ", ": ", "? ", "&a ", "*a", "<<: *a\n", "!!python/object:os.system ", "!!binary ", "!x "),
    *(
        "[",
        "]",
        "{",
        "}",
        "|\n",
        ">-\n",
        "---\n",
        "...\n",
        "%YAML 9.9\n",
        "#",
        '"',
        "'",
        "\\x",
        "\n",
    ),
    *("  ", "\t", "\r", "\x00", "\x85", "\u2028", "\ufeff", "digests:\n", "  - channel: C1\n", "~"),
    *('"\\uD800"', '"\\U0010ffff"', "1e999", "0x" + "f" * 400, "9" * 5_000, "yes", "=", "[" * 30),
)


@dataclass(frozen=True)
class Shelf:
    """A folder with a small statement that holds, and a file of digests."""

    folder: Path
    zones: Zones

    @property
    def sources(self) -> dict[str, bytes]:
        """What each file is when it is right."""
        names = sorted(path.name for path in SMALL.iterdir())
        return {"digests.yaml": DIGESTS.encode(), **{n: (SMALL / n).read_bytes() for n in names}}

    def read(self, name: str, content: bytes) -> str:
        """Put it in the place of that file and read all: what came of it, in a word or two."""
        path = self.folder / name
        path.write_bytes(content)
        try:
            if name == "digests.yaml":
                read_digest_file(path, HARBOUR, self.zones)
            else:
                read_statement(self.folder)
        except BrokenDigest as broken:
            assert broken.faults
            assert all(fault.sentence and fault.line >= 1 for fault in broken.faults)
            assert all(map(str.isprintable, map(str, broken.faults))), broken.faults
            return "faults told"
        finally:
            if name != "digests.yaml":
                shutil.copy(SMALL / name, path)
        return "read"


@contextmanager
def shelf() -> Iterator[Shelf]:
    """A folder of its own."""
    with TemporaryDirectory() as folder:
        copied = Path(shutil.copytree(SMALL, Path(folder) / SMALL.name))
        yield Shelf(copied, Zones(tuple(sorted(available_timezones()))))


def any_file(shelf: Shelf, chance: Random) -> tuple[str, str, bytes]:
    """What was done, to which file, and what stands in it now."""
    sources = shelf.sources
    name = chance.choice(["digests.yaml"] * len(sources) + list(sources))
    whole = sources[name]
    match chance.randrange(4):
        case 0:
            return "wrong bytes", name, spoilt_bytes(whole, chance)
        case 1:
            return "wrong tokens", name, _spoilt(whole.decode(), chance)
        case 2 if name.endswith(".yaml"):
            return "a changed tree", name, _grown(whole.decode(), chance)
        case _:
            tokens = chance.choices((*TOKENS, *TEXTS), k=chance.randrange(40))
            return "any tokens", name, "".join(tokens).encode(errors="surrogatepass")


def _spoilt(text: str, chance: Random) -> bytes:
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(TOKENS) + text[at + chance.randrange(12) :]
    return text.encode(errors="surrogatepass")


def _grown(text: str, chance: Random) -> bytes:
    tree: Any = yaml.load(text, yaml.CBaseLoader)
    for _ in range(chance.randrange(1, 4)):
        tree = changed(tree, chance)
    style = chance.choice((None, True, False))
    dumped: str = yaml.dump(tree, allow_unicode=True, default_flow_style=style)
    return dumped.encode(errors="surrogatepass")

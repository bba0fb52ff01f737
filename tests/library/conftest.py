"""A small statement on disk that holds, for each test to break in one place."""

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.core.errors import BrokenDigest
from bot.library.reading import read_statement

SMALL = Path(__file__).parent.parent / "data" / "atlantic-charter-1941"


@dataclass(frozen=True)
class Shelf:
    """A copy of the small statement, and what reading it finds."""

    folder: Path

    def change(self, name: str, old: str, new: str) -> None:
        """Put `new` in place of `old`, which must stand in the file exactly once."""
        text = (self.folder / name).read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands in {name} {text.count(old)} times"
        (self.folder / name).write_text(text.replace(old, new), "utf-8")

    def rewrite_source(self, old: str, new: str) -> None:
        """Change the source on purpose: its sha256 in the digest is made to agree."""
        before = hashlib.sha256((self.folder / "source.txt").read_bytes()).hexdigest()
        self.change("source.txt", old, new)
        after = hashlib.sha256((self.folder / "source.txt").read_bytes()).hexdigest()
        self.change("statement.yaml", before, after)

    def faults(self) -> list[tuple[str, int, str, str]]:
        """File name, line, key and sentence of every fault."""
        with pytest.raises(BrokenDigest) as caught:
            read_statement(self.folder)
        return [(Path(f.file).name, f.line, f.key, f.sentence) for f in caught.value.faults]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(Path(shutil.copytree(SMALL, tmp_path / SMALL.name)))

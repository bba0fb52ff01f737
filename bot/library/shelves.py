"""Where the digests are kept: in the package of an installed bot, else in the repository."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from bot.library.files import broken

STATEMENT, SOURCE = "statement.yaml", "source.txt"
DECOYS, SYNONYMS = "decoys.yaml", "synonyms.yaml"
FILLERS, COMMON = "fillers.yaml", "common.yaml"
# All that a statement's folder holds.
FILES = (SOURCE, STATEMENT, DECOYS, SYNONYMS, FILLERS, COMMON)


def knowledge_folder() -> Path:
    """The `knowledge/` that a wheel carries as `bot/knowledge`, or else the repository's own."""
    package = Path(str(resources.files("bot")))
    packaged = package / "knowledge"
    return packaged if packaged.is_dir() else package.parent / "knowledge"


def statement_folders(folder: Path | None = None) -> tuple[Path, ...]:
    """The statements' folders in `folder`, by name; `folder` itself where it is one of them.

    A folder with a source and no digest counts, so that the missing file is told, not passed over.
    Raises BrokenDigest where a folder cannot be looked into.
    """
    shelf = folder or knowledge_folder()
    with _looking_into(shelf):
        if _holds_statement(shelf):
            return (shelf,)
        if not shelf.is_dir():
            return ()
        return tuple(sorted(found for found in shelf.iterdir() if _holds_statement(found)))


def stray_folders(folder: Path | None = None) -> tuple[Path, ...]:
    """The folders in `folder` that hold files and yet no statement: one of them may be misnamed.

    Raises BrokenDigest where a folder cannot be looked into.
    """
    shelf = folder or knowledge_folder()
    with _looking_into(shelf):
        if _holds_statement(shelf) or not shelf.is_dir():
            return ()
        return tuple(sorted(found for found in shelf.iterdir() if _is_stray(found)))


@contextmanager
def _looking_into(shelf: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        path = Path(error.filename or shelf)
        raise broken(path, 1, f"the folder cannot be read: {error.strerror}") from None


def _is_stray(folder: Path) -> bool:
    if not folder.is_dir() or _passed_over(folder) or _holds_statement(folder):
        return False
    return any(not _passed_over(found) for found in folder.iterdir())


def _passed_over(path: Path) -> bool:
    return path.name.startswith(".") or path.name == "__pycache__"


def _holds_statement(folder: Path) -> bool:
    return (folder / STATEMENT).is_file() or (folder / SOURCE).is_file()

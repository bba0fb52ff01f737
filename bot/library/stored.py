"""The indexed statements kept between two starts: opened in a fifth of the time of building them.

What is kept is sealed with the statements' files, the bot's code that reads and indexes them, and
Python's version: where one of them changes, all is read, proofed and indexed anew. It is a pickle,
which does what its writer wants: where anybody else could have written it, it stays shut.
"""

import logging
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from stat import S_IWGRP, S_IWOTH
from tempfile import NamedTemporaryFile

from bot.core.errors import BrokenDigest
from bot.core.library import FEW, Library
from bot.library.files import bytes_of
from bot.library.shelves import FILES, knowledge_folder, statement_folders, stray_folders

# Indexes that a cache holds at most, of as many folders; one is some five megabytes.
MOST = 8
_SEAL = sha256().digest_size
_LOG = logging.getLogger("bot.library")


def kept(cache: Path, folder: Path | None, build: Callable[[], Library]) -> Library:
    """The library of that folder from the cache, or else built, and kept there if that can be.

    Raises what building raises. Of very many statements nothing is kept.
    """
    if (made_of := _made_of(folder)) is None:
        return build()
    file = cache / f"{_named_after(folder or knowledge_folder())}.index"
    if (library := _opened(file, made_of)) is None:
        library = build()
        # What changed while it was read may or may not be in it.
        if _made_of(folder) == made_of:
            _keep(file, made_of, library)
    return library


def _made_of(folder: Path | None) -> bytes | None:
    """A digest of all that the index is made of; None where it is broken, which building tells.

    None for very many statements as well.
    """
    digest = sha256(sys.version.encode())
    try:
        if len(folders := statement_folders(folder)) > FEW:
            return None
        for path, content in (*_code(), *_files(folders, stray_folders(folder))):
            digest.update(b"\0%b\0%d\0%b" % (os.fsencode(path), len(content), content))
    except BrokenDigest:
        return None
    return digest.digest()


def _code() -> Iterator[tuple[Path, bytes]]:
    bot = Path(__file__).parents[1]
    for path in sorted((*(bot / "core").rglob("*.py"), *(bot / "library").rglob("*.py"))):
        yield path, path.read_bytes()


def _files(folders: tuple[Path, ...], strays: tuple[Path, ...]) -> Iterator[tuple[Path, bytes]]:
    yield from ((folder, b"") for folder in strays)
    for folder in folders:
        yield from ((folder.resolve() / name, bytes_of(folder / name)) for name in FILES)


def _named_after(folder: Path) -> str:
    return sha256(os.fsencode(folder.resolve())).hexdigest()[:16]


def _opened(file: Path, made_of: bytes) -> Library | None:
    """What the file holds; None where it is missing, another's, damaged or of other parts."""
    with suppress(OSError):
        # Nothing in a folder of other people's is so much as opened: it might be a pipe.
        if not _is_ours(file.parent.stat()):
            return None
        with file.open("rb") as opened:
            if not _is_ours(os.fstat(opened.fileno())):
                return None
            seal, content = opened.read(_SEAL), opened.read()
        return _unpacked(content) if seal == _seal(made_of, content) else None
    return None


def _unpacked(content: bytes) -> Library | None:
    try:
        library = pickle.loads(content)
    except Exception:  # the classes of a library that has changed since: whatever they raise
        return None
    return library if isinstance(library, Library) else None


def _keep(file: Path, made_of: bytes, library: Library) -> None:
    """Write it in one step; a folder that cannot be written to keeps nothing."""
    content = pickle.dumps(library, pickle.HIGHEST_PROTOCOL)
    with suppress(OSError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_ours(file.parent.stat()):
            _LOG.info("no index is kept: others may write its folder")
            return
        _write(file, _seal(made_of, content) + content)
        _sweep(file.parent)


def _write(file: Path, content: bytes) -> None:
    with NamedTemporaryFile(dir=file.parent, suffix=file.suffix, delete=False) as new:
        try:
            new.write(content)
            new.close()
            Path(new.name).replace(file)
        finally:
            Path(new.name).unlink(missing_ok=True)


def _sweep(cache: Path) -> None:
    """Remove the oldest indexes, and what a process left that was killed as it wrote."""
    indexes = sorted(cache.glob("*.index"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in indexes[MOST:]:
        file.unlink(missing_ok=True)


def _seal(made_of: bytes, content: bytes) -> bytes:
    return sha256(made_of + content).digest()


def _is_ours(status: os.stat_result) -> bool:
    """Whether this user alone can have written it."""
    return status.st_uid == os.geteuid() and not status.st_mode & (S_IWGRP | S_IWOTH)

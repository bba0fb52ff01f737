"""The indexed statements kept between two starts: opened in a fifth of the time of building them.

What is kept is sealed with every byte that it was made of, the statements' files and the code that
reads and indexes them: where one of them changes, all is read, proofed and indexed anew. It is a
pickle, which does what its writer wants: where anybody else could have written it, it stays shut.
"""

import os
import pickle
import sys
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from stat import S_IWGRP, S_IWOTH
from tempfile import NamedTemporaryFile

from bot.core.errors import BrokenDigest
from bot.core.library import FEW, Library
from bot.library.files import bytes_of
from bot.library.shelves import FILES, knowledge_folder, statement_folders, stray_folders

_SEAL = sha256().digest_size


def kept(cache: Path, folder: Path | None, build: Callable[[], Library]) -> Library:
    """The library of that folder from the cache, or else built, and kept there if that can be.

    Raises what building raises. Of very many statements nothing is kept.
    """
    if len(statement_folders(folder)) > FEW:
        return build()
    try:
        made_of = _made_of(folder)
    except BrokenDigest:
        return build()  # which tells every fault
    file = cache / f"{_named_after(folder or knowledge_folder())}.index"
    if (library := _opened(file, made_of)) is None:
        library = build()
        _keep(file, made_of, library)
    return library


def _made_of(folder: Path | None) -> bytes:
    """A digest of Python's version, the code, and the statements' files; raises BrokenDigest."""
    digest = sha256(sys.version.encode())
    for path, content in _parts(folder):
        digest.update(f"\0{path}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.digest()


def _parts(folder: Path | None) -> Iterator[tuple[Path, bytes]]:
    code = Path(__file__).parents[1]
    for path in sorted((*code.glob("core/*.py"), *code.glob("library/*.py"))):
        yield path, path.read_bytes()
    for path in stray_folders(folder):
        yield path, b""
    for path in statement_folders(folder):
        yield from ((path.resolve() / name, bytes_of(path / name)) for name in FILES)


def _named_after(folder: Path) -> str:
    return sha256(str(folder.resolve()).encode()).hexdigest()[:16]


def _opened(file: Path, made_of: bytes) -> Library | None:
    """What the file holds; None where it is missing, another's, damaged or of other parts."""
    try:
        with file.open("rb") as opened:
            if not (_is_ours(file.parent.stat()) and _is_ours(os.fstat(opened.fileno()))):
                return None
            seal, content = opened.read(_SEAL), opened.read()
    except OSError:
        return None
    if seal != _seal(made_of, content):
        return None
    library = pickle.loads(content)
    return library if isinstance(library, Library) else None


def _keep(file: Path, made_of: bytes, library: Library) -> None:
    """Write it in one step; a folder that cannot be written to keeps nothing."""
    content = pickle.dumps(library, pickle.HIGHEST_PROTOCOL)
    new = None
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=file.parent, delete=False) as new:
            new.write(_seal(made_of, content) + content)
        Path(new.name).replace(file)
    except OSError:
        if new:
            Path(new.name).unlink(missing_ok=True)


def _seal(made_of: bytes, content: bytes) -> bytes:
    digest = sha256(made_of)
    digest.update(content)
    return digest.digest()


def _is_ours(status: os.stat_result) -> bool:
    """Whether this user alone can have written it."""
    return status.st_uid == os.geteuid() and not status.st_mode & (S_IWGRP | S_IWOTH)

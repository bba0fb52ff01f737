"""Statements read by a process of their own, which ends with all that only reading needs.

That is PyYAML, pydantic and every draft: some forty megabytes, which whoever serves the statements
would else hold for as long as it runs.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import Pipe, Process
from multiprocessing.connection import Connection
from pathlib import Path

from bot.core.errors import BrokenDigest, Fault
from bot.core.statement import Statement
from bot.library.shelves import knowledge_folder

Statements = tuple[Statement, ...]
_ENDED = "was not read to its end: the process that reads was killed. Is there too little memory?"


@contextmanager
def reading_aside(folder: Path | None) -> Iterator[Callable[[], Statements]]:
    """Begin to read; what it yields waits for the proofed statements, or raises BrokenDigest."""
    here, there = Pipe(duplex=False)
    reader = Process(target=_read, args=(here, there, folder), daemon=True)
    reader.start()
    there.close()
    try:
        yield lambda: _received(here, folder)
    finally:
        here.close()
        reader.join()


def _read(here: Connection, there: Connection, folder: Path | None) -> None:
    from bot.core.lasting import lasting
    from bot.library.reading import read_statements

    # Whoever holds both ends would wait for itself if the other process were gone.
    here.close()
    with suppress(BrokenPipeError), lasting():
        try:
            there.send(read_statements(folder))
        except BrokenDigest as broken:
            there.send(broken.faults)


def _received(here: Connection, folder: Path | None) -> Statements:
    try:
        received = here.recv()
    except EOFError:
        received = (Fault(str(folder or knowledge_folder()), 1, "", _ENDED),)
    if isinstance(received[0], Statement):
        return tuple(received)
    raise BrokenDigest(received)

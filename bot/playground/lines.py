"""Lines that people and pipes type."""

from collections.abc import Iterator
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

PROMPT = "alliance> "


def typed(source: TextIO) -> Iterator[str]:
    """Lines from a prompt until Ctrl-D or Ctrl-C; from a pipe, each echoed as it is read."""
    if source.isatty():
        yield from _prompted()
        return
    for line in lines(source):
        print(f"> {line}")
        yield line


def lines(source: TextIO) -> Iterator[str]:
    """The lines of a stream of UTF-8, whole: only a line feed ends one."""
    if isinstance(source, TextIOWrapper):
        source.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    for line in source:
        yield line.removesuffix("\n").removesuffix("\r")


def _prompted() -> Iterator[str]:
    with suppress(ImportError):
        import readline  # noqa: F401  # gives the prompt its history and its editing keys
    while True:
        try:
            yield input(PROMPT)
        except (EOFError, KeyboardInterrupt):
            print()
            return

"""Statements that stand beside each other: none may be called what another is."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bot.core.errors import Fault
from bot.core.folding import squeezed, words
from bot.core.statement import Statement
from bot.library.composing import Key
from bot.library.documents import document_of
from bot.library.shelves import STATEMENT


def names_of_two(read: Iterable[tuple[Path, Statement]]) -> Iterator[Fault]:
    """A fault for each slug, title or other name that a statement before has, spaces aside."""
    owners: dict[str, str] = {}
    for folder, statement in read:
        told = []
        for key, name in _called(statement):
            owner = owners.setdefault(squeezed(words(name)), statement.slug)
            if owner != statement.slug:
                told.append((key, f"“{name}” names the statement {owner} too; call one otherwise"))
        if told:
            yield from document_of(folder / STATEMENT).faults(told)


def _called(statement: Statement) -> Sequence[tuple[Key, str]]:
    """What the statement may be called, and the key of each in its file."""
    title = statement.title
    own: list[tuple[Key, str]] = [
        ((), statement.slug),
        (("title", "en"), title.en),
        (("title", "ko"), title.ko),
    ]
    return own + [(("names",), name) for name in statement.names]

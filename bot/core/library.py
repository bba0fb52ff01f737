"""The statements the bot can quote, each with its index, in the order of their folders."""

import gc
from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.index import Index
from bot.core.statement import Passage, Statement, Theme


@dataclass(frozen=True, slots=True)
class Library:
    """At least one statement, indexed; the first is the one that places are counted in."""

    indexes: tuple[Index, ...]

    @property
    def statements(self) -> tuple[Statement, ...]:
        return tuple(index.statement for index in self.indexes)

    def passage(self, slug: str, id: str) -> tuple[Statement, Passage] | None:
        """The passage of that statement and id, or None (a forged or an old button)."""
        for statement, theme in self._themes(slug):
            for passage in theme.passages:
                if passage.id == id:
                    return statement, passage
        return None

    def theme(self, slug: str, id: str) -> tuple[Statement, Theme] | None:
        """The theme of that statement and id, or None where there is none."""
        for statement, theme in self._themes(slug):
            if theme.id == id:
                return statement, theme
        return None

    def _themes(self, slug: str) -> Iterator[tuple[Statement, Theme]]:
        for statement in self.statements:
            if statement.slug == slug:
                for theme in statement.themes:
                    yield statement, theme


def library_of(*statements: Statement) -> Library:
    """The statements indexed; takes about half a second for one of 16,000 aliases.

    What is built here lives as long as the process, so the garbage collector is kept from walking
    it: again and again while it grows, and for tens of milliseconds in the midst of an answer.
    """
    gc.disable()
    try:
        library = Library(tuple(Index(statement) for statement in statements))
    finally:
        gc.enable()
    gc.freeze()
    return library

"""The statements the bot can quote, each with its index, in the order of their folders."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from bot.core.addresses import Pages
from bot.core.catalogue import Catalogue, Told
from bot.core.index import Index, WholeIndex
from bot.core.lasting import lasting
from bot.core.naming import Names
from bot.core.statement import Passage, Statement, Theme
from bot.core.verbatim import Verbatim

# So many statements are asked one after the other, each with an index of its own.
FEW = 8


class Shelf(Protocol):
    """How statements are asked: all of them, or those of very many that are likely to answer."""

    def likely(self, text: str) -> Sequence[Index]: ...

    def opened(self, number: int) -> Index: ...

    def quoted_in(self, text: str) -> tuple[Statement, tuple[Passage, ...]] | None: ...

    def telling(self, spoken: Iterable[str]) -> float: ...


class Few:
    """Each statement with its whole index: all are asked."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.indexes = tuple(WholeIndex(statement) for statement in statements)
        self._verbatim = tuple(Verbatim(statement) for statement in statements)

    def likely(self, text: str) -> Sequence[Index]:
        return self.indexes

    def opened(self, number: int) -> Index:
        return self.indexes[number]

    def quoted_in(self, text: str) -> tuple[Statement, tuple[Passage, ...]] | None:
        for index, verbatim in zip(self.indexes, self._verbatim, strict=True):
            if passages := verbatim.quoted_in(text):
                return index.statement, passages
        return None

    def telling(self, spoken: Iterable[str]) -> float:
        known = tuple(spoken)
        return max(sum(map(index.weight_of, known)) for index in self.indexes)


class Library:
    """At least one statement, indexed; the first is the one that places are counted in."""

    def __init__(self, statements: tuple[Statement, ...], shelf: Shelf) -> None:
        self.statements, self.shelf = statements, shelf
        self.pages = Pages(statements)
        self._numbers = {statement.slug: place for place, statement in enumerate(statements)}
        self._names = Names(statements) if len(statements) > 1 else None

    def named_in(self, text: str) -> tuple[Index, str] | None:
        """The index of the statement that a question names, and the question without its name."""
        if self._names is None or (found := self._names.named_in(text)) is None:
            return None
        number, rest = found
        return self.shelf.opened(number), rest

    def statement(self, slug: str) -> Statement | None:
        """The statement of that slug, or None (an old button)."""
        number = self._numbers.get(slug)
        return None if number is None else self.statements[number]

    def index_of(self, statement: Statement) -> Index:
        """The index of one of the statements."""
        return self.shelf.opened(self._numbers[statement.slug])

    def passage(self, slug: str, id: str) -> tuple[Statement, Passage] | None:
        """The passage of that statement and id, or None (a forged or an old button)."""
        statement = self.statement(slug)
        passage = statement.passage(id) if statement else None
        return (statement, passage) if statement and passage else None

    def theme(self, slug: str, id: str) -> tuple[Statement, Theme] | None:
        """The theme of that statement and id, or None where there is none."""
        statement = self.statement(slug)
        theme = statement.theme_named(id) if statement else None
        return (statement, theme) if statement and theme else None


def _untold(done: int, of: int) -> None:
    pass


def library_of(*statements: Statement, told: Told = _untold) -> Library:
    """The statements indexed; takes about a quarter of a second for one of 16,000 aliases.

    Of very many, `told` hears how many are done, and of how many.
    """
    with lasting():
        few = len(statements) <= FEW
        shelf: Shelf = Few(statements) if few else Catalogue(statements, told)
        return Library(statements, shelf)

"""One statement's index, read out of the columns that hold those of all."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from bot.core.columns import Columns
from bot.core.drafting import THEME_ORDER, affinity_of, rarity_of
from bot.core.index import Alias, Entry, Index, Named
from bot.core.layered import Commons, Layered, Where
from bot.core.reader import Reader
from bot.core.readings import root_key
from bot.core.spelling import Listed, Part, Shared
from bot.core.statement import Neighbour, Statement

_AFFINITIES = tuple(map(affinity_of, range(256)))


class Slice(Index):
    """The index of the statement of that number; it answers as the statement's own would."""

    def __init__(
        self,
        columns: Columns,
        number: int,
        statement: Statement,
        commons: Commons,
        spelling: tuple[Shared, Shared],
    ) -> None:
        first, after = columns.entries_from[number : number + 2]
        rarity = _Rarities(columns, first, after)
        vocabulary = Layered(
            commons,
            Where(lambda word: columns.speaks(number, word)),
            Where(lambda stem: rarity.get(stem) is not None),
            Where(lambda root: rarity.get(root_key(root)) is not None),
        )
        latin, korean = spelling
        self.statement = statement
        self.reader = Reader(
            vocabulary, Part(latin, vocabulary.everything), Part(korean, vocabulary.korean)
        )
        self.entries = entries = _Entries(columns, statement, first, after)
        self.greatest_rarity = rarity_of(1, after - first)
        self.rarity = rarity
        self.exact = _Exact(columns, entries)
        self.spelling = Listed(columns.spelt[number])
        self.postings = _Postings(columns, first, after)
        self.vocabulary = vocabulary


class _Rarities:
    def __init__(self, columns: Columns, first: int, after: int) -> None:
        self._postings, self._first, self._after = columns.postings, first, after

    def get(self, name: str, /) -> float | None:
        if (posting := self._postings.get(name)) is None:
            return None
        start, stop = posting.span(self._first, self._after)
        return rarity_of(stop - start, self._after - self._first) if stop > start else None


class _Postings:
    def __init__(self, columns: Columns, first: int, after: int) -> None:
        self._postings, self._first, self._after = columns.postings, first, after

    def get(self, name: str, /) -> Sequence[tuple[int, float]] | None:
        if (posting := self._postings.get(name)) is None:
            return None
        start, stop = posting.span(self._first, self._after)
        pairs = zip(posting.entries[start:stop], posting.counts[start:stop], strict=True)
        return [(entry - self._first, _affinity(count)) for entry, count in pairs]


class _Entries:
    def __init__(self, columns: Columns, statement: Statement, first: int, after: int) -> None:
        self.columns, self.first, self.after = columns, first, after
        self._statement = statement

    def __len__(self) -> int:
        return self.after - self.first

    def __getitem__(self, number: int, /) -> Entry:
        columns, entry = self.columns, self.first + number
        return Entry(
            columns.subjects[entry],
            THEME_ORDER * columns.places[entry],
            _Aliases(self, entry),
            _ByKey(columns, entry),
            Where(lambda key: columns.holds(entry, key)),
        )

    def named(self, name: int) -> tuple[int, Alias]:
        """The entry's place and the alias of a name's number."""
        entry = bisect_right(self.columns.names_from, name) - 1
        alias = _Aliases(self, entry)[name - self.columns.names_from[entry]]
        return entry - self.first, alias

    def called(self, entry: int, place: int) -> tuple[str, bool]:
        """An entry's alias of that place, and whether it is its theme's."""
        subject = self.columns.subjects[entry]
        if isinstance(subject, Neighbour):
            return (subject.title.en, subject.title.ko, *subject.aliases)[place], False
        if place < len(subject.aliases):
            return subject.aliases[place], False
        theme = self._statement.theme(subject.theme)
        called = theme.title.en, theme.title.ko, *theme.aliases
        return called[place - len(subject.aliases)], True


class _Aliases:
    def __init__(self, entries: _Entries, entry: int) -> None:
        self._entries, self._entry = entries, entry
        self._first, self._after = entries.columns.names_from[entry : entry + 2]

    def __len__(self) -> int:
        return self._after - self._first

    def __getitem__(self, number: int, /) -> Alias:
        weight = self._entries.columns.weights[self._first + number]
        return Alias(*self._entries.called(self._entry, number), weight)


class _ByKey:
    def __init__(self, columns: Columns, entry: int) -> None:
        self._columns = columns
        self._first, self._after = columns.by_key_from[entry : entry + 2]

    def get(self, name: str, /) -> Sequence[int] | None:
        if (posting := self._columns.postings.get(name)) is None:
            return None
        numbers = self._columns.key_numbers
        start = bisect_left(numbers, posting.number, self._first, self._after)
        stop = bisect_right(numbers, posting.number, start, self._after)
        return self._columns.key_names[start:stop]


class _Exact:
    def __init__(self, columns: Columns, entries: _Entries) -> None:
        self._columns, self._entries = columns, entries
        self._first = columns.names_from[entries.first]
        self._after = columns.names_from[entries.after]

    def get(self, spelling: str, /) -> Sequence[Named]:
        found = self._columns.named(spelling, self._first, self._after)
        named = map(self._entries.named, found)
        return [Named(entry, alias.text, alias.of_theme) for entry, alias in named]


def _affinity(count: int) -> float:
    return _AFFINITIES[count] if count < len(_AFFINITIES) else affinity_of(count)

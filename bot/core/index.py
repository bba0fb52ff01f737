"""A statement's passages by the words that lead to them: built once at start, then only read."""

import math
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple, Protocol, TypeVar

from bot.core import hangul
from bot.core.drafting import (
    LEAST_RARITY,
    Draft,
    Keyed,
    affinity_of,
    drafts_of,
    keyed,
    rarities,
    rarity_of,
    spellings_of,
    spoken_in,
    weighed,
)
from bot.core.lists import Lists
from bot.core.reader import LONGEST_WORD, Reader, WholeReader
from bot.core.spelling import Spelling
from bot.core.statement import Neighbour, Passage, Statement
from bot.core.vocabulary import Vocabulary, Whole

_Found_co = TypeVar("_Found_co", covariant=True)


class Lookup(Protocol[_Found_co]):
    """What something is looked up in by its name: a dictionary, or what answers like one."""

    def get(self, name: str, /) -> _Found_co | None: ...


class Row(Protocol[_Found_co]):
    """What is numbered from 0: a tuple, or what answers like one."""

    def __len__(self) -> int: ...

    def __getitem__(self, number: int, /) -> _Found_co: ...


class Alias(NamedTuple):
    """One alias of an entry: what it says, whether the theme shares it, what its words weigh."""

    text: str
    of_theme: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that a question can be about: a passage to quote, or a neighbour to name.

    `affinity` says for each key how much it is this entry's own (0.5 to 1); `by_key` gives the
    aliases that hold it; `handicap` keeps the passages of a theme in the statement's order.
    """

    subject: Passage | Neighbour
    handicap: float
    aliases: Row[Alias]
    by_key: Lookup[Sequence[int]]
    affinity: Container[str]


class Named(NamedTuple):
    """An entry number and the alias that names it exactly."""

    entry: int
    alias: str
    of_theme: bool


class Index:
    """What the matcher looks words up in."""

    statement: Statement
    reader: Reader
    entries: Row[Entry]
    greatest_rarity: float
    rarity: Lookup[float]
    exact: Lookup[Sequence[Named]]
    spelling: Spelling
    postings: Lookup[Sequence[tuple[int, float]]]
    vocabulary: Vocabulary

    def weight_of(self, word: str) -> float:
        """How much a word says by itself, for a first look: nothing where it is not known."""
        if word in self.vocabulary.common:
            return 0.0
        keys = self.vocabulary.keys(word[:LONGEST_WORD])
        return sum(self.rarity.get(names[0]) or 0.0 for names in keys)

    def rarity_in(self, share: float) -> float:
        """How rare a word is that stands in that share of the entries."""
        return LEAST_RARITY - math.log(share)


class WholeIndex(Index):
    """The index of one statement by itself."""

    entries: tuple[Entry, ...]
    vocabulary: Whole

    def __init__(self, statement: Statement) -> None:
        drafts = list(drafts_of(statement))
        vocabulary = Whole(spoken_in(drafts), Lists(statement.lexicon))
        self.statement = statement
        self.reader = WholeReader(vocabulary)
        self.vocabulary = vocabulary
        found = [keyed(vocabulary, draft) for draft in drafts]
        vocabulary.settle()
        self.rarity = rarity = rarities([each.counts for each in found])
        self.greatest_rarity = rarity_of(1, len(drafts))
        pairs = list(zip(drafts, found, strict=True))
        self.entries = tuple(_entries(pairs, rarity))
        self.exact = exact = _exact(pairs)
        self.spelling = Spelling([name for name in exact if ":" not in name], hangul.jamo)
        self.postings = _postings(found)


def _entries(pairs: Iterable[tuple[Draft, Keyed]], rarity: dict[str, float]) -> Iterator[Entry]:
    # Equal numbers are one tuple in memory.
    once: dict[tuple[int, ...], tuple[int, ...]] = {}
    for draft, found in pairs:
        by_key: dict[str, list[int]] = defaultdict(list)
        aliases = []
        for number, (named, keys) in enumerate(zip(draft.names, found.keys, strict=True)):
            aliases.append(Alias(named.text, named.of_theme, weighed(keys, rarity)))
            for name in set(chain.from_iterable(keys)):
                by_key[name].append(number)
        numbers = {name: tuple(held) for name, held in by_key.items()}
        by_key_once = {name: once.setdefault(held, held) for name, held in numbers.items()}
        held_keys = frozenset(found.counts)
        yield Entry(draft.subject, draft.handicap, tuple(aliases), by_key_once, held_keys)


def _exact(pairs: Iterable[tuple[Draft, Keyed]]) -> dict[str, tuple[Named, ...]]:
    """Every alias as it is typed without spaces, and as its keys alone."""
    exact: dict[str, tuple[Named, ...]] = {}
    for number, (draft, found) in enumerate(pairs):
        for name, keys in zip(draft.names, found.keys, strict=True):
            named = (Named(number, name.text, name.of_theme),)
            for spelling in spellings_of(name.typed, keys):
                exact[spelling] = exact.get(spelling, ()) + named
    return exact


def _postings(found: Iterable[Keyed]) -> dict[str, tuple[tuple[int, float], ...]]:
    """For each key the numbers of the entries that hold it, and how much it is their own."""
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, each in enumerate(found):
        # Few pairs are different, and each is one in memory.
        pairs = {count: (number, affinity_of(count)) for count in set(each.counts.values())}
        for name, count in each.counts.items():
            postings[name].append(pairs[count])
    return {name: tuple(held) for name, held in postings.items()}

"""Thousands of passages in arrays: a small part of what dictionaries of each would take.

Statements are numbered as they come, entries through all statements, names (an entry's aliases and
titles) through all entries, so that a statement's and an entry's own are a run of numbers.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from heapq import nlargest
from sys import intern

from bot.core import hangul
from bot.core.drafting import Draft, Keyed, rarities, spellings_of, weighed
from bot.core.statement import Neighbour, Passage

MOST_COUNTED = 255
# Entries that a key proposes by itself: those that hold it most often.
MOST_BEST = 500
# The rest of 64 bits are a spelling's stamp. Two spellings share one in less than one question of
# ten millions, within one statement.
NAME_BITS = 28
_STAMPS = (1 << (64 - NAME_BITS)) - 1
_NAMES = (1 << NAME_BITS) - 1


class Posting:
    """The entries that hold one key, in their order, and how often each does."""

    __slots__ = ("best", "best_counts", "counts", "entries", "number")

    def __init__(self, number: int) -> None:
        self.number = number
        self.entries = self.best = array("I")
        self.counts = self.best_counts = array("B")

    def settle(self) -> None:
        """Choose the best, when all are there."""
        if len(self.entries) > MOST_BEST:
            places = nlargest(MOST_BEST, range(len(self.entries)), key=self.counts.__getitem__)
            self.best = array("I", map(self.entries.__getitem__, places))
            self.best_counts = array("B", map(self.counts.__getitem__, places))

    def span(self, first: int, after: int) -> tuple[int, int]:
        """Where the entries of that run stand, from and to."""
        start = bisect_left(self.entries, first)
        return start, bisect_left(self.entries, after, start)

    def count_in(self, entry: int) -> int:
        """How often that entry holds the key."""
        place = bisect_left(self.entries, entry)
        here = place < len(self.entries) and self.entries[place] == entry
        return self.counts[place] if here else 0


class Columns:
    """What is told of the entries of all statements."""

    def __init__(self) -> None:
        self.subjects: list[Passage | Neighbour] = []
        self.places = array("H")
        self.entries_from = array("I", [0])
        self.names_from = array("I", [0])
        self.weights = array("d")
        self.by_key_from = array("I", [0])
        # For each entry in order of keys: the key's number, and the place of a name that holds it.
        self.key_numbers, self.key_names = array("I"), array("H")
        self.postings: dict[str, Posting] = {}
        self.spoken: dict[str, array[int]] = {}
        # For each statement, every spelling of a name that is one word, letter by letter.
        self.spelt: list[str] = []
        self._exact = array("Q")

    def add(self, spoken: Iterable[str], pairs: Sequence[tuple[Draft, Keyed]]) -> None:
        """Add the next statement: its words, and its drafts with their keys."""
        number = len(self.entries_from) - 1
        for word in spoken:
            self.spoken.setdefault(intern(word), array("H")).append(number)
        rarity = rarities([found.counts for _, found in pairs])
        spelt: set[str] = set()
        for draft, found in pairs:
            spelt |= self._add_entry(draft, found, rarity)
        self.spelt.append("\n".join(("", *map(hangul.jamo, spelt), "")))
        self.entries_from.append(len(self.subjects))

    def settle(self) -> None:
        """Put in order what is looked up across statements, when all are there."""
        for posting in self.postings.values():
            posting.settle()
        self._exact = array("Q", sorted(self._exact))

    def speaks(self, number: int, word: str) -> bool:
        """Whether the statement of that number says the word anywhere."""
        return _stands_in(self.spoken.get(word, ()), number)

    def holds(self, entry: int, key: str) -> bool:
        """Whether the entry holds the key."""
        posting = self.postings.get(key)
        return posting is not None and _stands_in(posting.entries, entry)

    def named(self, spelling: str, first: int, after: int) -> Iterator[int]:
        """The names of that run of numbers that are spelt so."""
        stamp = _stamp(spelling)
        place = bisect_left(self._exact, stamp | first)
        while place < len(self._exact) and self._exact[place] < stamp | after:
            yield self._exact[place] & _NAMES
            place += 1

    def _add_entry(self, draft: Draft, found: Keyed, rarity: dict[str, float]) -> set[str]:
        """Add one entry; returns the spellings of its names that are one word."""
        entry = len(self.subjects)
        self.subjects.append(draft.subject)
        self.places.append(draft.place)
        for key, count in found.counts.items():
            posting = self.postings.get(key) or self._begun(key)
            posting.entries.append(entry)
            posting.counts.append(count if count < MOST_COUNTED else MOST_COUNTED)
        self._add_by_key(found)
        spelt: set[str] = set()
        for name, keys in zip(draft.names, found.keys, strict=True):
            spellings = spellings_of(name.typed, keys)
            self._exact.extend(_stamp(spelling) | len(self.weights) for spelling in spellings)
            self.weights.append(weighed(keys, rarity))
            spelt.update(spelling for spelling in spellings if ":" not in spelling)
        self.names_from.append(len(self.weights))
        return spelt

    def _add_by_key(self, found: Keyed) -> None:
        """Add which names hold which keys, a number for both, so that they are quickly sorted."""
        held = sorted(
            self.postings[key].number << 16 | place
            for place, keys in enumerate(found.keys)
            for key in {key for names in keys for key in names}
        )
        self.key_numbers.extend([both >> 16 for both in held])
        self.key_names.extend([both & 0xFFFF for both in held])
        self.by_key_from.append(len(self.key_numbers))

    def _begun(self, key: str) -> Posting:
        posting = self.postings[intern(key)] = Posting(len(self.postings))
        return posting


def _stamp(spelling: str) -> int:
    """A number that tells spellings apart, above those of names."""
    return (hash(spelling) & _STAMPS) << NAME_BITS


def _stands_in(numbers: Sequence[int], number: int) -> bool:
    place = bisect_left(numbers, number)
    return place < len(numbers) and numbers[place] == number

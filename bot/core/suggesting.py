"""What to suggest to somebody who is still typing: themes and passages, the likeliest first.

The matcher reads whole words; what has just been begun is led to the names that go on with it.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from bot.core import hangul
from bot.core.folding import unwrapped, words
from bot.core.index import Index
from bot.core.library import Library
from bot.core.searching import search
from bot.core.statement import Passage, Statement, Theme

LONGEST_TYPED = 150
# Of very many statements those that were asked last are kept sorted, never fewer than are proposed.
MOST_SHELVES = 16
# Of each kind, so that both together fit into one menu.
MOST_SUGGESTED = 50
# What a title that goes on with the words adds to a matcher's score, and what an alias that does.
TITLE_BONUS, NAME_BONUS = 0.8, 0.3
EXACT_BONUS = 1.0
# After the last letter that any word can have.
_LAST = "\U0010ffff"

Subjects = tuple[tuple[Statement, Theme], ...]
Quotable = tuple[tuple[Statement, Passage], ...]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """Themes and passages, each with its statement, best first; fifty of a kind at most."""

    themes: Subjects
    passages: Quotable = ()


class Typeahead:
    """Suggests from a library; a few statements are sorted once, when it is built."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._shelf = lru_cache(MOST_SHELVES)(_Shelf)
        for index in library.shelf.likely(""):
            self._shelf(index)

    def suggest(self, text: str) -> Suggestions:
        """What the words may become; all themes in their order where there are none yet."""
        plain = unwrapped(text[:LONGEST_TYPED])
        typed = [_keys(word) for word in words(plain)]
        if not typed:
            return Suggestions(tuple(islice(self._every_theme(), MOST_SUGGESTED)))
        likely = map(self._shelf, self._library.shelf.likely(plain))
        scored = [found for shelf in likely for found in shelf.scored(plain, typed)]
        scored.sort(key=lambda found: -found.score)
        themes = dict.fromkeys((found.shelf, found.passage.theme) for found in scored)
        return Suggestions(
            tuple((shelf.statement, shelf.statement.theme(id)) for shelf, id in themes)[
                :MOST_SUGGESTED
            ],
            tuple((f.shelf.statement, f.passage) for f in scored[:MOST_SUGGESTED]),
        )

    def _every_theme(self) -> Iterator[tuple[Statement, Theme]]:
        for statement in self._library.statements:
            yield from ((statement, theme) for theme in statement.themes)


class _Scored(NamedTuple):
    score: float
    shelf: "_Shelf"
    passage: Passage


class _Shelf:
    """One statement's passages by how the words of their names begin."""

    def __init__(self, index: Index) -> None:
        self.statement = index.statement
        self._index = index
        self._passages = tuple(index.statement.passages())
        self._numbers = {passage.id: number for number, passage in enumerate(self._passages)}
        titles = [_titles(self.statement.theme(passage.theme)) for passage in self._passages]
        named = [
            (*title, *passage.aliases)
            for title, passage in zip(titles, self._passages, strict=True)
        ]
        self._titled, self._named = _Beginnings(titles), _Beginnings(named)

    def scored(self, text: str, typed: Sequence[str]) -> Iterator[_Scored]:
        """The passages that have anything to do with the words, in the statement's order."""
        scores: dict[int, float] = defaultdict(float)
        for passage, candidate in search(self._index, text).passages():
            exact = EXACT_BONUS if candidate.exact else 0.0
            scores[self._numbers[passage.id]] += candidate.score + exact
        for beginnings, bonus in ((self._titled, TITLE_BONUS), (self._named, NAME_BONUS)):
            for number in beginnings.all_of(typed):
                scores[number] += bonus
        for number in sorted(scores):
            yield _Scored(scores[number], self, self._passages[number])


class _Beginnings:
    """Which of some entries have, for every word typed, a word that begins with it."""

    def __init__(self, entries: Iterable[Iterable[str]]) -> None:
        numbers: dict[str, set[int]] = defaultdict(set)
        for number, names in enumerate(entries):
            for name in names:
                for word in words(name):
                    numbers[_keys(word)].add(number)
        self._words = sorted(numbers)
        # Most words lead to one entry; sets that are equal are one in memory.
        same: dict[frozenset[int], frozenset[int]] = {}
        found = (frozenset(numbers[word]) for word in self._words)
        self._numbers = [same.setdefault(these, these) for these in found]

    def all_of(self, typed: Sequence[str]) -> frozenset[int]:
        """The entries' numbers."""
        return frozenset.intersection(*(self._any_of(word) for word in typed))

    def _any_of(self, beginning: str) -> frozenset[int]:
        first = bisect_left(self._words, beginning)
        last = bisect_left(self._words, beginning + _LAST)
        return frozenset().union(*self._numbers[first:last])


def _keys(word: str) -> str:
    """The word key by key: the last letter of a syllable may be meant to open the next one."""
    return f"~{hangul.typed_on_korean_layout(word)}" if hangul.is_hangul(word) else word


def _titles(theme: Theme) -> tuple[str, str]:
    return theme.title.en, theme.title.ko

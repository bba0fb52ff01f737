"""Misspelt words led to known ones, by optimal string alignment (swapped letters are one typo)."""

from collections.abc import Callable, Container, Iterable, Iterator
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.core import hangul
from bot.core.forms import normalized

TYPO = 0.14
FEWEST_LETTERS, UNSURE_LETTERS, LONG_WORD = 4, 5, 8
MOST_SPELLINGS = 4
# Letters that a typo leaves as they were, at one end or the other.
SHORT_EDGE, LONG_EDGE = 2, 3
CACHED_SCANS = 2_000


class Spelling:
    """Known words by how they begin and end: a typo or two leave one of the two as it was."""

    def __init__(self, known: Iterable[str], letters: Callable[[str], str]) -> None:
        self.letters = letters
        self._words: dict[str, str] = {}
        self._edges: dict[tuple[str, bool], list[str]] = {}
        for word in sorted(known):
            spelt = letters(word)
            if spelt == word:
                spelt = word  # the same text, and not another one beside it in memory
            else:
                self._words[spelt] = word
            for size in _sizes(len(spelt)):
                self._edges.setdefault((spelt[:size], False), []).append(spelt)
                self._edges.setdefault((spelt[-size:], True), []).append(spelt)

    def near(self, word: str) -> list[tuple[str, float]]:
        """The known words within one typo of a short word, two of a long one, nearest first."""
        spelt = self.letters(word)
        if len(spelt) < FEWEST_LETTERS:
            return []
        allowed = 1 if len(spelt) < LONG_WORD else 2
        found = self.within(spelt, allowed)
        least = min(found.values(), default=0)
        surer = len(spelt) > UNSURE_LETTERS and least < 2
        return [
            (known, 1 - TYPO * distance)
            for known, distance in found.items()
            if distance == least
            and (surer or known[0] == word[0])
            and (len(spelt) > FEWEST_LETTERS or sorted(known) == sorted(spelt))
        ][:MOST_SPELLINGS]

    def within(self, spelt: str, allowed: int) -> dict[str, int]:
        """The known words that begin or end as the letters do, and are so near to them."""
        size = _size(spelt)
        found: dict[str, int] = {}
        for edge in ((spelt[:size], False), (spelt[-size:], True)):
            for known, distance, _ in process.extract_iter(
                spelt, self._edges.get(edge, ()), scorer=OSA.distance, score_cutoff=allowed
            ):
                found[self._words.get(known, known)] = int(distance)
        return found


class Shared:
    """One spelling for many: what is near to a word is looked up once for all of them."""

    def __init__(self, spelling: Spelling) -> None:
        self.letters = spelling.letters
        self.within = lru_cache(CACHED_SCANS)(spelling.within)


class Part(Spelling):
    """The spelling of those words alone, of all that are shared, which are known here."""

    def __init__(self, shared: Shared, known: Container[str]) -> None:
        self.letters = shared.letters
        self._shared, self._known = shared, known

    def within(self, spelt: str, allowed: int) -> dict[str, int]:
        near = self._shared.within(spelt, allowed)
        return {word: distance for word, distance in near.items() if word in self._known}


class Listed(Spelling):
    """Words that are seldom asked for, letter by letter in one text, each between line breaks."""

    def __init__(self, spelt: str) -> None:
        self.letters = hangul.jamo
        self._spelt = spelt

    def within(self, spelt: str, allowed: int) -> dict[str, int]:
        size = _size(spelt)
        likely = {*self._lines(f"\n{spelt[:size]}"), *self._lines(f"{spelt[-size:]}\n")}
        near = process.extract_iter(
            spelt, sorted(likely), scorer=OSA.distance, score_cutoff=allowed
        )
        return {normalized("NFC", other): int(distance) for other, distance, _ in near}

    def _lines(self, edge: str) -> Iterator[str]:
        """The words that begin or end there: to find an edge is faster than to look at each."""
        at = self._spelt.find(edge)
        while at >= 0:
            start = self._spelt.rfind("\n", 0, at + 1) + 1
            end = self._spelt.find("\n", at + 1)
            yield self._spelt[start:end]
            at = self._spelt.find(edge, end)


def _size(spelt: str) -> int:
    """How long an edge is by which a word is asked for."""
    return SHORT_EDGE if len(spelt) <= UNSURE_LETTERS else LONG_EDGE


def _sizes(letters: int) -> Iterator[int]:
    """How long the edges are by which a known word of so many letters can be asked for."""
    if letters <= UNSURE_LETTERS + 1:
        yield SHORT_EDGE
    if letters >= UNSURE_LETTERS:
        yield LONG_EDGE

"""Misspelt words led to known ones, by optimal string alignment (swapped letters are one typo)."""

from collections.abc import Callable, Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

TYPO = 0.14
FEWEST_LETTERS, UNSURE_LETTERS, LONG_WORD = 4, 5, 8
MOST_SPELLINGS = 4


class Spelling:
    """Known words by how they begin and end: a typo or two leave one of the two as it was."""

    def __init__(self, known: Iterable[str], letters: Callable[[str], str]) -> None:
        self._letters = letters
        self._edges: dict[tuple[str, bool], dict[str, str]] = {}
        for word in sorted(known):
            spelt = letters(word)
            for size in (2, 3):
                self._edges.setdefault((spelt[:size], False), {})[word] = spelt
                self._edges.setdefault((spelt[-size:], True), {})[word] = spelt

    def near(self, word: str) -> list[tuple[str, float]]:
        """The known words within one typo of a short word, two of a long one, nearest first."""
        spelt = self._letters(word)
        if len(spelt) < FEWEST_LETTERS:
            return []
        allowed = 1 if len(spelt) < LONG_WORD else 2
        found = self._within(spelt, allowed)
        least = min(found.values(), default=0)
        surer = len(spelt) > UNSURE_LETTERS and least < 2
        return [
            (known, 1 - TYPO * distance)
            for known, distance in found.items()
            if distance == least
            and (surer or known[0] == word[0])
            and (len(spelt) > FEWEST_LETTERS or sorted(known) == sorted(spelt))
        ][:MOST_SPELLINGS]

    def _within(self, spelt: str, allowed: int) -> dict[str, int]:
        size = 2 if len(spelt) <= UNSURE_LETTERS else 3
        found: dict[str, int] = {}
        for edge in ((spelt[:size], False), (spelt[-size:], True)):
            for _, distance, known in process.extract_iter(
                spelt, self._edges.get(edge, {}), scorer=OSA.distance, score_cutoff=allowed
            ):
                found[known] = int(distance)
        return found

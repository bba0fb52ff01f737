"""One question searched in one statement: what ranking found, and what can be told from it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core import declining, matching
from bot.core.index import Index
from bot.core.library import Library
from bot.core.matching import Candidate, Question
from bot.core.statement import Neighbour, Passage, Statement, Theme

MOST_THEMES, MOST_NEAREST, FEWEST_CHOICES = 5, 3, 3
ABOUT_EQUAL, VERY_UNEQUAL = 0.02, 0.3
GENERIC_SHARE = 0.25
WORTH_NAMING = 0.25
ANSWERED = 0.55
# Less sure than an answer has to be alone, but not without a subject to go on from.
LEANING = 0.35


@dataclass(frozen=True, slots=True)
class Search:
    """A question, its candidates best first, and how likely (0 to 1) the statement answers it.

    `generic` is how rare a word may be and still say too little alone.
    """

    statement: Statement
    question: Question
    ranked: tuple[Candidate, ...]
    confidence: float
    generic: float

    @property
    def answered(self) -> bool:
        return bool(self.ranked) and self.confidence >= ANSWERED

    def passages(self) -> Iterator[tuple[Passage, Candidate]]:
        """The candidates that can be quoted, best first."""
        for candidate in self.ranked:
            if isinstance(candidate.entry.subject, Passage):
                yield candidate.entry.subject, candidate

    def nearest(self) -> tuple[Theme, ...]:
        """The themes of the best passages, where they have anything to do with the question."""
        near = [p.theme for p, candidate in self.passages() if candidate.score >= WORTH_NAMING]
        return self._themes(near)[:MOST_NEAREST]

    def tied(self) -> tuple[Theme, ...]:
        """The themes that a lone word fits about equally, or says too little to tell apart."""
        best = self.ranked[0]
        if best.exact or len(self.question.readings) != 1:
            return ()
        alone = len(self.question.typed) == 1 and self.question.total <= self.generic
        least = best.score - (VERY_UNEQUAL if alone else ABOUT_EQUAL)
        themes = self._themes(
            [p.theme for p, candidate in self.passages() if candidate.score >= least]
        )
        return themes[:MOST_THEMES] if len(themes) >= FEWEST_CHOICES else ()

    def close(self) -> Iterator[tuple[Passage, Candidate]]:
        """The passages between which a subject may decide; none where the words decide alone."""
        if not self.ranked or self.ranked[0].exact or self.confidence < LEANING:
            return
        best = self.ranked[0]
        if isinstance(best.entry.subject, Neighbour):
            return
        unclear = self.tied() or not self.answered
        least = best.score - (VERY_UNEQUAL if unclear else ABOUT_EQUAL)
        yield from (pair for pair in self.passages() if pair[1].score >= least)

    def _themes(self, ids: list[str]) -> tuple[Theme, ...]:
        return tuple(self.statement.theme(id) for id in dict.fromkeys(ids))


def searched(library: Library, text: str) -> Search:
    """The question searched in the statement that it fits best."""
    likely = library.shelf.likely(text)
    return max((search(index, text) for index in likely), key=lambda found: found.confidence)


def search(index: Index, text: str) -> Search:
    """The question read, ranked and judged."""
    question = matching.read(index, text)
    ranked = tuple(matching.rank(index, question))
    sure = declining.confidence(declining.signs(index, question, ranked)) if ranked else 0.0
    return Search(index.statement, question, ranked, sure, index.rarity_in(GENERIC_SHARE))

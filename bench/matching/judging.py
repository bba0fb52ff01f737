"""How well a matcher answers: right first quotes, and questions declined that nothing answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from bench.matching.documents import Best
from tests.relevance.scoring import Question, is_right

GROUPS = ("English", "Korean", "off-topic")


class Matcher(Protocol):
    """Looks words up in documents that it was given before."""

    def best(self, query: str) -> Best | None:
        """The best quote, None where it knows of none."""
        ...


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of one question: the group it is of, and how well the best document fits.

    `answered` is whether it is right to give that document, `declined` whether it is right not to.
    """

    group: str
    score: float
    answered: bool
    declined: bool

    def right(self, threshold: float) -> bool:
        """Whether it is right, where what fits less well than that is declined."""
        return self.answered if self.score >= threshold else self.declined


NEVER = float("-inf")
Ask = Callable[[Question], Judged]


def judged(question: Question, best: Best | None) -> Judged:
    """A matcher's answer judged by the labels; a neighbour found is a question declined."""
    if best is None or not best.quote:
        return Judged(question.group, NEVER, not question.gold, not question.gold)
    answered = is_right(question, "found", [best.quote])
    return Judged(question.group, best.score, answered, not question.gold)


def shares(results: Sequence[Judged], threshold: float) -> tuple[float, ...]:
    """The share that is right of English, Korean and off-topic questions."""
    found = []
    for group in GROUPS:
        right = [each.right(threshold) for each in results if each.group == group]
        found.append(sum(right) / max(1, len(right)))
    return tuple(found)


def fitted(results: Sequence[Judged]) -> float:
    """The threshold with which the mean of the three shares is greatest."""
    scores = sorted({each.score for each in results})
    return max(scores, key=lambda threshold: sum(shares(results, threshold)))

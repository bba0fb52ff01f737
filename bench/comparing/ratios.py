"""What pairs of measured times say of two revisions."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from bench.reports import percentile

# Of fewer pairs all are often on one side by chance.
FEWEST = 5


@dataclass(frozen=True, slots=True)
class Ratio:
    """One figure of both revisions: medians, and this tree's over the base's, pair by pair."""

    base: float
    here: float
    ratio: float
    low: float
    high: float
    pairs: int

    @property
    def differs(self) -> bool:
        """Whether the two differ by more than the spread: 1 is not within it."""
        return not self.low <= 1 <= self.high

    @property
    def verdict(self) -> str:
        """In a word or two."""
        if self.pairs < FEWEST:
            return "too few pairs to say"
        if not self.differs:
            return "within the spread"
        return "slower" if self.ratio > 1 else "faster"


def ratio(base: Sequence[float], here: Sequence[float]) -> Ratio:
    """Of measurements in pairs; the spread leaves out one pair in ten at either end."""
    pairs = [new / old for old, new in zip(base, here, strict=True)]
    low, high = percentile(pairs, 0.1), -percentile([-one for one in pairs], 0.1)
    return Ratio(median(base), median(here), median(pairs), low, high, len(pairs))

"""Where the names of lines stand beside their ends, so that none covers another."""

from collections.abc import Sequence
from itertools import pairwise


def spaced(places: Sequence[float], apart: float, top: float) -> list[float]:
    """The places, in their order, moved as little as keeps them apart and below the top."""
    order = sorted(range(len(places)), key=places.__getitem__)
    found = list(places)
    for below, one in pairwise(order):
        found[one] = max(found[one], found[below] + apart)
    limit = top
    for one in reversed(order):
        found[one] = min(found[one], limit)
        limit = found[one] - apart
    return found

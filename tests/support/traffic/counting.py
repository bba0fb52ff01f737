"""What became of everything that was asked, door by door."""

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.support.traffic.judging import NOTHING


@dataclass(slots=True)
class Tally:
    """One door: acknowledgements in milliseconds, and what went wrong."""

    times: "array[float]" = field(default_factory=lambda: array("d"))
    # Asked and acknowledged, sent again as Slack does, cut off by a kill.
    asked: int = 0
    repeated: int = 0
    cut_off: int = 0
    # Statuses other than 200, in the end; nothing said in time; said wrongly, by reason.
    refused: Counter[str] = field(default_factory=Counter)
    silent: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    right: int = 0
    twice: int = 0

    @property
    def errors(self) -> int:
        """What was not acknowledged, and what was and not answered."""
        return self.refused.total() + self.silent + self.cut_off


@dataclass(slots=True)
class Counting:
    """All doors."""

    doors: dict[str, Tally] = field(default_factory=dict)

    def at(self, door: str) -> Tally:
        """The tally of a door."""
        return self.doors.setdefault(door, Tally())

    @property
    def errors(self) -> int:
        return sum(tally.errors for tally in self.doors.values())

    @property
    def wrong(self) -> int:
        """How often something else was said than is right, and not just nothing."""
        return sum(t.wrong.total() - t.wrong[NOTHING] for t in self.doors.values())

    @property
    def unquoted(self) -> int:
        """How often nothing was quoted where something is to be."""
        return sum(tally.wrong[NOTHING] for tally in self.doors.values())

    @property
    def twice(self) -> int:
        return sum(tally.twice for tally in self.doors.values())

    @property
    def whole(self) -> Tally:
        """All doors as one."""
        return Tally(array("d", [each for tally in self.doors.values() for each in tally.times]))

    def __str__(self) -> str:
        rows = [_HEAD, *(_row(door, tally) for door, tally in sorted(self.doors.items()))]
        reasons = Counter[str]()
        for door, tally in self.doors.items():
            silent = (("acknowledged and not answered", tally.silent),) if tally.silent else ()
            for reason, times in (*tally.wrong.items(), *tally.refused.items(), *silent):
                reasons[f"{door}: {reason}"] += times
        why = [f"{times} x {reason}" for reason, times in reasons.most_common(12)]
        return "\n".join([*rows, f"all acknowledgements: {quantiles(self.whole.times)}", *why])


_HEAD = (
    f"{'door':<12}{'asked':>8}{'right':>8}{'wrong':>7}{'errors':>8}{'cut off':>9}{'again':>7}"
    f"{'twice':>7}   acknowledged in ms: p50, p99, most"
)


def _row(door: str, tally: Tally) -> str:
    return (
        f"{door:<12}{tally.asked:>8}{tally.right:>8}{tally.wrong.total():>7}{tally.errors:>8}"
        f"{tally.cut_off:>9}{tally.repeated:>7}{tally.twice:>7}   {quantiles(tally.times)}"
    )


def quantiles(times: Sequence[float]) -> str:
    """The median, the 99th percentile and the longest."""
    if not times:
        return "none"
    ordered = sorted(times)
    half, late = ordered[len(ordered) // 2], ordered[len(ordered) * 99 // 100]
    return f"{half:.1f}, {late:.1f}, {ordered[-1]:.1f}"

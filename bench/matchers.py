"""The look-up alone, beside others: how often the first quote is right, and how long it takes.

    MINILM_PYTHON=/path/to/python .venv/bin/python -m bench.matchers

Every matcher has the same documents: quotes, titles and aliases of the statement, and the
neighbours that it is confused with. Each is tried in several settings, and judged in the one that
does best on the development set, declining what fits less well than a threshold fitted there.
"""

import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from bench.matching.judging import GROUPS, Judged, Matcher, fitted, judged, shares
from bench.matching.settings import Setting, settings
from bench.reports import Cell, Figure, Report, Size, Table, percentile, run
from bot.library.reading import read_statements
from tests.relevance.scoring import SETS, Question, questions

# Every so manieth question of the development set, and of our own.
EVERY = {"full": (1, 4), "small": (10, 80)}
TOLD = (
    "Each matcher has the same documents and a core to look up with; each question is new to it."
    " Settings and threshold are chosen on the development set. Our own sets were at hand when the"
    " aliases that all of them have, and the bot's rule for declining, were made: on others it does"
    " less well."
)
SHARES = ("English", "Korean", "declined")
COLUMNS = (
    *("", "setting", *(f"dev: {share}" for share in SHARES)),
    *(*(f"own: {share}" for share in SHARES), "p50 ms", "p99 ms", "build s"),
)


@dataclass(frozen=True, slots=True)
class Trial:
    """A matcher in one setting, asked the development set."""

    told: str
    matcher: Matcher
    built: float
    threshold: float
    dev: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """A matcher in its best setting, asked our own sets."""

    trial: Trial
    own: tuple[float, ...]
    p50: float
    p99: float

    @property
    def cells(self) -> tuple[Cell, ...]:
        trial = self.trial
        return (trial.told, *trial.dev, *self.own, self.p50, self.p99, trial.built)


def tried(setting: Setting, dev: Sequence[Question]) -> Trial:
    """The setting, with the threshold that is best for it."""
    began = time.perf_counter()
    matcher = setting.build()
    built = time.perf_counter() - began
    results, _ = asked(matcher, dev)
    threshold = fitted(results)
    return Trial(setting.told, matcher, built, threshold, shares(results, threshold))


def asked(matcher: Matcher, among: Sequence[Question]) -> tuple[list[Judged], list[float]]:
    """What becomes of each question, and how many milliseconds it takes."""
    results, times = [], []
    for question in among:
        began = time.perf_counter()
        best = matcher.best(question.q)
        times.append(1_000 * (time.perf_counter() - began))
        results.append(judged(question, best))
    return results, times


def measured(
    ways: Sequence[Setting], dev: Sequence[Question], own: Sequence[Question]
) -> Measured | None:
    """The matcher in its best setting; None where there is none."""
    with ExitStack() as stack:
        trials = []
        for setting in ways:
            trials.append(trial := tried(setting, dev))
            stack.callback(getattr(trial.matcher, "close", lambda: None))
        if not trials:
            return None
        best = max(trials, key=lambda trial: sum(trial.dev))
        results, times = asked(best.matcher, own)
    held = shares(results, best.threshold)
    return Measured(best, held, percentile(times, 0.5), percentile(times, 0.99))


def asking(size: Size) -> tuple[list[Question], list[Question]]:
    """The development set, and our own without what is in it too."""
    some_dev, some_own = EVERY[size]
    dev = questions("dev")
    known = {question.q for question in dev}
    own = {q.q: q for name in SETS for q in questions(name) if q.q not in known}
    return dev[::some_dev], list(own.values())[::some_own]


def figures(ours: Measured, others: Sequence[Measured]) -> tuple[Figure, ...]:
    """Ours, each beside the best of the others."""
    found = []
    for place, group in enumerate(GROUPS):
        name = "declined" if group == "off-topic" else "right@1"
        best = max(other.own[place] for other in others)
        found.append(Figure(f"{name}, {group}", ours.own[place], "", better="higher"))
        found.append(Figure(f"{name}, {group}, best of the others", best, "", better="higher"))
    found.append(Figure("look-up p50", ours.p50, "ms"))
    found.append(Figure("look-up p99", ours.p99, "ms"))
    return tuple(found)


def measure(size: Size) -> Report:
    """All of them, one after the other."""
    statement, *_ = read_statements()
    dev, own = asking(size)
    found = {name: measured(ways, dev, own) for name, ways in settings(statement).items()}
    absent = ("not installed here", *("" for _ in COLUMNS[2:]))
    rows = tuple((name, *(one.cells if one else absent)) for name, one in found.items())
    title = f"{len(dev)} questions of the development set, {len(own)} of our own"
    ours, *others = (one for one in found.values() if one)
    return Report(TOLD, (Table(title, COLUMNS, rows),), figures(ours, others))


if __name__ == "__main__":
    run(measure)

"""Which passages a question is about, best first. Whether to answer is for `declining` to say."""

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest

from bot.core.folding import squeezed, words
from bot.core.index import Alias, Entry, Index, Named
from bot.core.readings import Kind, Reading

CANDIDATES = 8
ALIAS_SHARE = 0.4
COVERAGE_POWER = 0.5
EXACT_BONUS = 0.25
EXACT_THEME_BONUS = 0.2
WORTH_WEIGHING = 0.4
THEME_FIT = 0.92
NEAR_ENOUGH = 0.9
LONGEST_MISSPELT = 30
MISSPELT = frozenset((Kind.RARE, Kind.DECOY, Kind.ENDING))
UNKNOWN = {Kind.DECOY: 1.6, Kind.RARE: 0.8, Kind.COMMON: 0.35, Kind.ENDING: 0.15}


@dataclass(frozen=True, slots=True)
class Question:
    """The words of a question that carry meaning, and how much of it each carries."""

    typed: tuple[str, ...]
    readings: tuple[Reading, ...]
    weights: tuple[float, ...]
    total: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry, how well the question fits it (0 to about 1.25), and the alias that fitted best.

    `fit` is that alias's share in the score, 0 to 1; `exact` says that the question is an alias.
    """

    entry: Entry
    score: float
    fit: float
    alias: Alias | None
    exact: bool


def read(index: Index, text: str) -> Question:
    """The question in the terms of the index; fillers are left out."""
    typed = tuple(words(text))
    readings = tuple(r for r in index.reader.read(typed) if r.kind is not Kind.FILLER)
    weights = tuple(_weight(index, reading) for reading in readings)
    return Question(typed, readings, weights, sum(weights) or 1.0)


def rank(index: Index, question: Question) -> list[Candidate]:
    """The entries that the question may be about, best first, eight and the exact ones at most."""
    named = _named(index, question)
    shares = _shares(index, question)
    likely = nlargest(CANDIDATES, range(len(shares)), key=shares.__getitem__)
    least = WORTH_WEIGHING * max(shares, default=0.0)
    numbers = {number for number in likely if shares[number] > least} | named.keys()
    candidates = [
        _candidate(index.entries[number], question, shares[number], named.get(number))
        for number in numbers
    ]
    return sorted(candidates, key=lambda candidate: -candidate.score)


def _weight(index: Index, reading: Reading) -> float:
    if reading.kind is not Kind.KNOWN:
        return index.greatest_rarity * UNKNOWN[reading.kind]
    for key in reading.keys:
        if rarity := index.rarity.get(key.name):
            return rarity
    return index.greatest_rarity * UNKNOWN[Kind.COMMON]


def _named(index: Index, question: Question) -> dict[int, Named]:
    """The entries that the whole question names; a passage's own alias goes before its theme's."""
    found: dict[int, Named] = {}
    for spelling in _spellings(question):
        _collect(index, spelling, found)
    if not found and any(reading.kind in MISSPELT for reading in question.readings):
        typed = squeezed(question.typed)
        if len(typed) <= LONGEST_MISSPELT:
            for spelling, _ in index.spelling.near(typed):
                _collect(index, spelling, found)
    return found


def _collect(index: Index, spelling: str, found: dict[int, Named]) -> None:
    for named in index.exact.get(spelling) or ():
        if named.entry not in found or found[named.entry].of_theme:
            found[named.entry] = named


def _spellings(question: Question) -> Iterable[str]:
    yield squeezed(question.typed)
    if all(r.keys and r.keys[0].nearness >= NEAR_ENOUGH for r in question.readings):
        yield ":".join(reading.keys[0].name for reading in question.readings)


def _shares(index: Index, question: Question) -> list[float]:
    """For each entry, how much of the question stands anywhere in its aliases and its quote."""
    shares = [0.0] * len(index.entries)
    for reading, weight in zip(question.readings, question.weights, strict=True):
        nearest: dict[int, float] = {}
        for key in reversed(reading.keys):
            for number, affinity in index.postings.get(key.name) or ():
                nearest[number] = key.nearness * affinity
        for number, nearness in nearest.items():
            shares[number] += nearness * weight / question.total
    return shares


def _candidate(entry: Entry, question: Question, share: float, named: Named | None) -> Candidate:
    fit, alias = _best_alias(entry, question)
    score = ALIAS_SHARE * fit + (1 - ALIAS_SHARE) * share - entry.handicap
    if named is None:
        return Candidate(entry, score, fit, alias, exact=False)
    bonus = EXACT_THEME_BONUS if named.of_theme else EXACT_BONUS
    return Candidate(entry, score + bonus, 1.0, Alias(named.alias, named.of_theme, 0.0), exact=True)


def _best_alias(entry: Entry, question: Question) -> tuple[float, Alias | None]:
    """The alias that shares most with the question, seen from both sides."""
    found: dict[int, float] = {}
    for reading, weight in zip(question.readings, question.weights, strict=True):
        nearest: dict[int, float] = {}
        for key in reversed(reading.keys):
            if numbers := entry.by_key.get(key.name):
                nearest.update(dict.fromkeys(numbers, key.nearness * weight))
        for number, value in nearest.items():
            found[number] = found.get(number, 0.0) + value
    best, which = 0.0, None
    for number, value in found.items():
        if value <= best * question.total:
            continue
        alias = entry.aliases[number]
        covered = min(1.0, value / alias.weight) ** COVERAGE_POWER if alias.weight else 0.0
        fit = covered * value / question.total * (THEME_FIT if alias.of_theme else 1.0)
        if fit > best:
            best, which = fit, alias
    return best, which

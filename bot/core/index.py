"""A statement's passages by the words that lead to them: built once at start, then only read."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.core import hangul
from bot.core.folding import words
from bot.core.reader import Reader
from bot.core.spelling import Spelling
from bot.core.statement import Neighbour, Passage, Statement
from bot.core.vocabulary import Vocabulary

THEME_ORDER = 0.012
LEAST_RARITY = 1.0
AFFINITY_FLOOR = 0.5
AFFINITY_HALF = 2.0


@dataclass(frozen=True, slots=True)
class Alias:
    """One alias of an entry: what it says, whether the theme shares it, what its words weigh."""

    text: str
    of_theme: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that a question can be about: a passage to quote, or a neighbour to name.

    `affinity` says for each key how much it is this entry's own (0.5 to 1); `by_key` gives the
    aliases that hold it; `handicap` keeps the passages of a theme in the statement's order.
    """

    subject: Passage | Neighbour
    handicap: float
    aliases: tuple[Alias, ...]
    by_key: dict[str, list[int]]
    affinity: dict[str, float]


class Named(NamedTuple):
    """An entry number and the alias that names it exactly."""

    entry: int
    alias: str
    of_theme: bool


class Index:
    """What the matcher looks words up in."""

    def __init__(self, statement: Statement) -> None:
        drafts = list(_drafts(statement))
        quoted = (word for passage in statement.passages() for word in words(passage.quote))
        spoken = (word for draft in drafts for name in draft.names for word in name.typed)
        self.statement = statement
        vocabulary = Vocabulary({*quoted, *spoken}, statement.lexicon)
        self.reader = Reader(vocabulary)
        keyed = [_keyed(vocabulary, draft) for draft in drafts]
        self.rarity = _rarity([found.counts for found in keyed])
        self.greatest_rarity = LEAST_RARITY + math.log(len(drafts))
        self.entries = tuple(
            _entry(draft, found, self.rarity) for draft, found in zip(drafts, keyed, strict=True)
        )
        self.exact = _exact(drafts, keyed)
        self.spelling = Spelling([name for name in self.exact if ":" not in name], hangul.jamo)
        self.postings = _postings(self.entries)

    def rarity_in(self, share: float) -> float:
        """How rare a word is that stands in that share of the entries."""
        return LEAST_RARITY - math.log(share)


def squeezed(typed: Sequence[str]) -> str:
    """The words without the spaces between them, which people put as they like."""
    return "".join(typed)


class _Name(NamedTuple):
    text: str
    of_theme: bool
    typed: tuple[str, ...]


class _Draft(NamedTuple):
    subject: Passage | Neighbour
    place: int
    names: tuple[_Name, ...]


class _Keyed(NamedTuple):
    keys: tuple[list[tuple[str, ...]], ...]
    counts: Counter[str]


def _drafts(statement: Statement) -> Iterator[_Draft]:
    for theme in statement.themes:
        shared = _names((theme.title.en, theme.title.ko, *theme.aliases), of_theme=True)
        for place, passage in enumerate(theme.passages):
            yield _Draft(passage, place, _names(passage.aliases, of_theme=False) + shared)
    for neighbour in statement.neighbours:
        called = (neighbour.title.en, neighbour.title.ko, *neighbour.aliases)
        yield _Draft(neighbour, 0, _names(called, of_theme=False))


def _names(texts: Iterable[str], of_theme: bool) -> tuple[_Name, ...]:
    return tuple(_Name(text, of_theme, tuple(words(text))) for text in texts)


def _keyed(vocabulary: Vocabulary, draft: _Draft) -> _Keyed:
    keys = tuple(vocabulary.keys_of(name.typed) for name in draft.names)
    counts = Counter(name for alias in keys for names in alias for name in names)
    if isinstance(draft.subject, Passage):
        quoted = vocabulary.keys_of(words(draft.subject.quote))
        counts.update(name for names in quoted for name in names)
    return _Keyed(keys, counts)


def _entry(draft: _Draft, found: _Keyed, rarity: dict[str, float]) -> Entry:
    by_key: dict[str, list[int]] = defaultdict(list)
    aliases = []
    for number, (named, keys) in enumerate(zip(draft.names, found.keys, strict=True)):
        weight = sum(rarity[names[0]] for names in keys)
        aliases.append(Alias(named.text, named.of_theme, weight))
        for name in {name for names in keys for name in names}:
            by_key[name].append(number)
    affinity = {name: _affinity(count) for name, count in found.counts.items()}
    return Entry(draft.subject, THEME_ORDER * draft.place, tuple(aliases), dict(by_key), affinity)


def _affinity(count: int) -> float:
    return AFFINITY_FLOOR + (1 - AFFINITY_FLOOR) * count / (count + AFFINITY_HALF)


def _rarity(counts: Sequence[Counter[str]]) -> dict[str, float]:
    found = Counter(name for entry in counts for name in entry)
    return {n: LEAST_RARITY + math.log(len(counts) / count) for n, count in found.items()}


def _exact(drafts: Sequence[_Draft], keyed: Sequence[_Keyed]) -> dict[str, list[Named]]:
    """Every alias as it is typed without spaces, and as its keys alone."""
    exact: dict[str, list[Named]] = defaultdict(list)
    for number, (draft, found) in enumerate(zip(drafts, keyed, strict=True)):
        for name, keys in zip(draft.names, found.keys, strict=True):
            for spelling in _spellings(name.typed, [names[0] for names in keys]):
                exact[spelling].append(Named(number, name.text, name.of_theme))
    exact.pop("", None)
    return dict(exact)


def _spellings(typed: Sequence[str], keys: Sequence[str]) -> set[str]:
    """An alias as typed, and by its keys, unless fillers were all but one word of it."""
    spelt = {squeezed(typed)}
    return spelt | {":".join(keys)} if len(keys) > 1 or len(typed) == 1 else spelt


def _postings(entries: Sequence[Entry]) -> dict[str, list[tuple[int, float]]]:
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for name, affinity in entry.affinity.items():
            postings[name].append((number, affinity))
    return dict(postings)

"""What an index has an entry for: a statement's subjects, their names, and what words weigh."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from sys import intern
from typing import NamedTuple

from bot.core.folding import squeezed, words
from bot.core.statement import Neighbour, Passage, Statement
from bot.core.vocabulary import Vocabulary

THEME_ORDER = 0.012
LEAST_RARITY = 1.0
AFFINITY_FLOOR = 0.5
AFFINITY_HALF = 2.0


class Name(NamedTuple):
    """An alias or a title, and its words."""

    text: str
    of_theme: bool
    typed: tuple[str, ...]


class Draft(NamedTuple):
    """A subject, its place in its theme, everything it is called, and the words it is quoted by."""

    subject: Passage | Neighbour
    place: int
    names: tuple[Name, ...]
    quoted: tuple[str, ...] = ()

    @property
    def handicap(self) -> float:
        return THEME_ORDER * self.place


class Keyed(NamedTuple):
    """For each name, its words' keys; and how often each key stands in all and in the quote."""

    keys: tuple[list[tuple[str, ...]], ...]
    counts: Counter[str]


def drafts_of(statement: Statement) -> Iterator[Draft]:
    """What the index has an entry for, in its order."""
    for theme in statement.themes:
        shared = _names((theme.title.en, theme.title.ko, *theme.aliases), of_theme=True)
        for place, passage in enumerate(theme.passages):
            names = _names(passage.aliases, of_theme=False) + shared
            yield Draft(passage, place, names, tuple(words(passage.quote)))
    for neighbour in statement.neighbours:
        called = (neighbour.title.en, neighbour.title.ko, *neighbour.aliases)
        yield Draft(neighbour, 0, _names(called, of_theme=False))


def _names(texts: Iterable[str], of_theme: bool) -> tuple[Name, ...]:
    # A word that many names hold is one in memory.
    return tuple(Name(text, of_theme, tuple(map(intern, words(text)))) for text in texts)


def spoken_in(drafts: Sequence[Draft]) -> set[str]:
    """Every word of the quotes, the titles and the aliases."""
    quoted = chain.from_iterable(draft.quoted for draft in drafts)
    return {*quoted, *(word for draft in drafts for name in draft.names for word in name.typed)}


def keyed(vocabulary: Vocabulary, draft: Draft) -> Keyed:
    """The keys of what a draft is called, and of what it says."""
    keys = tuple(vocabulary.keys_of(name.typed) for name in draft.names)
    counts = Counter(chain.from_iterable(chain.from_iterable(keys)))
    counts.update(chain.from_iterable(vocabulary.keys_of(draft.quoted)))
    return Keyed(keys, counts)


def weighed(keys: Iterable[tuple[str, ...]], rarity: dict[str, float]) -> float:
    """What an alias of those keys weighs: the rarity of its words themselves."""
    return sum([rarity[names[0]] for names in keys])


@lru_cache
def affinity_of(count: int) -> float:
    """How much a key that an entry holds so often is its own."""
    return AFFINITY_FLOOR + (1 - AFFINITY_FLOOR) * count / (count + AFFINITY_HALF)


def rarities(counts: Sequence[Counter[str]]) -> dict[str, float]:
    """How rare each key is among the entries."""
    found = Counter(chain.from_iterable(counts))
    return {name: rarity_of(count, len(counts)) for name, count in found.items()}


def rarity_of(count: int, among: int) -> float:
    """How rare a key is that stands in so many of the entries."""
    return LEAST_RARITY + math.log(among / count)


def spellings_of(typed: Sequence[str], keys: Sequence[tuple[str, ...]]) -> set[str]:
    """An alias as typed, and by its keys, unless fillers were all but one word of it."""
    spelt = {squeezed(typed)}
    if len(keys) > 1 or len(typed) == 1:
        spelt.add(":".join(names[0] for names in keys))
    return spelt - {""}

"""Very many statements: a question is first led to the few that it may be about.

What they all say stands in one inverted index. Rare words propose passages, frequent ones only
those that say them most, so that a question costs about as much among a thousand statements as
among a hundred. What is proposed is then ranked as it is where there are few.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from heapq import nlargest
from itertools import chain, islice
from typing import NamedTuple

from bot.core import hangul
from bot.core.columns import MOST_COUNTED, Columns
from bot.core.drafting import affinity_of, drafts_of, keyed, rarity_of, spoken_in
from bot.core.folding import squeezed, words
from bot.core.index import Index
from bot.core.layered import Commons, Remembered
from bot.core.lists import Group, Lists
from bot.core.reader import LONGEST_WORD, WholeReader
from bot.core.readings import EXACT, Key, Reading
from bot.core.slices import Slice
from bot.core.spelling import Shared
from bot.core.statement import Lexicon, Passage, Statement
from bot.core.verbatim import Traces, Verbatim
from bot.core.vocabulary import Whole

MOST_PROPOSED = 6
# Of a question: the rarest words, which propose; the passages that are weighed with every word; and
# the names that are looked at where the whole question is one.
MOST_PROPOSING, MOST_WEIGHED, MOST_NAMED = 8, 40, 500
EXACT_BONUS = 0.5
# Statements that are kept open, of those that were asked, and that were quoted; statements that are
# looked into for a quotation.
MOST_OPEN, MOST_QUOTED, MOST_TRACED = 64, 16, 3

Told = Callable[[int, int], None]


class _Word(NamedTuple):
    """A word of a question: the keys it may be known by, nearest first, and how rare it is."""

    keys: Sequence[Key]
    weight: float


class Catalogue:
    """Statements that are asked as if each had an index of its own, and take far less."""

    def __init__(self, statements: Sequence[Statement], told: Told) -> None:
        self._statements, self._told = statements, told
        lexicons = list(dict.fromkeys(statement.lexicon for statement in statements))
        groups = dict.fromkeys(group for lexicon in lexicons for group in lexicon.synonyms)
        numbers = {group: number for number, group in enumerate(groups)}
        commons = {lexicon: Commons(Lists(lexicon, numbers)) for lexicon in lexicons}
        self._commons = [commons[statement.lexicon] for statement in statements]
        self._columns, self._traces = Columns(), Traces()
        for number, statement in enumerate(statements):
            self._add(number, statement)
            told(number + 1, len(statements))
        self._columns.settle()
        self._words = Whole(self._columns.spoken, Lists(_pooled(lexicons, groups), numbers))
        self._reader = WholeReader(self._words)
        self._spelling = Shared(self._reader.latin), Shared(self._reader.korean)
        self.opened = lru_cache(MOST_OPEN)(self._opened)
        self._verbatim = lru_cache(MOST_QUOTED)(lambda number: Verbatim(statements[number]))

    def __reduce__(self) -> tuple[type["Catalogue"], tuple[Sequence[Statement], Told]]:
        """Another process builds its own, where it is no copy of this one (macOS)."""
        return Catalogue, (self._statements, self._told)

    def likely(self, text: str) -> Sequence[Index]:
        """The indexes of the statements that a question may be about; the first where none is."""
        scores = self._scores(words(text))
        best = nlargest(MOST_WEIGHED, scores, key=scores.__getitem__)
        numbers = dict.fromkeys(map(self._statement_of, best)) or (0,)
        return [self.opened(number) for number in islice(numbers, MOST_PROPOSED)]

    def quoted_in(self, text: str) -> tuple[Statement, tuple[Passage, ...]] | None:
        """The statement that a text quotes, word for word, and its passages."""
        for number in self._traces.quoted_in(text)[:MOST_TRACED]:
            if passages := self._verbatim(number).quoted_in(text):
                return self._statements[number], passages
        return None

    def telling(self, spoken: Iterable[str]) -> float:
        """How much the words say that any statement knows, for a first look."""
        known = (word[:LONGEST_WORD] for word in spoken if word not in self._words.common)
        return sum(self._rarity(keys[0]) for word in known for keys in self._words.keys(word))

    def _add(self, number: int, statement: Statement) -> None:
        drafts = list(drafts_of(statement))
        spoken = spoken_in(drafts)
        vocabulary = Remembered(self._commons[number], spoken)
        self._columns.add(spoken, [(draft, keyed(vocabulary, draft)) for draft in drafts])
        self._traces.add(number, (draft.quoted for draft in drafts if draft.quoted))

    def _opened(self, number: int) -> Index:
        statement = self._statements[number]
        return Slice(self._columns, number, statement, self._commons[number], self._spelling)

    def _statement_of(self, entry: int) -> int:
        return bisect_right(self._columns.entries_from, entry) - 1

    def _scores(self, typed: Sequence[str]) -> dict[int, float]:
        """The entries that are worth a look, and how much of the question each holds, about."""
        read = [reading for reading in self._reader.read(typed) if reading.keys]
        asked = nlargest(MOST_PROPOSING, map(self._word, read), key=lambda word: word.weight)
        proposed: dict[int, float] = {}
        for word in asked:
            for entry, nearness in self._nearest(word).items():
                proposed[entry] = proposed.get(entry, 0.0) + nearness * word.weight
        likely = nlargest(MOST_WEIGHED, proposed, key=proposed.__getitem__)
        scores = {entry: self._weighed(entry, asked) for entry in likely}
        bonus = EXACT_BONUS * sum(word.weight for word in asked)
        for entry in self._named(typed, read):
            scores[entry] = scores.get(entry, proposed.get(entry, 0.0)) + bonus
        return scores

    def _word(self, reading: Reading) -> _Word:
        """The word with how rare it is; one of Hangul also as it was typed, whole."""
        keys = reading.keys
        if hangul.is_hangul(reading.word) and reading.word in self._columns.postings:
            keys = (Key(reading.word, EXACT), *keys)
        rarities = (self._rarity(key.name) for key in keys)
        return _Word(keys, next(filter(None, rarities), 0.0))

    def _nearest(self, word: _Word) -> dict[int, float]:
        """For each entry that the word proposes, how much it is that entry's."""
        nearest: dict[int, float] = {}
        for key in reversed(word.keys):
            if posting := self._columns.postings.get(key.name):
                worth = map(_worth(key.nearness).__getitem__, posting.best_counts)
                nearest.update(zip(posting.best, worth, strict=True))
        return nearest

    def _weighed(self, entry: int, asked: Sequence[_Word]) -> float:
        return sum(self._nearness(entry, word) * word.weight for word in asked)

    def _nearness(self, entry: int, word: _Word) -> float:
        for key in word.keys:
            posting = self._columns.postings.get(key.name)
            if posting and (count := posting.count_in(entry)):
                return _worth(key.nearness)[count]
        return 0.0

    def _named(self, typed: Sequence[str], read: Sequence[Reading]) -> Iterator[int]:
        """The entries that have the whole question for a name, as typed or by its keys."""
        keys = ":".join(reading.keys[0].name for reading in read)
        names_from = self._columns.names_from
        for spelling in {squeezed(typed), keys} - {""}:
            for name in islice(self._columns.named(spelling, 0, names_from[-1]), MOST_NAMED):
                yield bisect_right(names_from, name) - 1

    def _rarity(self, key: str) -> float:
        posting = self._columns.postings.get(key)
        return rarity_of(len(posting.entries), len(self._columns.subjects)) if posting else 0.0


@lru_cache(maxsize=256)
def _worth(nearness: float) -> tuple[float, ...]:
    """What a key so near says of an entry, by how often the entry holds it."""
    return tuple(nearness * affinity_of(count) for count in range(MOST_COUNTED + 1))


def _pooled(lexicons: Sequence[Lexicon], groups: Iterable[Group]) -> Lexicon:
    """The word lists of all: fillers and common words are what all of them take for such."""
    fillers, common = (
        tuple(set[str].intersection(*map(set, lists)))
        for lists in ([each.fillers for each in lexicons], [each.common for each in lexicons])
    )
    decoys = tuple(dict.fromkeys(chain.from_iterable(each.decoys for each in lexicons)))
    return Lexicon(decoys, tuple(groups), fillers, common)

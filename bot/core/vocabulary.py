"""The words a statement's digest knows: what its aliases, quotes and word lists are made of."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from bot.core import english, hangul, korean
from bot.core.folding import words
from bot.core.readings import group_key, root_key
from bot.core.statement import Lexicon

LONGEST_PHRASE = 4
CACHED_WORDS = 20_000

Phrase = tuple[str, ...]


class Vocabulary:
    """Sets of known words, and the keys of the index that each of them leads to.

    `subjects` are the words of aliases, quotes and synonyms; every word here is folded.
    """

    def __init__(self, spoken: Iterable[str], lexicon: Lexicon) -> None:
        decoys = [tuple(words(decoy)) for decoy in lexicon.decoys]
        self.groups, phrases = _synonyms(lexicon.synonyms)
        self.fillers = _singles(lexicon.fillers)
        self.common = _singles(lexicon.common)
        self.common_stems = {english.stem(word) for word in self.common}
        self.decoys = {"".join(d) for d in decoys if len(d) == 1 or hangul.is_hangul(d[0])}
        self.subjects = {*spoken, *self.groups} - self.fillers
        self.everything = self.subjects | self.decoys | self.fillers
        self.korean = frozenset(word for word in self.everything if hangul.is_hangul(word))
        latin = [word for word in self.subjects if not hangul.is_hangul(word)]
        self.stems = {english.stem(word) for word in latin}
        self.roots = {english.root(word) for word in latin}
        self.decoy_stems = {english.stem(word) for word in self.decoys} - self.stems
        self.keys = lru_cache(CACHED_WORDS)(self._keys)
        self.plain = lru_cache(CACHED_WORDS)(self._plain)
        self.synonym_phrases = {self._plainly(phrase): key for phrase, key in phrases.items()}
        self.decoy_phrases = {
            self._plainly(decoy) for decoy in decoys if len(decoy) > 1 and self._tells(decoy)
        }

    def keys_of(self, typed: Sequence[str]) -> list[tuple[str, ...]]:
        """For each word of an alias that carries meaning, the names of its keys, its own first."""
        keys = [names for word in typed for names in self.keys(word)]
        for _, _, phrase in self.phrases(typed):
            if (group := self.synonym_phrases.get(phrase)) and keys:
                keys[0] = (*keys[0], group)
        return keys

    def phrases(self, typed: Sequence[str]) -> Iterator[tuple[int, int, Phrase]]:
        """Every run of two to four words in plain form, after where it starts and ends."""
        plain = [self.plain(word) for word in typed]
        for start in range(len(plain) - 1):
            for end in range(start + 2, min(start + LONGEST_PHRASE, len(plain)) + 1):
                yield start, end, tuple(plain[start:end])

    def is_subject(self, word: str) -> bool:
        """Whether the digest speaks of it: that very word, or an inflection of a Latin one."""
        return word in self.subjects or english.stem(word) in self.stems

    def is_decoy(self, word: str) -> bool:
        """Whether it says that the question is about something else."""
        return word in self.decoys and word not in self.subjects

    def _keys(self, word: str) -> tuple[tuple[str, ...], ...]:
        """The index keys of a known word: one tuple, or one for each part of a compound."""
        if word in self.fillers:
            return ()
        if not hangul.is_hangul(word):
            stem = english.stem(word)
            return ((stem, root_key(english.root(word)), *self.groups.get(stem, ())),)
        base = korean.bare(word, self.korean) or word
        if base in self.fillers:
            return ()
        parts = korean.parts(base, self.korean) or (base,)
        return tuple((p, *self.groups.get(p, ())) for p in parts if p not in self.fillers)

    def _plain(self, word: str) -> str:
        """The word as phrases are compared: an English stem, a Korean word without its ending."""
        if hangul.is_hangul(word):
            return word if word in self.korean else korean.bare(word, self.korean) or word
        return english.stem(word)

    def _plainly(self, phrase: Phrase) -> Phrase:
        return tuple(self.plain(word) for word in phrase)

    def _tells(self, decoy: Phrase) -> bool:
        """Whether a decoy says more than fillers round one word of the statement's would."""
        telling = [word for word in decoy if word not in self.fillers]
        return len(telling) > 1 or (len(telling) == 1 and telling[0] not in self.subjects)


def _singles(entries: Iterable[str]) -> frozenset[str]:
    return frozenset(typed[0] for entry in entries if len(typed := words(entry)) == 1)


def _synonyms(
    groups: Iterable[tuple[str, ...]],
) -> tuple[dict[str, tuple[str, ...]], dict[Phrase, str]]:
    """The group keys of each stem, and the one of each phrase."""
    singles: dict[str, tuple[str, ...]] = {}
    phrases: dict[Phrase, str] = {}
    for number, group in enumerate(groups):
        key = group_key(number)
        spelt = [tuple(words(entry)) for entry in group]
        phrases |= {phrase: key for phrase in spelt if len(phrase) > 1}
        for (word,) in (phrase for phrase in spelt if len(phrase) == 1):
            stem = word if hangul.is_hangul(word) else english.stem(word)
            singles[stem] = tuple(dict.fromkeys((*singles.get(stem, ()), key)))
    return singles, phrases

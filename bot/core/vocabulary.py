"""The words a statement's digest knows: what its aliases, quotes and word lists are made of."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from bot.core import english, hangul, korean
from bot.core.lists import Lists, Phrase
from bot.core.readings import root_key

LONGEST_PHRASE = 4
CACHED_WORDS = 20_000


class Vocabulary:
    """What is known of words, and the keys of the index that each of them leads to.

    `subjects` are the words of aliases, quotes and synonyms; every word here is folded.
    """

    subjects: Container[str]
    everything: Container[str]
    korean: Container[str]
    stems: Container[str]
    roots: Container[str]
    synonym_phrases: Mapping[Phrase, str]
    decoy_phrases: Container[Phrase]
    # The words that these phrases begin with.
    openings: Container[str]

    def __init__(self, lists: Lists) -> None:
        self.groups, self.fillers, self.decoys = lists.groups, lists.fillers, lists.decoys
        self.common, self.common_stems = lists.common, lists.common_stems
        self.decoy_stems = lists.decoy_stems

    def keys_of(self, typed: Sequence[str]) -> list[tuple[str, ...]]:
        """For each word of an alias that carries meaning, the names of its keys, its own first."""
        keys = [names for word in typed for names in self.keys(word)]
        for _, _, phrase in self.phrases(typed) if keys else ():
            if group := self.synonym_phrases.get(phrase):
                keys[0] = (*keys[0], group)
        return keys

    def phrases(self, typed: Sequence[str]) -> Iterator[tuple[int, int, Phrase]]:
        """The runs of two to four words in plain form that may be a phrase of the word lists.

        Each comes after where it starts and ends.
        """
        plain = [self.plain(word) for word in typed]
        for start in range(len(plain) - 1):
            if plain[start] not in self.openings:
                continue
            for end in range(start + 2, min(start + LONGEST_PHRASE, len(plain)) + 1):
                yield start, end, tuple(plain[start:end])

    def is_subject(self, word: str) -> bool:
        """Whether the digest speaks of it: that very word, or an inflection of a Latin one."""
        return word in self.subjects or english.stem(word) in self.stems

    def is_decoy(self, word: str) -> bool:
        """Whether it says that the question is about something else."""
        return word in self.decoys and word not in self.subjects

    def keys(self, word: str) -> tuple[tuple[str, ...], ...]:
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

    def plain(self, word: str) -> str:
        """The word as phrases are compared: an English stem, a Korean word without its ending."""
        if hangul.is_hangul(word):
            return word if word in self.korean else korean.bare(word, self.korean) or word
        return english.stem(word)

    def plainly(self, phrase: Phrase) -> Phrase:
        """The phrase's words in plain form."""
        return tuple(self.plain(word) for word in phrase)


class Whole(Vocabulary):
    """Sets of all the words that are spoken; what has been asked of a word is kept."""

    everything: frozenset[str]
    korean: frozenset[str]

    def __init__(self, spoken: Iterable[str], lists: Lists) -> None:
        super().__init__(lists)
        self._remember()
        self.subjects = subjects = frozenset({*spoken, *lists.groups} - lists.fillers)
        self.everything = subjects | lists.decoys | lists.fillers
        self.korean = frozenset(word for word in self.everything if hangul.is_hangul(word))
        latin = [word for word in subjects if not hangul.is_hangul(word)]
        self.stems = {english.stem(word) for word in latin}
        self.roots = {english.root(word) for word in latin}
        self.synonym_phrases = {self.plainly(p): key for p, key in lists.phrases.items()}
        self.decoy_phrases = decoys = {
            self.plainly(decoy) for decoy in lists.decoy_phrases if self._tells(decoy)
        }
        self.openings = {phrase[0] for phrase in (*self.synonym_phrases, *decoys)}

    def __getstate__(self) -> dict[str, object]:
        """All but what has been asked of a word."""
        remembered = ("_keys", "_plain", "keys", "plain")
        return {name: value for name, value in vars(self).items() if name not in remembered}

    def __setstate__(self, state: dict[str, object]) -> None:
        vars(self).update(state)
        self._remember()

    def _remember(self) -> None:
        self._keys = lru_cache(CACHED_WORDS)(super().keys)
        self._plain = lru_cache(CACHED_WORDS)(super().plain)
        self.keys, self.plain = self._keys, self._plain  # type: ignore[method-assign]

    def settle(self) -> None:
        """Forget how each word was read; those that people type are fewer, and come again."""
        for remembering in (self._keys, self._plain, english.stem, english.root):
            remembering.cache_clear()

    def _tells(self, decoy: Phrase) -> bool:
        """Whether a decoy says more than fillers round one word of the statement's would."""
        telling = [word for word in decoy if word not in self.fillers]
        return len(telling) > 1 or (len(telling) == 1 and telling[0] not in self.subjects)

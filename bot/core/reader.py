"""How a word somebody typed is led back to words the digest knows, or known not to be one."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from bot.core import english, hangul, korean
from bot.core.readings import (
    EXACT,
    FAMILY,
    JOINED,
    PIECE,
    SYNONYM,
    Key,
    Kind,
    Reading,
    root_key,
    worth,
)
from bot.core.spelling import TYPO, Spelling
from bot.core.vocabulary import CACHED_WORDS, Vocabulary, Whole

LONGEST_WORD = 60
SHORTEST_SPLIT, SHORTEST_JOINED = 3, 5
# How Korean questions and statements end, so that an unknown word of theirs weighs little.
VERBAL = tuple("요까다니냐죠나지래줘음는던")

Readings = tuple[Reading, ...]


class Reader:
    """Reads questions in the words of one vocabulary, Latin and Korean ones by their spelling."""

    def __init__(self, vocabulary: Vocabulary, latin: Spelling, korean: Spelling) -> None:
        self._vocabulary = vocabulary
        self.latin, self.korean = latin, korean

    def read(self, typed: Sequence[str]) -> list[Reading]:
        """Every word of the question, fillers included, with phrases and joined words seen."""
        readings = [list(self._word(word[:LONGEST_WORD])) for word in typed]
        self._join(typed, readings)
        named: list[range] = []
        for start, end, phrase in self._vocabulary.phrases(typed):
            if group := self._vocabulary.synonym_phrases.get(phrase):
                key = Key(group, SYNONYM)
                readings[start:end] = [[r.also(key) for r in word] for word in readings[start:end]]
                named.append(range(start, end))
            elif phrase in self._vocabulary.decoy_phrases and not _torn(named, start):
                decoy = Reading(" ".join(typed[start:end]), Kind.DECOY)
                readings[start:end] = [[decoy], *([] for _ in phrase[1:])]
        return [reading for word in readings for reading in word]

    def _join(self, typed: Sequence[str], readings: list[list[Reading]]) -> None:
        """`cyber security` is `cybersecurity` too."""
        for place, (left, right) in enumerate(pairwise(typed)):
            joined = left + right
            if len(joined) < SHORTEST_JOINED or hangul.is_hangul(joined):
                continue
            if joined in self._vocabulary.subjects:
                key = Key(english.stem(joined), JOINED)
                for half in (place, place + 1):
                    readings[half] = [reading.also(key) for reading in readings[half]]

    def _word(self, word: str) -> Readings:
        if word in self._vocabulary.fillers or self._vocabulary.is_decoy(word):
            return self._known(word, word)
        return self._read_korean(word) if hangul.is_hangul(word) else self._read_latin(word)

    def _known(self, word: str, typed: str, nearness: float = EXACT) -> Readings:
        """What a known word says, in place of the one typed."""
        if word in self._vocabulary.fillers:
            return (Reading(typed, Kind.FILLER),)
        if self._vocabulary.is_decoy(word):
            return (Reading(typed, Kind.DECOY),)
        return tuple(
            Reading(typed, Kind.KNOWN, tuple(Key(name, nearness * worth(name)) for name in names))
            for names in self._vocabulary.keys(word)
        )

    def _read_latin(self, word: str) -> Readings:
        known, stem, root = self._vocabulary, english.stem(word), english.root(word)
        if len(word) == 1:
            return (Reading(word, Kind.COMMON),)
        if known.is_subject(word):
            return self._known(word, word)
        if word in known.decoys or stem in known.decoy_stems:
            return (Reading(word, Kind.DECOY),)
        if root in known.roots and len(root) > 3:
            return (Reading(word, Kind.KNOWN, (Key(root_key(root), FAMILY),)),)
        if stem in known.common_stems or not word.isalpha() or len(word) < 3:
            return (Reading(word, Kind.COMMON),)
        return (
            self._mistyped_korean(word)
            or self._misspelt(self.latin, word, 1 - TYPO)
            or self._split(word)
            or self._misspelt(self.latin, word)
            or (Reading(word, Kind.RARE),)
        )

    def _mistyped_korean(self, word: str) -> Readings | None:
        meant = hangul.typed_on_english_layout(word)
        if meant is None or len(meant) < 2:
            return None
        readings = self._word(meant)
        return None if any(reading.kind is Kind.RARE for reading in readings) else readings

    def _split(self, word: str) -> Readings | None:
        for cut in range(SHORTEST_SPLIT, len(word) - SHORTEST_SPLIT + 1):
            left, right = word[:cut], word[cut:]
            if left in self._vocabulary.subjects and right in self._vocabulary.subjects:
                return self._known(left, word) + self._known(right, word)
        return None

    def _misspelt(self, spelling: Spelling, word: str, least: float = 0.0) -> Readings | None:
        """The known words of a near spelling, none further than `least`; one reading for all."""
        near = [
            (known, nearness)
            for known, nearness in spelling.near(word)
            if nearness >= least and not self._vocabulary.is_decoy(known)
        ]
        if not near:
            return None
        subjects = [found for found in near if found[0] in self._vocabulary.subjects]
        nearest, nearness = (subjects or near)[0]
        best = self._known(nearest, word, nearness)
        if len(best) != 1 or best[0].kind is not Kind.KNOWN:
            return best or None
        keys: dict[str, float] = {}
        for known, nearness in subjects:
            for reading in self._known(known, word, nearness):
                for name, near_key in reading.keys:
                    keys[name] = max(near_key, keys.get(name, 0.0))
        ranked = sorted((Key(*key) for key in keys.items()), key=lambda key: -key.nearness)
        return (Reading(word, Kind.KNOWN, tuple(ranked)),)

    def _read_korean(self, word: str) -> Readings:
        known = self._vocabulary
        if word in known.korean:
            return self._known(word, word)
        if base := korean.bare(word, known.korean):
            return self._known(base, word)
        if word in known.common or korean.bare(word, known.common):
            return (Reading(word, Kind.COMMON),)
        if parts := korean.parts(word, known.korean):
            return tuple(reading for part in parts for reading in self._known(part, word))
        return (
            self._misspelt_korean(word)
            or self._mistyped_english(word)
            or self._opening(word)
            or (Reading(word, Kind.ENDING if word.endswith(VERBAL) else Kind.RARE),)
        )

    def _misspelt_korean(self, word: str) -> Readings | None:
        shorter = korean.guessed(word)
        found = self._misspelt(self.korean, shorter)
        if found or shorter == word:
            return found
        return self._misspelt(self.korean, word)

    def _mistyped_english(self, word: str) -> Readings | None:
        meant = hangul.typed_on_korean_layout(word)
        known = len(meant) > 2 and self._vocabulary.is_subject(meant)
        return self._known(meant, word) if known else None

    def _opening(self, word: str) -> Readings | None:
        """A known word that an unknown one begins with, and what follows it."""
        for length in range(len(word) - 1, 1, -1):
            start, rest = word[:length], word[length:]
            if start in self._vocabulary.korean and start not in self._vocabulary.fillers:
                return self._known(start, word, PIECE) + (self._word(rest) if rest[1:] else ())
        return None


class WholeReader(Reader):
    """Reads in the words of a whole vocabulary, by their own spelling; what was read is kept."""

    def __init__(self, vocabulary: Whole) -> None:
        latin = (word for word in vocabulary.everything if word.isascii() and word.isalpha())
        longer = (word for word in vocabulary.korean if len(word) > 1)
        super().__init__(vocabulary, Spelling(latin, str), Spelling(longer, hangul.jamo))
        self._remember()

    def __getstate__(self) -> dict[str, object]:
        """All but what was read."""
        return {name: value for name, value in vars(self).items() if name != "_word"}

    def __setstate__(self, state: dict[str, object]) -> None:
        vars(self).update(state)
        self._remember()

    def _remember(self) -> None:
        self._word = lru_cache(CACHED_WORDS)(super()._word)  # type: ignore[method-assign]


def _torn(named: Sequence[range], start: int) -> bool:
    """Whether a phrase from there tears a name, as `korean food` does `north korean`."""
    return any(start in name and start != name.start for name in named)

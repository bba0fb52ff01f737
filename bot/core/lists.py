"""A lexicon's word lists as the matcher looks them up, whatever statement they stand beside."""

from collections.abc import Iterable, Mapping

from bot.core import english, hangul
from bot.core.folding import words
from bot.core.readings import group_key
from bot.core.statement import Lexicon

Phrase = tuple[str, ...]
Group = tuple[str, ...]


class Lists:
    """Fillers, common words, decoys and synonyms, all folded.

    `groups` has the group keys of each stem, `phrases` the one of each phrase; `numbers` is what
    the groups are numbered by, their place in the lexicon where it is left out.
    """

    def __init__(self, lexicon: Lexicon, numbers: Mapping[Group, int] | None = None) -> None:
        decoys = [tuple(words(decoy)) for decoy in lexicon.decoys]
        self.groups, self.phrases = _synonyms(lexicon.synonyms, numbers)
        self.fillers = _singles(lexicon.fillers)
        self.common = _singles(lexicon.common)
        self.common_stems = {english.stem(word) for word in self.common}
        self.decoys = {"".join(d) for d in decoys if len(d) == 1 or hangul.is_hangul(d[0])}
        self.decoy_stems = {english.stem(word) for word in self.decoys}
        self.decoy_phrases = [decoy for decoy in decoys if len(decoy) > 1]


def _singles(entries: Iterable[str]) -> frozenset[str]:
    return frozenset(typed[0] for entry in entries if len(typed := words(entry)) == 1)


def _synonyms(
    groups: Iterable[Group], numbers: Mapping[Group, int] | None
) -> tuple[dict[str, tuple[str, ...]], dict[Phrase, str]]:
    singles: dict[str, tuple[str, ...]] = {}
    phrases: dict[Phrase, str] = {}
    for place, group in enumerate(groups):
        key = group_key(numbers[group] if numbers else place)
        spelt = [tuple(words(entry)) for entry in group]
        phrases |= {phrase: key for phrase in spelt if len(phrase) > 1}
        for (word,) in (phrase for phrase in spelt if len(phrase) == 1):
            stem = word if hangul.is_hangul(word) else english.stem(word)
            singles[stem] = tuple(dict.fromkeys((*singles.get(stem, ()), key)))
    return singles, phrases

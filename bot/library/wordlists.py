"""The word lists beside a digest: none may silence what the statement itself says."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bot.core import english, hangul
from bot.core.folding import words
from bot.library.names import Name, Told, entries_of
from bot.library.schema import Words

Spelt = tuple[str, ...]
# The words of a name or a quotation, and how a fault tells whose they are.
Spoken = tuple[Spelt, str]


def names_among_fillers(fillers: Words, names: Sequence[Name]) -> Iterator[Told]:
    """Fillers that are whole names: the matcher passes over fillers and would never find them."""
    whole = {name.words: name for name in names}
    for key, text in entries_of(fillers):
        if name := whole.get(tuple(words(text))):
            yield key, f"“{text}” is a filler here and a name of {name.subject}"


def spoken_decoys(decoys: Words, names: Sequence[Name], quotes: Sequence[str]) -> Iterator[Told]:
    """Decoys that stand, as a word or a phrase, in a name or a quotation of the statement itself.

    As in the matcher, a single word is compared as it is spelt, a phrase by its words' stems, and
    Korean also with its spaces closed.
    """
    spoken = [(name.words, f"“{name.text}”, a name of {name.subject}") for name in names]
    spoken += [(tuple(words(quote)), f"the quote “{quote[:40]}…”") for quote in quotes]
    singles = {word: told for spelt, told in reversed(spoken) for word in spelt}
    entries = [(key, text, tuple(words(text))) for key, text in entries_of(decoys)]
    phrases = _spoken_phrases(spoken, [_stems(spelt) for _, _, spelt in entries if len(spelt) > 1])
    for key, text, spelt in entries:
        closed = "".join(spelt) if len(spelt) == 1 or hangul.is_hangul(text) else ""
        if told := singles.get(closed) or phrases.get(_stems(spelt)):
            yield key, f"“{text}” is a decoy here and stands in {told}"


def _spoken_phrases(spoken: Sequence[Spoken], wanted: Sequence[Spelt]) -> dict[Spelt, str]:
    stem_of = {word: _stem(word) for word in {word for spelt, _ in spoken for word in spelt}}
    known = set(stem_of.values())
    opening: defaultdict[str, list[Spelt]] = defaultdict(list)
    for phrase in wanted:
        if known.issuperset(phrase):
            opening[phrase[0]].append(phrase)
    found: dict[Spelt, str] = {}
    for spelt, told in spoken:
        stems = tuple([stem_of[word] for word in spelt])
        for place, stem in enumerate(stems):
            for phrase in opening.get(stem, ()):
                if stems[place : place + len(phrase)] == phrase:
                    found.setdefault(phrase, told)
    return found


def _stems(spelt: Spelt) -> Spelt:
    return tuple(map(_stem, spelt))


def _stem(word: str) -> str:
    return word if hangul.is_hangul(word) else english.stem(word)

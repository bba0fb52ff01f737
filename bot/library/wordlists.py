"""The word lists beside a digest: none may silence what the statement itself says."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from bot.core import english, hangul
from bot.core.folding import words
from bot.library.names import Name, Told, entries_of
from bot.library.schema import Words

Spelt = tuple[str, ...]


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
    spoken = [name.words for name in names] + [tuple(words(quote)) for quote in quotes]
    singles = set(chain.from_iterable(spoken))
    entries = [(key, text, tuple(words(text))) for key, text in entries_of(decoys)]
    phrases = _spoken_phrases(spoken, [_stems(spelt) for _, _, spelt in entries if len(spelt) > 1])
    for key, text, spelt in entries:
        closed = "".join(spelt) if len(spelt) == 1 or hangul.is_hangul(text) else ""
        if closed in singles:
            place = next(number for number, said in enumerate(spoken) if closed in said)
        elif (place := phrases.get(_stems(spelt), -1)) < 0:
            continue
        yield key, f"“{text}” is a decoy here and stands in {_told(place, names, quotes)}"


def _told(place: int, names: Sequence[Name], quotes: Sequence[str]) -> str:
    """Whose words stand at that place, the names' first and then the quotations'."""
    if place < len(names):
        return f"“{names[place].text}”, a name of {names[place].subject}"
    return f"the quote “{quotes[place - len(names)][:40]}…”"


def _spoken_phrases(spoken: Sequence[Spelt], wanted: Sequence[Spelt]) -> dict[Spelt, int]:
    """The phrases, by their stems, that are spoken, and the place where each is first."""
    stem_of = {word: _stem(word) for word in set(chain.from_iterable(spoken))}
    known = set(stem_of.values())
    opening: defaultdict[str, list[Spelt]] = defaultdict(list)
    for phrase in wanted:
        if known.issuperset(phrase):
            opening[phrase[0]].append(phrase)
    openers = {word for word, stem in stem_of.items() if stem in opening}
    found: dict[Spelt, int] = {}
    for number, spelt in enumerate(spoken):
        if openers.isdisjoint(spelt):
            continue
        stems = tuple([stem_of[word] for word in spelt])
        for place, stem in enumerate(stems):
            for phrase in opening.get(stem, ()):
                if stems[place : place + len(phrase)] == phrase:
                    found.setdefault(phrase, number)
    return found


def _stems(spelt: Spelt) -> Spelt:
    return tuple(map(_stem, spelt))


def _stem(word: str) -> str:
    return word if hangul.is_hangul(word) else english.stem(word)

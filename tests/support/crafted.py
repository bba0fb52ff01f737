"""Queries crafted to take as long as they can, and what a look-up costs that sees its words first.

Every word of a digest that is nearly known costs more than one that is, or one that is nothing.
"""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random
from types import FrameType

import pytest
from rapidfuzz import process

from bot.core import english, hangul, korean
from bot.core.answering import answer
from bot.core.index import WholeIndex
from bot.core.library import Library
from bot.core.request import LONGEST_QUERY, parse

_CACHED = (english.stem, english.root, korean._is_ending, hangul._keys)
_SYLLABLES = (0xAC00, 0xD7A3)
Kinds = dict[str, Callable[[], str]]


def ask(library: Library, text: str) -> None:
    """One question asked and answered."""
    answer(library, parse(text), lambda passages: passages[0])


def forget(library: Library) -> None:
    """Let every word be seen for the first time."""
    for function in _CACHED:
        function.cache_clear()
    for index in library.shelf.likely(""):
        vocabulary = index.vocabulary
        for cached in (index.reader._word, vocabulary.keys, vocabulary.plain):
            cached.cache_clear()  # type: ignore[union-attr]


def crafted(library: Library, chance: Random) -> dict[str, str]:
    """A query of the greatest length for each way of making one hard."""
    kinds = {**_of_words(library, chance), **_of_letters(chance)}
    return {name: _filled(make) for name, make in kinds.items()}


def _filled(make: Callable[[], str]) -> str:
    text = ""
    while len(text) < LONGEST_QUERY:
        text += make()
    return text[:LONGEST_QUERY]


def _of_words(library: Library, chance: Random) -> Kinds:
    index = library.shelf.opened(0)
    assert isinstance(index, WholeIndex)
    known = index.vocabulary
    latin = sorted(word for word in known.everything if word.isascii() and word.isalpha())
    korean = sorted(known.korean)
    aliases = [name for passage in index.statement.passages() for name in passage.aliases]

    def spoilt(word: str, letter: str) -> str:
        place = chance.randrange(len(word))
        return f"{word[:place]}{letter}{word[place + 1 :]} "

    def swapped(word: str) -> str:
        place = chance.randrange(len(word))
        return f"{word[:place]}{word[place + 1 : place + 2]}{word[place]}{word[place + 2 :]} "

    return {
        "known English words": lambda: chance.choice(latin) + " ",
        "misspelt English words": lambda: spoilt(chance.choice(latin), chance.choice("qxzjvw")),
        "English words with swapped letters": lambda: swapped(chance.choice(latin)),
        "words that end as many do": lambda: "".join(chance.choices("abcdefghij", k=3)) + "ion ",
        "words that begin as many do": lambda: (
            "con" + "".join(chance.choices("aeinstr", k=4)) + " "
        ),
        "joined English words": lambda: (chance.choice(latin) + chance.choice(latin))[:59] + " ",
        "known Korean words": lambda: chance.choice(korean) + " ",
        "misspelt Korean words": lambda: spoilt(chance.choice(korean), _syllable(chance)),
        "Korean words with endings": lambda: chance.choice(korean) + "하겠다고에서는들에게 ",
        "joined Korean words": lambda: chance.choice(korean),
        "long compounds": lambda: "".join(chance.choices(korean, k=30))[:58] + "쀍 ",
        "aliases": lambda: chance.choice(aliases) + " ",
    }


def _of_letters(chance: Random) -> Kinds:
    return {
        "one syllable": lambda: "한",
        "any syllables": lambda: _syllable(chance),
        "jamo": lambda: "ㄱㅏ",
        "conjoining jamo": lambda: "\u1112\u1161\u11ab",
        "keys of a Korean keyboard": lambda: "".join(chance.choices("rskdghanfl", k=9)) + " ",
        "combining characters": lambda: "\u0316\u0301",
        "ligatures": lambda: "\ufdfa ",
        "two letters": lambda: "".join(chance.choices("abcdefgh", k=2)) + " ",
        "digits": lambda: "1,234 ",
        "markup": lambda: "<a|",
        "asides": lambda: "what is in the show me read ",
        "dollars": lambda: "$ ",
    }


def _syllable(chance: Random) -> str:
    return chr(chance.randint(*_SYLLABLES))


def milliseconds(library: Library, look: Callable[[], None]) -> float:
    """The processor time of a look-up at first sight, the least of three."""
    return min(_timed(library, look) for _ in range(3))


def _timed(library: Library, look: Callable[[], None]) -> float:
    forget(library)
    start = time.thread_time()
    look()
    return 1_000 * (time.thread_time() - start)


@dataclass
class Steps:
    """What is counted of a look-up: calls of functions, and words that a typo is compared with."""

    calls: int = 0
    compared: int = 0


@contextmanager
def counted(library: Library) -> Iterator[Steps]:
    """Count the steps of a look-up at first sight: the same on every machine."""
    steps, extract_iter = Steps(), process.extract_iter

    def calling(frame: FrameType, event: str, argument: object) -> None:
        steps.calls += event in ("call", "c_call")

    def comparing(query, choices, **options):  # type: ignore[no-untyped-def]
        steps.compared += len(choices)
        return extract_iter(query, choices, **options)

    forget(library)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(process, "extract_iter", comparing)
        before = sys.getprofile()
        sys.setprofile(calling)
        try:
            yield steps
        finally:
            sys.setprofile(before)

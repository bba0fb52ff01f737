"""A digest's settings read out of words in any order, and what in them could not be read."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from bot.core import daytimes, digest_options, weekdays
from bot.core.folding import folded
from bot.core.hangul import jamo
from bot.core.understood import Misread, Understood
from bot.core.zones import Zones

_LONGEST_PHRASE = 6
_FEWEST_LETTERS = 3
_MOST_MISREAD = 5
# Between words, and where a time is joined to what is round it: `09:00KST`, `평일오전 9시`.
_BETWEEN = re.compile(
    r"[\s,，、;·・]+|(?<=[:：]\d\d)(?=[A-Za-z])|(?<=[월화수목금토일말중])(?=\d\d?[:：시]|오[전후])"
)
_EDGES = "\"'`“”‘’.!?()[]{}<>*: "
_PARTICLE = re.compile(r"(?<=[가-힣\d])(?:마다|에는|에|으로|(?<!대)로)$")
_FILLERS = frozenset(
    "at on in and & + every each the from for of post set setup start change only weekly language"
    " timezone 매주 시작".split()
)
_OF_A_ZONE = re.compile(r" ?(?:time ?zone|time|tz|표준시|시간대|시간)$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was typed, and as it is looked up."""

    typed: str
    folded: str


Finding = Understood | Misread
Reader = Callable[[list[Word]], Finding | None]


def spoken(text: str) -> list[Word]:
    """The words between spaces, commas and middle dots, without what is round them."""
    words = (Word(part.strip(_EDGES), _looked_up(part)) for part in _BETWEEN.split(text))
    return [word for word in words if word.folded]


def phrase_of(words: list[Word]) -> str:
    return " ".join(word.folded for word in words)


def typed(words: list[Word]) -> str:
    return " ".join(word.typed for word in words)


def read(words: list[Word], zones: Zones) -> tuple[Understood, tuple[Misread, ...]]:
    """What the words say, and the first few that could not be read, in the order of typing."""
    understood, misread = Understood(), list[Misread]()
    for phrase, finding in _findings(words, zones):
        if isinstance(finding, Misread):
            misread.append(finding)
        elif understood.contradicts(finding):
            misread.append(Misread("twice", typed(phrase)))
        else:
            understood = understood.joined(finding)
    return understood, tuple(misread[:_MOST_MISREAD])


def _looked_up(part: str) -> str:
    return _PARTICLE.sub("", folded(part).strip(_EDGES))


def _findings(words: list[Word], zones: Zones) -> Iterator[tuple[list[Word], Finding]]:
    for phrase, finding in _phrases(words, partial(_understood, zones)):
        if finding:
            yield phrase, finding
        else:
            for part, misread in _phrases(phrase, _misread):
                yield part, misread or _unknown(part, zones)


def _phrases(words: list[Word], reader: Reader) -> Iterator[tuple[list[Word], Finding | None]]:
    """The longest phrases that the reader knows, and between them the words that it does not."""
    place, unknown = 0, list[Word]()
    while place < len(words):
        size, finding = _longest(words[place : place + _LONGEST_PHRASE], reader)
        phrase = words[place : place + size]
        place += size
        if not finding:
            unknown += phrase
            continue
        if unknown:
            yield unknown, None
            unknown = []
        yield phrase, finding
    if unknown:
        yield unknown, None


def _longest(words: list[Word], reader: Reader) -> tuple[int, Finding | None]:
    for size in range(len(words), 0, -1):
        if finding := reader(words[:size]):
            return size, finding
    return 1, None


def _understood(zones: Zones, words: list[Word]) -> Finding | None:
    phrase = phrase_of(words)
    found = Understood(
        days=weekdays.read(phrase),
        at=daytimes.read(phrase),
        zone=zones.named(phrase),
        holidays=digest_options.holidays(phrase),
        program=digest_options.program(phrase),
        language=digest_options.language(phrase),
    )
    if phrase in _FILLERS or found != Understood():
        return found
    meant = zones.named(_OF_A_ZONE.sub("", phrase))
    return Misread("zone", typed(words), meant) if meant else None


def _misread(words: list[Word]) -> Misread | None:
    """What is like a time, a day or a holiday, and is none."""
    phrase = phrase_of(words)
    if at := daytimes.nearest(phrase):
        return Misread("time", typed(words), f"{at:%H:%M}")
    if day := weekdays.nearest(phrase):
        return Misread("day", typed(words), day)
    if digest_options.skips(phrase.split()):
        return Misread("holidays", typed(words), "skip us,kr")
    return None


def _unknown(words: list[Word], zones: Zones) -> Misread:
    name = _OF_A_ZONE.sub("", phrase_of(words))
    near = zones.search(name, 3) if len(jamo(name)) >= _FEWEST_LETTERS else ()
    nearest, *others = near or ("",)
    return Misread("zone" if nearest else "word", typed(words), nearest, tuple(others))

"""The values of a file of digests: read from what people write, and written as they would.

YAML hands every value over as text (documents.py), so 09:00 is no number here, and `no` no boolean.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from typing import assert_never

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError
from rapidfuzz import process
from rapidfuzz.distance import JaroWinkler

from bot.core.digests import (
    EVERY_DAY,
    WEEKDAYS,
    Chosen,
    InOrder,
    OneSection,
    Program,
    Shuffled,
)
from bot.core.statement import Statement
from bot.core.zones import Zones

_SHOWN, _MOST_TOLD = 40, 10
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")
_SPANS = {"every day": EVERY_DAY, "weekdays": WEEKDAYS}
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_NUMBERS = {name: n for n, day in enumerate(_DAYS) for name in (day, day[:3])}


@dataclass(frozen=True, slots=True)
class Known:
    """What a digest can name."""

    statement: Statement
    zones: Zones


def days_of(written: object) -> frozenset[int]:
    """`every day`, `weekdays`, one day, or a list of them."""
    if span := _SPANS.get(_words(written)):
        return span
    names = [_words(day) for day in (written if isinstance(written, list) else [written])]
    if not names or not _NUMBERS.keys() >= set(names):
        raise _wrong("this must be every day, weekdays, or days such as [mon, wed, fri]")
    return frozenset(_NUMBERS[name] for name in names)


def spelt_days(days: frozenset[int]) -> str:
    """The days as `days_of` reads them."""
    for span, meant in _SPANS.items():
        if days == meant:
            return span
    return _listed(_DAYS[day][:3] for day in sorted(days))


def time_of(written: object) -> time:
    """A time of day on a clock of 24 hours."""
    if found := _TIME.fullmatch(_words(written)):
        return time(int(found[1]), int(found[2]))
    raise _wrong('this must be a time of day from 00:00 to 23:59, such as "09:00"')


def zone_of(written: object, info: ValidationInfo) -> str:
    """The IANA name of a time zone, whose city or usual abbreviation may stand for it."""
    zones, said = _known(info).zones, shown(written)
    if zone := zones.named(said):
        return zone
    nearest, *_ = *zones.search(said, 1), "Asia/Seoul"
    raise _wrong(f"“{said}” is no time zone: write one such as {nearest}")


def program_of(written: object, info: ValidationInfo) -> Program:
    """`next`, `shuffled`, `section 2`, or a list of themes, which need not be in order."""
    statement = _known(info).statement
    if isinstance(written, list):
        return _chosen(written, statement)
    numbers = [section.number for section in statement.sections if section.number]
    sections = {spelt_program(OneSection(number)): OneSection(number) for number in numbers}
    offered: dict[str, Program] = {"next": InOrder(), "shuffled": Shuffled(0), **sections}
    if program := offered.get(_words(written)):
        return program
    theme = _nearest(shown(written), statement)
    raise _wrong(f"this must be {', '.join(offered)}, or themes in brackets, such as [{theme}]")


def spelt_program(program: Program) -> str:
    """The program as `program_of` reads it; a shuffle's seed is its channel's and not written."""
    match program:
        case InOrder():
            return "next"
        case Shuffled():
            return "shuffled"
        case OneSection(number):
            return f"section {number}"
        case Chosen(themes):
            return _listed(themes)
        case _:
            assert_never(program)


def shown(written: object) -> str:
    """What was written, as far as it can be shown in a line."""
    text = written if isinstance(written, str) else "…"
    return "".join(filter(str.isprintable, text))[:_SHOWN]


def _chosen(written: list[object], statement: Statement) -> Chosen:
    """Those themes, in the statement's order."""
    ids = [theme.id for theme in statement.themes]
    if unknown := [shown(theme) for theme in written if theme not in ids]:
        told = (
            f"“{one}” is no theme, the nearest is {_nearest(one, statement)}"
            for one in unknown[:_MOST_TOLD]
        )
        raise _wrong("; ".join(told))
    if not written:
        raise _wrong(f"this must have a theme or more, such as [{ids[0]}]")
    return Chosen(tuple(id for id in ids if id in written))


def _nearest(word: str, statement: Statement) -> str:
    """The theme whose id is most like the word."""
    ids = [theme.id for theme in statement.themes]
    return str(process.extractOne(word, ids, scorer=JaroWinkler.similarity)[0])


def _listed(words: Iterable[str]) -> str:
    return f"[{', '.join(words)}]"


def _known(info: ValidationInfo) -> Known:
    assert isinstance(info.context, Known)
    return info.context


def _words(written: object) -> str:
    """The text in small letters, its spaces single; empty where it is a list or a mapping."""
    return " ".join(written.lower().split()) if isinstance(written, str) else ""


def _wrong(sentence: str) -> PydanticCustomError:
    return PydanticCustomError("not_a_value", "{sentence}", {"sentence": sentence})

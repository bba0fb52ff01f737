"""Days of the week as people write them, in English and Korean, and as we write them back.

A phrase comes folded, and without commas.
"""

import re

from bot.core.digests import EVERY_DAY, WEEKDAYS
from bot.core.hangul import is_hangul, jamo
from bot.core.spelling import Spelling
from bot.core.statement import Language

WEEKEND = EVERY_DAY - WEEKDAYS
_SHORT = "mon tue wed thu fri sat sun".split()
_LETTERS = "월화수목금토일"
_DAYS = (
    "mon|monday|mondays|월|월요일",
    "tue|tues|tuesday|tuesdays|화|화요일",
    "wed|weds|wednesday|wednesdays|수|수요일",
    "thu|thur|thurs|thursday|thursdays|목|목요일",
    "fri|friday|fridays|금|금요일",
    "sat|saturday|saturdays|토|토요일",
    "sun|sunday|sundays|일|일요일",
)
_SINGLE = {name: day for day, names in enumerate(_DAYS) for name in names.split("|")}
_GROUPS = {
    EVERY_DAY: "daily|everyday|every day|each day|all days|매일|날마다|매일매일",
    WEEKDAYS: "weekdays|weekday|m-f|workdays|workday|working days|business days|평일|주중",
    WEEKEND: "weekends|weekend|주말",
    frozenset((0, 2, 4)): "mon,wed,fri|mwf|m/w/f",
    frozenset((1, 3)): "tue,thu|tth|t/th",
}
_NAMED = {name: days for days, names in _GROUPS.items() for name in names.split("|")} | {
    name: frozenset((day,)) for name, day in _SINGLE.items()
}
_RANGE = re.compile(r"(\S+?)(?: ?[-~〜] ?| (?:to|through|thru) |부터 ?)(\S+?)(?:까지)?")
_RUN = re.compile(rf"([{_LETTERS}]{{2,7}})(?:요일)?")
_BETWEEN = re.compile(r" ?[/&+] ?")
_SPELLING = Spelling((name for name in _NAMED if " " not in name), jamo)
_LIKE_A_DAY = re.compile(r"[a-z]+days?|[가-힣]+요일")


def read(phrase: str) -> frozenset[int] | None:
    """The days that the phrase names (Monday is 0); None where it names anything else."""
    if days := _NAMED.get(phrase):
        return days
    if ends := _RANGE.fullmatch(phrase):
        return _from_to(*(_SINGLE.get(end) for end in ends.groups()))
    if run := _RUN.fullmatch(phrase):
        return frozenset(map(_LETTERS.index, run[1]))
    names = [_NAMED.get(name) for name in _BETWEEN.split(phrase)]
    return None if None in names else frozenset().union(*filter(None, names))


def nearest(phrase: str) -> str | None:
    """The name that a misspelt one is nearest to; None where it is not like a day."""
    if near := _SPELLING.near(phrase):
        return near[0][0]
    return "weekdays" if _LIKE_A_DAY.fullmatch(phrase) else None


def written(days: frozenset[int], spoken: Language = "en") -> str:
    """The days in the words that `read` takes: `weekdays`, `mon,wed,fri`, or `평일`, `월수금`."""
    korean = spoken == "ko"
    names = _GROUPS.get(days, "").split("|")
    if group := next((name for name in names if name and is_hangul(name) == korean), ""):
        return group
    letters, between = (_LETTERS, "") if korean else (_SHORT, ",")
    return between.join(letters[day] for day in sorted(days))


def _from_to(first: int | None, last: int | None) -> frozenset[int] | None:
    """From that day to that one, round the end of the week where it is reached."""
    if first is None or last is None:
        return None
    return frozenset((first + step) % 7 for step in range((last - first) % 7 + 1))

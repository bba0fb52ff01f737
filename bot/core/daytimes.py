"""Times of day as people write them, in English and Korean.

A phrase comes folded: its colons are ASCII, whatever a keyboard made of them.
"""

import re
from datetime import time

_HALVES = {
    **dict.fromkeys("am|a.m|오전|아침|새벽".split("|"), 0),
    **dict.fromkeys("pm|p.m|오후|낮|저녁|밤".split("|"), 12),
}
_NAMED = {
    **dict.fromkeys("noon|midday|정오".split("|"), time(12)),
    **dict.fromkeys("midnight|자정".split("|"), time(0)),
}
_HALF = "|".join(map(re.escape, _HALVES))
_LIKE_A_TIME = re.compile(
    rf"(?:(?P<before>{_HALF}) ?)?(?P<clock>\d[\d:.h시분반 ]*?)"
    rf"(?: ?(?P<after>{_HALF}))?(?: ?(?:oclock|hrs|hours))?"
)
_CLOCK = re.compile(r"(\d\d?)(?:[:.h]?(\d\d)(?::\d\d)?|시(?: ?(\d\d?)분| ?(반))?)?")
_NUMBER = re.compile(r"\d+")
_USUAL = time(9)


def read(phrase: str) -> time | None:
    """The time of day: `09:00`, `0900`, `9am`, `9:30 pm`, `오전 9시 30분`; None for all else."""
    if named := _NAMED.get(phrase):
        return named
    if not (like := _LIKE_A_TIME.fullmatch(phrase)):
        return None
    half = like["before"] or like["after"]
    found = _CLOCK.fullmatch(like["clock"])
    if not found or (found[0] == found[1] and not half):
        return None
    hour, minute, minutes, half_past = found.groups()
    return _time(int(hour), int(minute or minutes or (30 if half_past else 0)), half)


def nearest(phrase: str) -> time | None:
    """The time that may have been meant by what is like one and is none; None for all else."""
    if not (like := _LIKE_A_TIME.fullmatch(phrase)):
        return None
    hour, minute, *_ = *map(int, _NUMBER.findall(like["clock"])[:2]), 0
    return _time(0 if hour == 24 else hour, minute) or _time(hour, 0) or _USUAL


def _time(hour: int, minute: int, half: str | None = None) -> time | None:
    if half and not 1 <= hour <= 12:
        return None
    if half:
        # 밤 is the night: late from six to eleven, and then early.
        early = half == "밤" and hour % 12 < 6
        hour = hour % 12 + (0 if early else _HALVES[half])
    return time(hour, minute) if hour < 24 and minute < 60 else None

"""How long a pause lasts, as people write it, in English and Korean; a phrase comes folded."""

import re
from datetime import date

_COUNTS = {
    **dict.fromkeys("a|an|one|한|일".split("|"), 1),
    **dict.fromkeys("two|두|이".split("|"), 2),
    **dict.fromkeys("three|세|삼".split("|"), 3),
}
_UNITS = {
    **dict.fromkeys("d|day|days|일".split("|"), 1),
    **dict.fromkeys("w|wk|wks|week|weeks|주|주일".split("|"), 7),
    **dict.fromkeys("month|months|달|개월".split("|"), 30),
}
_SPAN = re.compile(
    rf"(?:for )?([1-9]\d{{0,2}}|{'|'.join(_COUNTS)}) ?({'|'.join(_UNITS)})(?: ?(?:간|동안))?"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = rf"({'|'.join(_MONTHS)})[a-z]*"
_UNTIL = re.compile(r"(?:until|till|til|to|before) (.+)|(.+?) ?까지|(.+)")
_YEAR_FIRST = re.compile(r"(\d{4})(?:[-/. ]|년 ?)(\d{1,2})(?:[-/. ]|월 ?)(\d{1,2})일?")
_MONTH_FIRST = re.compile(rf"{_MONTH} (\d{{1,2}})(?:st|nd|rd|th)? (\d{{4}})")
_DAY_FIRST = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)? {_MONTH} (\d{{4}})")


def span(phrase: str) -> int | None:
    """The days in `2w`, `10 days`, `2주 동안`, `한 달`; a month is 30. None for all else."""
    found = _SPAN.fullmatch(phrase)
    return int(_COUNTS.get(found[1]) or found[1]) * _UNITS[found[2]] if found else None


def until(phrase: str) -> date | None:
    """The date in `until 2026-12-24` or `2026년 12월 24일까지`; None for all else, or no such day.

    A date without its year is none: which one is meant depends on today.
    """
    bounds = _UNTIL.fullmatch(phrase)
    year, month, day = _numbers(next(filter(None, bounds.groups()))) if bounds else (0, 0, 0)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _numbers(text: str) -> tuple[int, int, int]:
    """Year, month and day; zeros where the text is no date."""
    if found := _YEAR_FIRST.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _MONTH_FIRST.fullmatch(text):
        return int(found[3]), _MONTHS.index(found[1]) + 1, int(found[2])
    if found := _DAY_FIRST.fullmatch(text):
        return int(found[3]), _MONTHS.index(found[2]) + 1, int(found[1])
    return 0, 0, 0

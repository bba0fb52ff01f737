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
_MONTHS = {
    name: number
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_DATES = (
    re.compile(rf"{_YEAR}(?:[-/. ]|년 ?)(?P<month>\d{{1,2}})(?:[-/. ]|월 ?)(?P<day>\d{{1,2}})일?"),
    re.compile(rf"{_MONTH} {_DAY} {_YEAR}"),
    re.compile(rf"{_DAY} {_MONTH} {_YEAR}"),
)
_BOUND = re.compile(r"^(?:until|till|til|to|before) | ?까지$")


def span(phrase: str) -> int | None:
    """The days in `2w`, `10 days`, `2주 동안`, `한 달`; a month is 30. None for all else."""
    found = _SPAN.fullmatch(phrase)
    return int(_COUNTS.get(found[1]) or found[1]) * _UNITS[found[2]] if found else None


def until(phrase: str) -> date | None:
    """The date in `until 2026-12-24` or `2026년 12월 24일까지`; None for all else, or no such day.

    A date without its year is none: which one is meant depends on today.
    """
    found = next(filter(None, (form.fullmatch(_BOUND.sub("", phrase)) for form in _DATES)), None)
    return _date(found["year"], found["month"], found["day"]) if found else None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), _MONTHS.get(month) or int(month), int(day))
    except ValueError:
        return None

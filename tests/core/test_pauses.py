"""How long a pause lasts, in words."""

from datetime import date

import pytest

from bot.core import pauses


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("2w", 14),
        ("2 weeks", 14),
        ("for a week", 7),
        ("two weeks", 14),
        ("10d", 10),
        ("1 day", 1),
        ("3 months", 90),
        ("2주", 14),
        ("2주간", 14),
        ("2 주 동안", 14),
        ("일주일", 7),
        ("3일", 3),
        ("한 달", 30),
        ("2개월", 60),
        ("0d", None),
        ("9999d", None),
        ("soon", None),
        ("2", None),
        ("", None),
    ],
)
def test_spans(phrase: str, days: int | None) -> None:
    assert pauses.span(phrase) == days


@pytest.mark.parametrize(
    "phrase",
    [
        "2026-12-04",
        "until 2026-12-04",
        "till 2026/12/4",
        "2026 12 4",
        "until december 4 2026",
        "dec 4th 2026",
        "until 4 dec 2026",
        "2026년 12월 4일까지",
        "2026-12-04 까지",
    ],
)
def test_dates(phrase: str) -> None:
    assert pauses.until(phrase) == date(2026, 12, 4)


@pytest.mark.parametrize(
    "phrase", ["", "until", "until dec 4", "12월 4일까지", "2026-02-30", "0000-01-01", "soon"]
)
def test_what_is_no_whole_date_is_none(phrase: str) -> None:
    assert pauses.until(phrase) is None

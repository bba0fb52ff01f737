"""Holidays of both countries, by dates from the calendars on the wall."""

from datetime import date

import pytest

from bot.core.digests import Country
from bot.scheduling.days_off import day_off


@pytest.mark.parametrize(
    ("country", "day", "off"),
    [
        ("US", date(2026, 11, 26), True),  # Thanksgiving
        ("US", date(2026, 11, 27), False),
        ("US", date(2026, 7, 3), True),  # Independence Day, on the Friday before
        ("US", date(2026, 2, 17), False),
        ("KR", date(2026, 2, 17), True),  # Seollal
        ("KR", date(2026, 9, 25), True),  # Chuseok
        ("KR", date(2025, 10, 8), True),  # its substitute day
        ("KR", date(2026, 3, 2), True),  # the substitute day of 1 March
        ("KR", date(2026, 11, 26), False),
        ("KR", date(9999, 12, 31), False),
        ("US", date(1, 1, 2), False),
    ],
)
def test_a_day_is_off_or_is_not(country: Country, day: date, off: bool) -> None:
    assert day_off(country, day) is off

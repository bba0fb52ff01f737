"""Public holidays, by the calendars of both countries."""

import subprocess
import sys
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from bot.core.digests import WEEKDAYS, Cadence, Country, DayOff, Plan
from bot.core.slots import following
from bot.scheduling.days_off import is_off

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("country", "day"),
    [
        # Seollal is three days, Tuesday 17 February 2026 in their midst.
        ("KR", date(2026, 2, 16)),
        ("KR", date(2026, 2, 17)),
        ("KR", date(2026, 2, 18)),
        # Chuseok of 2025 began on a Sunday: Wednesday the 8th stands in for it.
        ("KR", date(2025, 10, 6)),
        ("KR", date(2025, 10, 8)),
        # Liberation Day of 2026 is a Saturday: Monday stands in for it.
        ("KR", date(2026, 8, 17)),
        # Thanksgiving is the fourth Thursday of November.
        ("US", date(2026, 11, 26)),
        # Independence Day of 2026 is a Saturday: Friday is off.
        ("US", date(2026, 7, 3)),
        # So is New Year's Day of 2028: off already in the year before.
        ("US", date(2027, 12, 31)),
    ],
)
def test_a_holiday_and_what_stands_in_for_it_is_off(country: Country, day: date) -> None:
    assert is_off(country, day)


@pytest.mark.parametrize(
    ("country", "day"),
    [
        ("KR", date(2026, 2, 19)),
        ("KR", date(2026, 11, 26)),
        ("US", date(2026, 2, 17)),
        ("US", date(2026, 11, 27)),
        ("US", date(2026, 7, 6)),
    ],
)
def test_other_days_are_not_off(country: Country, day: date) -> None:
    assert not is_off(country, day)


@pytest.mark.parametrize("day", [date.min, date(1800, 1, 1), date(3000, 12, 25), date.max])
@pytest.mark.parametrize("country", ["US", "KR"])
def test_in_a_year_far_away_no_day_is_off(country: Country, day: date) -> None:
    assert not is_off(country, day)


def test_a_digest_rests_at_seollal() -> None:
    off: DayOff = is_off
    plan = Plan(Cadence(WEEKDAYS, time(9), "Asia/Seoul"), holidays=frozenset(("KR",)))
    friday = datetime(2026, 2, 13, 0, tzinfo=UTC)
    assert following(plan, friday, None, off, 2) == (
        datetime(2026, 2, 19, 0, tzinfo=UTC),
        datetime(2026, 2, 20, 0, tzinfo=UTC),
    )


def test_the_calendars_are_not_loaded_before_somebody_asks() -> None:
    program = "import sys, bot.scheduling.days_off; sys.exit('holidays' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT)
    assert done.returncode == 0

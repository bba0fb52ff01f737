"""Days, hours, zones and cadences as each language writes them."""

from datetime import UTC, datetime, time

import pytest

from bot.core.digests import Cadence
from bot.rendering.moments import cadence_in, hour_in, moment_in, offset_of, zone_in

JANUARY = datetime(2027, 1, 15, 23, 30, tzinfo=UTC)
JULY = datetime(2027, 7, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "english", "korean"),
    [
        (time(0), "12:00 AM", "오전 12시"),
        (time(0, 5), "12:05 AM", "오전 12시 5분"),
        (time(9), "9:00 AM", "오전 9시"),
        (time(12), "12:00 PM", "오후 12시"),
        (time(17, 30), "5:30 PM", "오후 5시 30분"),
        (time(23, 59), "11:59 PM", "오후 11시 59분"),
    ],
)
def test_an_hour(at: time, english: str, korean: str) -> None:
    assert (hour_in(at, "en"), hour_in(at, "ko")) == (english, korean)


def test_a_moment_is_told_by_the_clock_of_its_zone() -> None:
    assert moment_in(JANUARY, "America/New_York", "en") == "Friday, January 15, 2027, 6:30 PM"
    assert moment_in(JANUARY, "Asia/Seoul", "en") == "Saturday, January 16, 2027, 8:30 AM"
    assert moment_in(JANUARY, "Asia/Seoul", "ko") == "2027년 1월 16일(토) 오전 8시 30분"


@pytest.mark.parametrize(
    ("zone", "now", "offset"),
    [
        ("UTC", JANUARY, "UTC"),
        ("Europe/London", JANUARY, "UTC"),
        ("Europe/London", JULY, "UTC+1"),
        ("Asia/Seoul", JANUARY, "UTC+9"),
        ("Asia/Kathmandu", JANUARY, "UTC+5:45"),
        ("America/St_Johns", JANUARY, "UTC-3:30"),
        ("America/New_York", JULY, "UTC-4"),
        ("Pacific/Kiritimati", JANUARY, "UTC+14"),
    ],
)
def test_an_offset(zone: str, now: datetime, offset: str) -> None:
    assert offset_of(zone, now) == offset


def test_a_zone_says_its_offset_unless_that_is_its_name() -> None:
    assert zone_in("Asia/Seoul", JANUARY, "en") == "Asia/Seoul (UTC+9)"
    assert zone_in("Asia/Seoul", JANUARY, "ko") == "Asia/Seoul(UTC+9)"
    assert zone_in("UTC", JANUARY, "en") == "UTC"


@pytest.mark.parametrize(
    ("days", "english", "korean"),
    [
        ({*range(7)}, "every day at 9:00 AM, UTC", "매일 오전 9시, UTC"),
        ({*range(5)}, "on weekdays at 9:00 AM, UTC", "평일 오전 9시, UTC"),
        ({6}, "on Sunday at 9:00 AM, UTC", "매주 일요일 오전 9시, UTC"),
        ({2, 0}, "on Monday and Wednesday at 9:00 AM, UTC", "매주 월·수요일 오전 9시, UTC"),
        (
            {0, 2, 4},
            "on Monday, Wednesday and Friday at 9:00 AM, UTC",
            "매주 월·수·금요일 오전 9시, UTC",
        ),
    ],
)
def test_a_cadence(days: set[int], english: str, korean: str) -> None:
    cadence = Cadence(frozenset(days), time(9), "UTC")
    assert cadence_in(cadence, JANUARY, "en") == english
    assert cadence_in(cadence, JANUARY, "ko") == korean

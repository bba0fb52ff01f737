"""When digests are due, by dates that were looked up by hand."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, takewhile
from zoneinfo import available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.digests import EVERY_DAY, WEEKDAYS, Cadence, Country, Paused, Plan
from bot.core.slots import following, missed, next_slot, slots
from tests.support.wall_clock import WallClock

NEW_YORK, SEOUL = "America/New_York", "Asia/Seoul"
MONDAY, TUESDAY, FRIDAY, SATURDAY = 0, 1, 4, 5


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def daily(at: time, zone: str, *days: int) -> Plan:
    return Plan(Cadence(frozenset(days) or EVERY_DAY, at, zone))


def never_off(country: Country, day: date) -> bool:
    return False


def thanksgiving(country: Country, day: date) -> bool:
    return (country, day) == ("US", date(2026, 11, 26))


@pytest.mark.parametrize(
    ("zone", "at", "after", "expected"),
    [
        # The clocks of New York go back at 02:00 on 1 November 2026: 01:30 is there twice.
        (NEW_YORK, time(1, 30), "2026-10-31 12:00", ["2026-11-01 05:30", "2026-11-02 06:30"]),
        # They go forward at 02:00 on 8 March 2026: 02:30 is not there, and becomes 03:30.
        (NEW_YORK, time(2, 30), "2026-03-07 12:00", ["2026-03-08 07:30", "2026-03-09 06:30"]),
        # Lord Howe's go back by half an hour at 02:00 on 5 April 2026: 01:45 is there twice.
        ("Australia/Lord_Howe", time(1, 45), "2026-04-04 00:00",
         ["2026-04-04 14:45", "2026-04-05 15:15"]),
        # And forward by half an hour at 02:00 on 4 October 2026: 02:15 becomes 02:45.
        ("Australia/Lord_Howe", time(2, 15), "2026-10-03 00:00",
         ["2026-10-03 15:45", "2026-10-04 15:15"]),
        # Samoa went from 29 to 31 December 2011, from 10 hours behind UTC to 14 ahead.
        ("Pacific/Apia", time(9), "2011-12-29 00:00",
         ["2011-12-29 19:00", "2011-12-30 19:00", "2011-12-31 19:00"]),
        # Morocco's Ramadan of 2026 took the clocks back on 15 February and forward on 22 March.
        ("Africa/Casablanca", time(9), "2026-02-14 00:00",
         ["2026-02-14 08:00", "2026-02-15 09:00"]),
        ("Africa/Casablanca", time(9), "2026-03-21 00:00",
         ["2026-03-21 09:00", "2026-03-22 08:00"]),
        # Nuuk's go forward from 23:00 on 28 March 2026 to midnight: its 23:30 is on the 29th.
        ("America/Nuuk", time(23, 30), "2026-03-28 12:00",
         ["2026-03-29 01:30", "2026-03-30 00:30"]),
        ("Asia/Kathmandu", time(0), "2026-01-01 00:00", ["2026-01-01 18:15", "2026-01-02 18:15"]),
    ],
)  # fmt: skip
def test_slots_keep_to_the_wall_clock(zone: str, at: time, after: str, expected: list[str]) -> None:
    coming = slots(Cadence(EVERY_DAY, at, zone), utc(after))
    assert list(islice(coming, len(expected))) == [utc(text) for text in expected]


def test_the_day_that_apia_skipped_has_no_slot_though_it_was_a_friday() -> None:
    fridays = slots(Cadence(frozenset((FRIDAY,)), time(9), "Pacific/Apia"), utc("2011-12-25 00:00"))
    assert next(fridays) == utc("2012-01-05 19:00")


def test_a_slot_that_a_gap_moved_past_midnight_is_still_found_on_the_day_after() -> None:
    saturdays = Cadence(frozenset((SATURDAY,)), time(23, 30), "America/Nuuk")
    assert next(slots(saturdays, utc("2026-03-29 01:29"))) == utc("2026-03-29 01:30")


def test_a_slot_is_strictly_after() -> None:
    plan = daily(time(9), SEOUL)
    assert next_slot(plan, utc("2026-11-25 23:59"), None, never_off) == utc("2026-11-26 00:00")
    assert next_slot(plan, utc("2026-11-26 00:00"), None, never_off) == utc("2026-11-27 00:00")


def test_only_the_chosen_days_are_due() -> None:
    plan = daily(time(17, 30), SEOUL, MONDAY, FRIDAY)
    # Thursday the 26th.
    assert following(plan, utc("2026-11-26 00:00"), None, never_off, 3) == (
        utc("2026-11-27 08:30"),
        utc("2026-11-30 08:30"),
        utc("2026-12-04 08:30"),
    )


def test_posts_resume_on_the_day_that_a_pause_names_in_the_digests_zone() -> None:
    plan = daily(time(8), SEOUL)
    paused = Paused(until=date(2026, 12, 24))
    assert next_slot(plan, utc("2026-11-26 00:00"), paused, never_off) == utc("2026-12-23 23:00")


def test_a_pause_that_is_over_changes_nothing() -> None:
    paused = Paused(until=date(2026, 11, 1))
    after = utc("2026-11-26 00:00")
    assert next_slot(daily(time(8), SEOUL), after, paused, never_off) == utc("2026-11-26 23:00")


def test_a_pause_of_years_has_an_end() -> None:
    paused = Paused(until=date(2031, 1, 1))
    after = utc("2026-11-26 00:00")
    assert next_slot(daily(time(8), SEOUL), after, paused, never_off) == utc("2030-12-31 23:00")


def test_a_pause_without_an_end_has_no_next_slot() -> None:
    assert next_slot(daily(time(8), SEOUL), utc("2026-11-26 00:00"), Paused(), never_off) is None


def test_a_pause_until_the_end_of_the_calendar_has_no_next_slot() -> None:
    paused = Paused(until=date.max)
    assert next_slot(daily(time(8), SEOUL), utc("2026-11-26 00:00"), paused, never_off) is None


def test_a_plan_whose_days_are_all_off_has_no_next_slot() -> None:
    plan = Plan(Cadence(EVERY_DAY, time(8), SEOUL), holidays=frozenset(("KR",)))
    assert next_slot(plan, utc("2026-11-26 00:00"), None, lambda country, day: True) is None


def test_a_plan_without_days_has_no_next_slot() -> None:
    plan = Plan(Cadence(frozenset(), time(8), SEOUL))
    assert next_slot(plan, utc("2026-11-26 00:00"), None, never_off) is None


def test_a_holiday_is_off_by_its_local_date_and_only_for_those_who_asked() -> None:
    plan = Plan(Cadence(WEEKDAYS, time(20), NEW_YORK), holidays=frozenset(("KR", "US")))
    wednesday = utc("2026-11-25 12:00")
    # 20:00 on the 25th is the 26th in UTC, and not off; the 26th is.
    assert following(plan, wednesday, None, thanksgiving, 2) == (
        utc("2026-11-26 01:00"),
        utc("2026-11-28 01:00"),
    )
    plain = Plan(plan.cadence, holidays=frozenset(("KR",)))
    assert following(plain, wednesday, None, thanksgiving, 2) == (
        utc("2026-11-26 01:00"),
        utc("2026-11-27 01:00"),
    )


def test_what_was_missed_includes_the_first_and_the_one_due_now() -> None:
    plan = Plan(Cadence(EVERY_DAY, time(9), NEW_YORK), holidays=frozenset(("US",)))
    first, now = utc("2026-11-25 14:00"), utc("2026-11-28 14:00")
    assert missed(plan, first, now, thanksgiving) == (
        utc("2026-11-25 14:00"),
        utc("2026-11-27 14:00"),
        utc("2026-11-28 14:00"),
    )
    assert missed(plan, first, utc("2026-11-25 13:59"), thanksgiving) == ()


@pytest.mark.parametrize("begin", ["2011-06-01 00:00", "2026-01-01 00:00"])
@pytest.mark.parametrize(
    "zone",
    [
        *(NEW_YORK, SEOUL, "Pacific/Apia", "Africa/Casablanca", "America/Nuuk"),
        *("Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Cairo", "America/Santiago"),
    ],
)
def test_every_day_of_400_has_its_one_slot_at_each_hour(zone: str, begin: str) -> None:
    first, last = utc(begin), utc(begin) + timedelta(days=400)
    clock = WallClock(zone, first, last)
    for hour in range(24):
        cadence = Cadence(EVERY_DAY, time(hour), zone)
        due = list(takewhile(lambda slot: slot <= last, slots(cadence, first)))
        assert due == list(clock.slots(cadence))


@settings(max_examples=150)
@given(
    zone=st.sampled_from(sorted(available_timezones() - {"Factory", "localtime"})),
    begin=st.dates(date(1980, 1, 1), date(2037, 1, 1)),
    quarter=st.integers(0, 95),
    days=st.frozensets(st.integers(0, 6), min_size=1),
)
def test_any_zone_keeps_to_its_wall_clock(
    zone: str, begin: date, quarter: int, days: frozenset[int]
) -> None:
    first = datetime.combine(begin, time(), UTC)
    last = first + timedelta(days=40)
    cadence = Cadence(days, time(quarter // 4, quarter % 4 * 15), zone)
    due = list(takewhile(lambda slot: slot <= last, slots(cadence, first)))
    assert due == list(WallClock(zone, first, last).slots(cadence))

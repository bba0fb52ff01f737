"""Whether every local day has its one slot, by two clocks, and how long one look takes.

    .venv/bin/python -m bench.two_clocks

400 days in each of 50 zones, twice over, with a digest at each hour. One clock is the rule that the
bot goes by: after each slot, the next one. The other is a clock on the wall, looked at every
quarter of an hour, that knows no rule. A time that the wall clock shows twice is due once, the
first time; one that it jumps over is moved by the jump.
"""

import time as stopwatch
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bench.reports import Figure, Report, Size, Table, percentile, run
from bot.core.digests import EVERY_DAY, WEEKDAYS, Cadence, Plan
from bot.core.slots import next_slot
from bot.scheduling.days_off import day_off
from tests.support.wall_clock import WallClock

DAYS = timedelta(days=400)
# The first span has the day that Apia skipped; the second, two of Morocco's Ramadans.
BEGINNINGS = (datetime(2011, 6, 1, tzinfo=UTC), datetime(2026, 1, 15, tzinfo=UTC))
SHOWN = (
    *("America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"),
    *("Africa/Casablanca", "Asia/Seoul", "America/Nuuk", "Africa/Cairo"),
)
OTHERS = (
    *("America/Anchorage", "America/Argentina/Buenos_Aires", "America/Asuncion", "America/Bogota"),
    *("America/Chicago", "America/Denver", "America/Halifax", "America/Havana", "America/Lima"),
    *("America/Los_Angeles", "America/Mexico_City", "America/Phoenix", "America/Santiago"),
    *("America/Sao_Paulo", "America/St_Johns", "America/Toronto", "Antarctica/Troll"),
    *("Asia/Amman", "Asia/Beirut", "Asia/Dubai", "Asia/Ho_Chi_Minh", "Asia/Hong_Kong"),
    *("Asia/Jerusalem", "Asia/Kolkata", "Asia/Manila", "Asia/Pyongyang", "Asia/Shanghai"),
    *("Asia/Singapore", "Asia/Taipei", "Asia/Tehran", "Asia/Tokyo", "Atlantic/Azores"),
    *("Australia/Sydney", "Europe/Istanbul", "Europe/London", "Europe/Moscow", "Europe/Paris"),
    *("Pacific/Auckland", "Pacific/Chatham", "Pacific/Fakaofo", "Pacific/Honolulu", "UTC"),
)
COLUMNS = ("days", "shown twice", "moved", "too many", "missing")
CLAIMS, FEW = 20_000, 500


def due(plan: Plan, begin: datetime) -> Iterator[datetime]:
    """The slots of the span, each from the one before it, as the worker goes through them."""
    slot = next_slot(plan, begin, None, day_off)
    while slot and slot <= begin + DAYS:
        yield slot
        slot = next_slot(plan, slot, None, day_off)


def compared(zone: str, begin: datetime) -> Counter[str]:
    """What the rule made of the zone's days, against the clock on the wall."""
    clock, tally = WallClock(zone, begin, begin + DAYS), Counter[str]()
    for hour in range(24):
        cadence = Cadence(EVERY_DAY, time(hour), zone)
        ruled, walked = Counter(due(Plan(cadence), begin)), Counter(clock.slots(cadence))
        shown = [slot.astimezone(ZoneInfo(zone)) for slot in ruled]
        tally["days"] += walked.total()
        tally["missing"] += (walked - ruled).total()
        tally["too many"] += (ruled - walked).total()
        tally["moved"] += sum(slot.time() != cadence.at for slot in shown)
        tally["shown twice"] += sum(map(is_ambiguous, shown))
    return tally


def is_ambiguous(local: datetime) -> bool:
    return local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset()


def claims(times: int) -> list[float]:
    """Microseconds of each look for the next slot of a digest on weekdays without holidays."""
    plan = Plan(Cadence(WEEKDAYS, time(9), "America/New_York"), holidays=frozenset(("US", "KR")))
    took, slot = [], BEGINNINGS[1]
    for _ in range(times):
        start = stopwatch.perf_counter()
        coming = next_slot(plan, slot, None, day_off)
        took.append(1e6 * (stopwatch.perf_counter() - start))
        slot = coming if coming and coming.year < 2060 else BEGINNINGS[1]
    return took


def measure(size: Size) -> Report:
    """Every zone by both clocks, and the time of one look for the next slot."""
    full = size == "full"
    shown, others = (SHOWN, OTHERS) if full else (SHOWN[:1], OTHERS[-1:])
    tallies = {
        zone: sum((compared(zone, begin) for begin in BEGINNINGS), Counter[str]())
        for zone in (*shown, *others)
    }
    total = sum(tallies.values(), Counter[str]())
    rows = {
        **{zone: tallies[zone] for zone in shown},
        f"{len(others)} others": sum((tallies[zone] for zone in others), Counter[str]()),
        "all": total,
    }
    took = claims(CLAIMS if full else FEW)
    return Report(
        "400 days in each zone, twice over, with a digest at each hour: the rule that the bot goes"
        " by against a clock on the wall, looked at every quarter of an hour, that knows no rule."
        " A time that the wall clock shows twice is due once, the first time; one that it jumps"
        " over is moved by the jump.",
        (
            Table(
                "local days, each at 24 hours",
                ("zone", *COLUMNS),
                tuple((zone, *(tally[name] for name in COLUMNS)) for zone, tally in rows.items()),
            ),
        ),
        (
            Figure("slots too many", total["too many"], "", most=0),
            Figure("slots missing", total["missing"], "", most=0),
            Figure("the next slot, median", percentile(took, 0.5), "µs"),
            Figure("the next slot, 99th percentile", percentile(took, 0.99), "µs"),
        ),
    )


if __name__ == "__main__":
    run(measure)

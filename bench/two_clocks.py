"""Prints whether every local day has its one slot, by two clocks, and how long one look takes.

    .venv/bin/python -m bench.two_clocks

400 days in each of 50 zones, twice over, with a digest at each hour. One clock is the rule that the
bot goes by: after each slot, the next one. The other is a clock on the wall, looked at every
quarter of an hour, that knows no rule. A time that the wall clock shows twice is due once, the
first time; one that it jumps over is moved by the jump. It ends with 1 where the two disagree.
"""

import platform
import statistics
import sys
import time as stopwatch
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table

from bot.core.digests import EVERY_DAY, WEEKDAYS, Cadence, Plan
from bot.core.slots import next_slot
from bot.scheduling.days_off import is_off
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
CLAIMS = 20_000


def due(plan: Plan, begin: datetime) -> Iterator[datetime]:
    """The slots of the span, each from the one before it, as the worker goes through them."""
    slot = next_slot(plan, begin, None, is_off)
    while slot and slot <= begin + DAYS:
        yield slot
        slot = next_slot(plan, slot, None, is_off)


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


def claims() -> list[float]:
    """Microseconds of each look for the next slot of a digest on weekdays without holidays."""
    plan = Plan(Cadence(WEEKDAYS, time(9), "America/New_York"), holidays=frozenset(("US", "KR")))
    took, slot = [], BEGINNINGS[1]
    for _ in range(CLAIMS):
        start = stopwatch.perf_counter()
        coming = next_slot(plan, slot, None, is_off)
        took.append(1e6 * (stopwatch.perf_counter() - start))
        slot = coming if coming and coming.year < 2060 else BEGINNINGS[1]
    return sorted(took)


def main() -> None:
    console = Console(highlight=False)
    tallies = {
        zone: sum((compared(zone, begin) for begin in BEGINNINGS), Counter[str]())
        for zone in (*SHOWN, *OTHERS)
    }
    table = Table("zone", *COLUMNS, title="local days, each at 24 hours")
    others = sum((tallies[zone] for zone in OTHERS), Counter[str]())
    total = sum(tallies.values(), Counter[str]())
    rows = [(zone, tallies[zone]) for zone in SHOWN]
    for name, tally in (*rows, (f"{len(OTHERS)} others", others), ("all", total)):
        table.add_row(name, *(f"{tally[column]:,}" for column in COLUMNS))
    console.print(table)
    took = claims()
    console.print(f"{platform.machine()}, Python {platform.python_version()}")
    console.print(
        f"the next slot of {CLAIMS:,}: median {statistics.median(took):.1f} µs,"
        f" p99 {took[int(0.99 * CLAIMS)]:.1f} µs, longest {took[-1] / 1_000:.2f} ms"
    )
    sys.exit(int(bool(total["too many"] or total["missing"])))


if __name__ == "__main__":
    main()

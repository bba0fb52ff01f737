"""Counts, by two clocks, the slots of 400 days in 50 zones: every local day has its one.

    .venv/bin/python -m bench.two_clocks

The rule under test goes from the wall clock to UTC. The other clock goes the other way: it walks
through UTC by the quarter of an hour and notes when the wall clock first shows each half hour.
"""

import time
from datetime import UTC, datetime, timedelta
from datetime import time as hour
from itertools import islice
from zoneinfo import ZoneInfo

from bot.core.digests import EVERY_DAY, Cadence
from bot.core.slots import slots

DAYS = 400
QUARTER = timedelta(minutes=15)
# At Troll in Antarctica the clocks skip two hours.
LONGEST_SKIP = timedelta(hours=2)
START = datetime(2026, 1, 1, tzinfo=UTC)
ZONES = (
    "Africa/Cairo Africa/Casablanca Africa/Johannesburg Africa/Lagos Africa/Nairobi"
    " America/Anchorage America/Argentina/Buenos_Aires America/Bogota America/Caracas"
    " America/Chicago America/Denver America/Halifax America/Havana America/Los_Angeles"
    " America/Mexico_City America/New_York America/Nuuk America/Sao_Paulo America/Santiago"
    " America/St_Johns Antarctica/Troll Asia/Beirut Asia/Dhaka Asia/Dubai Asia/Gaza Asia/Hong_Kong"
    " Asia/Jakarta Asia/Jerusalem Asia/Kabul Asia/Kathmandu Asia/Kolkata Asia/Manila Asia/Pyongyang"
    " Asia/Seoul Asia/Singapore Asia/Tehran Asia/Tokyo Atlantic/Azores Australia/Adelaide"
    " Australia/Eucla Australia/Lord_Howe Australia/Sydney Europe/London Europe/Madrid"
    " Europe/Moscow Pacific/Apia Pacific/Auckland Pacific/Chatham Pacific/Kiritimati UTC"
).split()


def reached(zone: ZoneInfo) -> dict[datetime, datetime]:
    """For every half hour on the wall, the moment in UTC at which the wall clock first shows it.

    A half hour that the clocks skip is reached when they have skipped it.
    """
    moments: dict[datetime, datetime] = {}
    moment, wanted = START, _wall(START, zone).replace(minute=30) + timedelta(days=1)
    for _ in range(4 * 24 * (DAYS + 1)):
        while wanted <= _wall(moment, zone):
            moments[wanted] = moment
            wanted += timedelta(hours=1)
        moment += QUARTER
    return moments


def _wall(moment: datetime, zone: ZoneInfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)


def wrong_slots(name: str, at: hour, moments: dict[datetime, datetime]) -> int:
    """How many days have no slot when the wall clock shows that hour, or more than one.

    Where the clocks skip the hour, the slot comes as much later as they skip.
    """
    wanted = [moment for wall, moment in moments.items() if wall.time() == at]
    before = wanted[0] - timedelta(seconds=1)
    coming = islice(slots(Cadence(EVERY_DAY, at, name), before), len(wanted))
    late = [slot - moment for slot, moment in zip(coming, wanted, strict=True)]
    return sum(not timedelta() <= one < LONGEST_SKIP for one in late)


def main() -> None:
    began = time.perf_counter()
    checked, wrong = 0, 0
    for name in ZONES:
        moments = reached(ZoneInfo(name))
        checked += len(moments)
        wrong += sum(wrong_slots(name, hour(number, 30), moments) for number in range(24))
    took = time.perf_counter() - began
    print(
        f"{len(ZONES)} zones, 24 hours, {DAYS} days: {checked:,} slots, {wrong} wrong, {took:.0f} s"
    )
    raise SystemExit(wrong > 0)


if __name__ == "__main__":
    main()

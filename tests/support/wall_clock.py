"""When a wall clock shows a time, found without any rule: by walking UTC and looking at it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.core.digests import Cadence

# Since 1980 every zone is off UTC by quarters of an hour.
STEP = timedelta(minutes=15)
MARGIN = timedelta(days=2)


class WallClock:
    """A clock in that zone, looked at every quarter of an hour from `begin` to `end`."""

    def __init__(self, zone: str, begin: datetime, end: datetime) -> None:
        self.begin, self.end = begin, end
        # What it shows, and the first moment at which it does.
        self._seen: dict[datetime, datetime] = {}
        info, moment = ZoneInfo(zone), begin - MARGIN
        while moment <= end + MARGIN:
            self._seen.setdefault(moment.astimezone(info).replace(tzinfo=None), moment)
            moment += STEP

    def slots(self, cadence: Cadence) -> Iterator[datetime]:
        """The moment after `begin` and up to `end` that each day shown has for that time."""
        _, *days = sorted({shown.date() for shown in self._seen})
        for day in days:
            moment = self._reached(datetime.combine(day, cadence.at))
            if day.weekday() in cadence.days and self.begin < moment <= self.end:
                yield moment

    def _reached(self, shown: datetime) -> datetime:
        """Where the clock jumps over that time: as long after the jump as it is after it."""
        passed = timedelta()
        while shown - passed not in self._seen:
            passed += STEP
        return self._seen[shown - passed] + passed

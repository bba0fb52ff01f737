"""When a digest is due: weekdays and a wall clock in a zone, as moments in UTC.

Each local day has its one slot: the first of two where the clocks go back, as much later as they
skip where they go forward (02:30 becomes 03:30), and none on a day that the zone skipped whole.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from bot.core.digests import Cadence, DayOff, Paused, Plan, Subscription

_DAY = timedelta(days=1)
_NOON = time(12)
_LAST = date.max.toordinal() - 1
_TWO_YEARS = 2 * 366


def slots(cadence: Cadence, after: datetime) -> Iterator[datetime]:
    """Every slot strictly after that moment, in UTC, until the calendar ends."""
    dated = _dated(cadence, _eve(cadence, after), _LAST)
    return (slot for _, slot in dated if slot > after)


def next_slot(plan: Plan, after: datetime, paused: Paused | None, off: DayOff) -> datetime | None:
    """The first slot strictly after that moment; None where a pause has no end, or none comes."""
    return next(iter(following(plan, after, paused, off, 1)), None)


def slot_under(
    digest: Subscription, plan: Plan, paused: Paused | None, now: datetime, off: DayOff
) -> datetime | None:
    """The digest's next slot once it has that plan and that pause.

    Where its days, hours and pause stay as they are, what is due and not taken up yet stays due.
    """
    held = digest.plan
    same = (plan.cadence, plan.holidays, paused) == (held.cadence, held.holidays, digest.paused)
    return digest.next_slot if same else next_slot(plan, now, paused, off)


def following(
    plan: Plan, after: datetime, paused: Paused | None, off: DayOff, count: int
) -> tuple[datetime, ...]:
    """That many slots strictly after that moment: fewer where two years do not bring them."""
    first = _eve(plan.cadence, after)
    if paused:
        if paused.until is None:
            return ()
        first = max(first, paused.until)
    dated = _dated(plan.cadence, first, first.toordinal() + _TWO_YEARS)
    coming = (slot for day, slot in dated if slot > after and not _is_off(plan, day, off))
    return tuple(islice(coming, count))


def missed(plan: Plan, first: datetime, now: datetime, off: DayOff) -> tuple[datetime, ...]:
    """Every slot from `first` to `now`, both included, oldest first."""
    begun, today = _eve(plan.cadence, first), now.astimezone(ZoneInfo(plan.cadence.zone)).date()
    dated = _dated(plan.cadence, begun, today.toordinal())
    return tuple(s for day, s in dated if first <= s <= now and not _is_off(plan, day, off))


def _dated(cadence: Cadence, first: date, last: int) -> Iterator[tuple[date, datetime]]:
    """The local days from `first` to the ordinal `last` that have a slot, and the slot."""
    zone = ZoneInfo(cadence.zone)
    for day in map(date.fromordinal, range(first.toordinal(), min(last, _LAST) + 1)):
        if day.weekday() in cadence.days and _exists(day, zone):
            yield day, datetime.combine(day, cadence.at, zone).astimezone(UTC)


def _exists(day: date, zone: ZoneInfo) -> bool:
    """Whether the zone had that day: where even noon is missing, it was skipped (Apia, 2011)."""
    noon = datetime.combine(day, _NOON, zone)
    return noon.astimezone(UTC).astimezone(zone).date() == day


def _eve(cadence: Cadence, moment: datetime) -> date:
    """The local day before, whose last slot a gap at midnight moves into this one (Nuuk, 23:30)."""
    return moment.astimezone(ZoneInfo(cadence.zone)).date() - _DAY


def _is_off(plan: Plan, day: date, off: DayOff) -> bool:
    return any(off(country, day) for country in plan.holidays)

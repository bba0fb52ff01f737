"""Public holidays, by the `holidays` package: days on which a digest can rest."""

from datetime import date
from functools import cache

from bot.core.digests import Country


def day_off(country: Country, day: date) -> bool:
    """Whether that day is a public holiday there; a year that nobody knows has none."""
    return day in _holidays(country, day.year)


@cache
def _holidays(country: Country, year: int) -> frozenset[date]:
    # It takes a tenth of a second, and most digests rest on no holiday.
    import holidays

    return frozenset(holidays.country_holidays(country, years=year))

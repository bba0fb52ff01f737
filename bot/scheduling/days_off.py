"""Public holidays, their substitutes and their bridges, from the `holidays` package."""

from datetime import date
from functools import cache

from bot.core.digests import Country


def is_off(country: Country, day: date) -> bool:
    """Whether that day is a public holiday there; in a year that nobody knows yet, none is."""
    return day in _days_off(country, day.year)


@cache
def _days_off(country: Country, year: int) -> frozenset[date]:
    # Imported here, because it takes 50 ms and most digests are posted on holidays too.
    import holidays

    return frozenset(holidays.country_holidays(country, years=year))

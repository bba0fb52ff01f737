"""Days, hours, time zones and cadences, each as a language writes them."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.core.digests import EVERY_DAY, WEEKDAYS, Cadence
from bot.core.statement import Language
from bot.core.zones import offset
from bot.rendering.phrases import date_in
from bot.rendering.words import digest_words_in, words_in

_MINUTE = timedelta(minutes=1)


def moment_in(slot: datetime, zone: str, language: Language) -> str:
    """A moment as a wall clock of that zone shows it, with its weekday."""
    words, local = digest_words_in(language), slot.astimezone(ZoneInfo(zone))
    return words.moment.format(
        date=date_in(words_in(language), local.date()),
        weekday=words.weekdays[local.weekday()],
        hour=hour_in(local.time(), language),
    )


def hour_in(at: time, language: Language) -> str:
    """An hour of the day on a clock of twelve."""
    words = digest_words_in(language)
    sentence = words.hour if at.minute else words.full_hour
    return sentence.format(
        half=words.halves[at.hour // 12], hour=at.hour % 12 or 12, minute=at.minute
    )


def zone_in(zone: str, now: datetime, language: Language) -> str:
    """A zone by its name, with its offset at that moment where the name does not say it."""
    distance = offset_of(zone, now)
    if zone == distance:
        return zone
    return digest_words_in(language).zone.format(zone=zone, offset=distance)


def offset_of(zone: str, now: datetime) -> str:
    """How far from UTC a zone's clocks are at that moment: `UTC+9`, `UTC-3:30`, `UTC`."""
    distance = offset(zone, now)
    if not distance:
        return "UTC"
    hours, minutes = divmod(abs(distance) // _MINUTE, 60)
    sign = "-" if distance < timedelta() else "+"
    return f"UTC{sign}{hours}:{minutes:02}" if minutes else f"UTC{sign}{hours}"


def cadence_in(cadence: Cadence, now: datetime, language: Language) -> str:
    """On which days, at what hour and in which zone."""
    words = digest_words_in(language)
    zone = zone_in(cadence.zone, now, language)
    return words.cadence.format(when=_days_and_hour(cadence, language), zone=zone)


def listed(names: Sequence[str], comma: str, last: str) -> str:
    """Names in a row, the last two joined in their own way."""
    return last.join(filter(None, (comma.join(names[:-1]), names[-1])))


def _days_and_hour(cadence: Cadence, language: Language) -> str:
    words, hour = digest_words_in(language), hour_in(cadence.at, language)
    if cadence.days == EVERY_DAY:
        return words.every_day.format(hour=hour)
    if cadence.days == WEEKDAYS:
        return words.on_weekdays.format(hour=hour)
    days = [words.weekdays[day] for day in sorted(cadence.days)]
    return words.on_days.format(days=listed(days, words.comma, words.last_comma), hour=hour)

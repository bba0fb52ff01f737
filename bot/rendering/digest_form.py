"""The settings of a digest as the modal holds them while a person chooses."""

import re
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Literal, assert_never

from bot.core.digests import (
    EVERY_DAY,
    WEEKDAYS,
    Cadence,
    Chosen,
    Country,
    InOrder,
    OneSection,
    Paused,
    Plan,
    Program,
    Shuffled,
    Subscription,
)
from bot.core.statement import Language

FORM = "digest_form"
CHOOSE = "choose"
# Each field is a block of that name.
Field = Literal[
    "channel",
    "days",
    "weekdays",
    "time",
    "zone",
    "program",
    "themes",
    "section",
    "language",
    "holidays",
    "until",
]
Days = Literal["every_day", "weekdays", "chosen"]
What = Literal["in_order", "shuffled", "chosen", "section"]
NINE = time(9)
_OPENED = re.compile(r"(en|ko) ([A-Z0-9]{0,30})(?: ([A-Z0-9]{1,30}))?")


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in every field; `weekdays`, `themes` and `section` count where they are shown."""

    channel: str
    zone: str
    days: Days = "weekdays"
    weekdays: frozenset[int] = WEEKDAYS
    at: time = NINE
    what: What = "in_order"
    themes: tuple[str, ...] = ()
    section: int | None = None
    language: Language = "en"
    holidays: frozenset[Country] = frozenset()
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """What a modal remembers: the language it speaks and the channel it was asked for in.

    Where it was opened from the person's Home, which is to show what becomes of it, `home` is
    their direct message with the bot.
    """

    language: Language
    channel: str
    home: str = ""

    @property
    def value(self) -> str:
        return f"{self.language} {self.channel} {self.home}".rstrip()


def action_of(field: Field) -> str:
    """The action of a field, apart from those of other messages and views."""
    return f"{CHOOSE}:{field}"


def opened_in(value: object) -> Opened | None:
    """What such a value spells, or None."""
    found = _OPENED.fullmatch(value) if isinstance(value, str) else None
    if not found:
        return None
    return Opened("ko" if found[1] == "ko" else "en", found[2], found[3] or "")


def form_of(subscription: Subscription) -> Form:
    """A digest in the fields of the modal."""
    plan, cadence = subscription.plan, subscription.plan.cadence
    form = Form(
        channel=subscription.channel,
        zone=cadence.zone,
        days=_days(cadence.days),
        weekdays=cadence.days,
        at=cadence.at,
        language=plan.language,
        holidays=plan.holidays,
        until=subscription.paused.until if subscription.paused else None,
    )
    return _with_program(form, plan.program)


def plan_of(form: Form, shuffled: Shuffled) -> Plan:
    """What the fields say; the shuffle is the channel's own."""
    days = {"every_day": EVERY_DAY, "weekdays": WEEKDAYS, "chosen": form.weekdays}[form.days]
    cadence = Cadence(days, form.at, form.zone)
    return Plan(cadence, _program(form, shuffled), form.language, form.holidays)


def pause_of(form: Form, existing: Subscription | None) -> Paused | None:
    """Until the day that was chosen; a pause that waits to be ended has no field, and stays."""
    if form.until:
        return Paused(form.until)
    held = existing.paused if existing else None
    return held if held and held.until is None else None


def _days(days: frozenset[int]) -> Days:
    return "every_day" if days == EVERY_DAY else "weekdays" if days == WEEKDAYS else "chosen"


def _with_program(form: Form, program: Program) -> Form:
    match program:
        case InOrder():
            return form
        case Shuffled():
            return replace(form, what="shuffled")
        case Chosen(themes):
            return replace(form, what="chosen", themes=themes)
        case OneSection(number):
            return replace(form, what="section", section=number)
        case unreachable:
            assert_never(unreachable)


def _program(form: Form, shuffled: Shuffled) -> Program:
    match form.what:
        case "in_order":
            return InOrder()
        case "shuffled":
            return shuffled
        case "chosen":
            return Chosen(form.themes)
        case "section":
            return OneSection(form.section or 1)
        case unreachable:
            assert_never(unreachable)

"""The fields of the modal parsed from a view's state; whoever can sign can send anything.

https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import TypeVar, get_args

from bot.core.digests import WEEKDAYS, Country
from bot.core.statement import Language
from bot.listeners.payloads import Payload, mapping, string
from bot.listeners.planning import Planning
from bot.rendering.digest_form import NINE, Days, Field, Form, What, action_of
from bot.rendering.words import FormFault

_T = TypeVar("_T")
_Word = TypeVar("_Word", bound=str)
_CHANNEL = re.compile(r"[A-Z0-9]{1,30}")
_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")


@dataclass(frozen=True, slots=True)
class Reading:
    """What the fields hold, with something usual where they hold nothing good, and what is wrong.

    Only fields that count are looked at: certain days, where days are to be chosen.
    """

    values: Payload
    planning: Planning
    faults: dict[Field, FormFault] = field(default_factory=dict)

    def form(self) -> Form:
        """The form; afterwards `faults` tells what of it nobody chose."""
        days: Days = self._one_of("days", get_args(Days), "weekdays")
        what: What = self._one_of("program", get_args(What), "in_order")
        zone = self._zone()
        return Form(
            channel=self._channel(),
            zone=zone,
            days=days,
            weekdays=self._weekdays() if days == "chosen" else WEEKDAYS,
            at=self._time(),
            what=what,
            themes=self._themes() if what == "chosen" else (),
            section=self._section() if what == "section" else None,
            language=self._one_of("language", get_args(Language), "en"),
            holidays=frozenset(self._all_of("holidays", get_args(Country))),
            until=self._until(zone),
        )

    def _channel(self) -> str:
        channel = string(self._element("channel"), "selected_conversation")
        return channel if _CHANNEL.fullmatch(channel) else self._fault("channel", "unchosen", "")

    def _weekdays(self) -> frozenset[int]:
        """The chosen days; where their field is not shown yet, what it will begin with."""
        if "weekdays" not in self.values:
            return WEEKDAYS
        days = frozenset(map(int, self._all_of("weekdays", "0123456")))
        return days or self._fault("weekdays", "no_days", days)

    def _time(self) -> time:
        found = _TIME.fullmatch(string(self._element("time"), "selected_time"))
        return (
            time(int(found[1]), int(found[2])) if found else self._fault("time", "unchosen", NINE)
        )

    def _zone(self) -> str:
        zone = self.planning.zones.named(self._picked("zone"))
        return zone or self._fault("zone", "unknown_zone", "UTC")

    def _themes(self) -> tuple[str, ...]:
        known = [theme.id for theme in self.planning.statement.themes]
        themes = self._all_of("themes", known)
        return themes or self._fault("themes", "no_themes", themes)

    def _section(self) -> int | None:
        for section in self.planning.statement.numbered_sections:
            if self._picked("section") == str(section.number):
                return section.number
        return self._fault("section", "no_section", None)

    def _until(self, zone: str) -> date | None:
        chosen = string(self._element("until"), "selected_date")
        if not chosen:
            return None
        try:
            until = date.fromisoformat(chosen)
        except ValueError:
            return self._fault("until", "unchosen", None)
        if self.planning.pausable(until, zone):
            return until
        return self._fault("until", "no_such_day", None)

    def _one_of(self, name: Field, known: Sequence[_Word], usual: _Word) -> _Word:
        picked = self._picked(name)
        for each in known:
            if each == picked:
                return each
        return self._fault(name, "unchosen", usual)

    def _all_of(self, name: Field, known: Sequence[_Word]) -> tuple[_Word, ...]:
        """The chosen ones in the order in which they are known; a fault where one is not."""
        options = self._element(name).get("selected_options")
        rows = options if isinstance(options, list) else []
        values = {string(one, "value") for one in rows if isinstance(one, dict)}
        if values - set(known):
            return self._fault(name, "unchosen", ())
        return tuple(each for each in known if each in values)

    def _picked(self, name: Field) -> str:
        return string(mapping(self._element(name), "selected_option"), "value")

    def _element(self, name: Field) -> Payload:
        return mapping(mapping(self.values, name), action_of(name))

    def _fault(self, name: Field, fault: FormFault, usual: _T) -> _T:
        self.faults.setdefault(name, fault)
        return usual

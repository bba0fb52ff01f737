"""What a person can put into an element, and how Slack tells of it.

https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.playground.checking import value_faults
from bot.playground.refusals import Unwelcome
from bot.playground.shapes import One

Element = dict[str, Any]
# What Slack itself offers the person in menus of each kind: ids.
Known = Mapping[str, frozenset[str]]
_TIME = re.compile("([01][0-9]|2[0-3]):[0-5][0-9]")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of element that holds something: under what key, and what it admits."""

    key: str
    admitted: Callable[[Element, Any, Known], Any]

    @property
    def initial(self) -> str:
        """The field of the element that says what it holds in the beginning."""
        return f"initial_{self.key.removeprefix('selected_')}"

    @property
    def nothing(self) -> list[Any] | None:
        """What it holds when it is empty."""
        return [] if self.key == "selected_options" else None


def admitted(element: Element, value: Any, known: Known) -> Any:
    """What the element holds when a person has put that into it; raises Unwelcome if it cannot."""
    kind = KINDS[element["type"]]
    return kind.admitted(element, value, known) if value not in (None, "", []) else kind.nothing


def still_holds(element: Element, entry: Mapping[str, Any]) -> bool:
    """Whether an element that the bot has changed can go on holding what it held."""
    offered = [option["value"] for option in options(element)]
    held = entry.get("selected_options") or [entry.get("selected_option")]
    there = not offered or all(one is None or one["value"] in offered for one in held)
    return there and bool(entry["type"] == element["type"])


def options(element: Element) -> Iterator[Element]:
    """Every option of a menu, in groups or not."""
    yield from element.get("options", ())
    for group in element.get("option_groups", ()):
        yield from group["options"]


def one_of(choices: Iterable[Element], given: Any) -> Element:
    """The choice that has the value of the given one; raises Unwelcome."""
    for choice in choices:
        if isinstance(given, Mapping) and choice["value"] == given.get("value"):
            return choice
    raise Unwelcome("There is no such option.")


def _option(element: Element, value: Any, known: Known) -> Any:
    return one_of(options(element), value)


def _options(element: Element, value: Any, known: Known) -> Any:
    if not isinstance(value, list) or len(value) > element.get("max_selected_items", len(value)):
        raise Unwelcome("So many options cannot be chosen.")
    return [_option(element, one, known) for one in value]


def _fetched_option(element: Element, value: Any, known: Known) -> Any:
    """An option that the bot offered at the time; Slack does not remember which it did."""
    if value_faults("/selected_option", value, One(("option",))):
        raise Unwelcome("There is no such option.")
    return value


def _known(element: Element, value: Any, known: Known) -> Any:
    if not isinstance(value, str) or value not in known[element["type"]]:
        raise Unwelcome("There is no such option.")
    return value


def _date(element: Element, value: Any, known: Known) -> Any:
    try:
        return date.fromisoformat(value).isoformat()
    except (TypeError, ValueError):
        raise Unwelcome("This is not a date.") from None


def _time(element: Element, value: Any, known: Known) -> Any:
    if not isinstance(value, str) or not _TIME.fullmatch(value):
        raise Unwelcome("This is not a time of the day.")
    return value


def _words(element: Element, value: Any, known: Known) -> Any:
    if not isinstance(value, str):
        raise Unwelcome("These are not words.")
    return value


KINDS: Mapping[str, Kind] = {
    "static_select": Kind("selected_option", _option),
    "external_select": Kind("selected_option", _fetched_option),
    "radio_buttons": Kind("selected_option", _option),
    "multi_static_select": Kind("selected_options", _options),
    "checkboxes": Kind("selected_options", _options),
    "users_select": Kind("selected_user", _known),
    "channels_select": Kind("selected_channel", _known),
    "conversations_select": Kind("selected_conversation", _known),
    "datepicker": Kind("selected_date", _date),
    "timepicker": Kind("selected_time", _time),
    "plain_text_input": Kind("value", _words),
}

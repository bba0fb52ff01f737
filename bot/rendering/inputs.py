"""What a modal lets a person choose, as dicts from small typed builders; labels are raw text."""

from collections.abc import Collection, Sequence
from datetime import date, time

from bot.rendering import limits
from bot.rendering.blocks import Block, Element, option, plain
from bot.rendering.limits import cut

# A choice: its value and its label.
Choice = tuple[str, str]


def field(
    name: str,
    action_id: str,
    label: str,
    element: Element,
    *,
    hint: str,
    optional: bool,
    reported: bool = True,
) -> Block:
    """A labelled input of that name; where it is `reported`, so is its every change."""
    block: Block = {
        "type": "input",
        "block_id": name,
        "label": plain(label),
        "element": {**element, "action_id": action_id},
        "optional": optional,
        "dispatch_action": reported,
    }
    return {**block, "hint": plain(hint)} if hint else block


def one_of(choices: Sequence[Choice], chosen: str | None, placeholder: str = "") -> Element:
    """A menu to choose one from."""
    options, initial = _options(choices, (chosen,))
    element: Element = {"type": "static_select", "options": options}
    return _prompted(_with(element, "initial_option", *initial), placeholder)


def some_of(choices: Sequence[Choice], chosen: Collection[str], placeholder: str) -> Element:
    """A menu to choose several from."""
    options, initial = _options(choices, chosen)
    element: Element = {"type": "multi_static_select", "options": options}
    return _prompted(_with(element, "initial_options", initial), placeholder)


def checks(choices: Sequence[Choice], chosen: Collection[str]) -> Element:
    """Boxes to tick."""
    options, initial = _options(choices, chosen)
    return _with({"type": "checkboxes", "options": options}, "initial_options", initial)


def typeahead(chosen: Choice | None, placeholder: str) -> Element:
    """A menu whose options the bot suggests to what is typed."""
    element: Element = {"type": "external_select", "min_query_length": 1}
    if chosen:
        value, label = chosen
        element["initial_option"] = option(label, value)
    return _prompted(element, placeholder)


def line(most: int, placeholder: str) -> Element:
    """A line to write in, of so many characters at most."""
    return _prompted({"type": "plain_text_input", "max_length": most}, placeholder)


def conversation(channel: str, kinds: Sequence[str], placeholder: str) -> Element:
    """A menu of the person's own channels of these kinds."""
    element: Element = {
        "type": "conversations_select",
        "filter": {"include": list(kinds)},
    }
    return _prompted(_with(element, "initial_conversation", channel), placeholder)


def clock(at: time) -> Element:
    """An hour and a minute to choose."""
    return {"type": "timepicker", "initial_time": f"{at:%H:%M}"}


def calendar(day: date | None, placeholder: str) -> Element:
    """A day to choose."""
    chosen = day.isoformat() if day else None
    return _prompted(_with({"type": "datepicker"}, "initial_date", chosen), placeholder)


def _options(
    choices: Sequence[Choice], chosen: Collection[str | None]
) -> tuple[list[Element], list[Element]]:
    """All options, and those that are chosen already."""
    options = [option(label, value) for value, label in choices]
    return options, [one for one in options if one["value"] in chosen]


def _with(element: Element, key: str, value: object = None) -> Element:
    """The element with that value, if there is one: Slack takes no empty ones."""
    return {**element, key: value} if value else element


def _prompted(element: Element, placeholder: str) -> Element:
    shown = cut(placeholder, limits.PLACEHOLDER)
    return _with(element, "placeholder", plain(shown) if shown else None)

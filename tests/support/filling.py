"""What a page would tell of an element into which somebody has put something, in plain words."""

from collections.abc import Callable
from typing import Any

from bot.playground.values import KINDS, options

Json = dict[str, Any]


def filled(element: Json, said: object, suggest: Callable[[object], Json]) -> Json:
    """The fields of the payload; options are named by their labels or values.

    `suggest` asks the bot for the options of a menu that it fills itself.
    """
    match element["type"]:
        case "external_select":
            return {"selected_option": _option(suggest(said), said)}
        case "overflow" | "static_select" | "radio_buttons":
            return {"selected_option": _option(element, said)}
        case "checkboxes" | "multi_static_select":
            assert isinstance(said, list | tuple)
            return {"selected_options": [_option(element, one) for one in said]}
        case "feedback_buttons":
            both = [element["positive_button"], element["negative_button"]]
            return {"value": _option({"options": both}, said)["value"]}
        case kind:
            return {KINDS[kind].key: said}


def _option(menu: Json, said: object) -> Json:
    every = list(options(menu))
    for option in every:
        if said in (option["text"]["text"], option["value"]):
            return option
    raise AssertionError(f"no option {said!r} among {[one['text']['text'] for one in every]}")

"""Finds what was pressed in a message, and tells of it as Slack does."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.playground.faces import numbered

Element = Mapping[str, Any]
_SENT_BACK = ("type", "action_id", "text", "value", "style", "url", "placeholder")


def action_of(blocks: Sequence[dict[str, Any]], given: Element) -> dict[str, Any] | None:
    """The action of the element that was pressed, or None where there is none such.

    https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
    """
    for block, element in elements(blocks):
        same = element.get("action_id") == given.get("action_id")
        if same and block["block_id"] == given.get("block_id"):
            kept = {key: element[key] for key in _SENT_BACK if key in element}
            return _picked({**kept, "block_id": block["block_id"]}, element, given)
    return None


def elements(blocks: Sequence[dict[str, Any]]) -> Iterator[tuple[Element, Element]]:
    """Every element that can be pressed, with its block."""
    for block in numbered(list(blocks)):
        accessory = [block["accessory"]] if "accessory" in block else []
        rows = block.get("elements", ()) if block["type"] in ("actions", "context_actions") else ()
        for element in (*accessory, *rows):
            yield block, element


def _picked(action: dict[str, Any], element: Element, given: Element) -> dict[str, Any] | None:
    """The action with the option that was picked, which must be one of the menu's."""
    if element["type"] not in ("static_select", "overflow", "radio_buttons"):
        return action
    wanted = given.get("selected_option") or {}
    for option in _options(element):
        if option["value"] == wanted.get("value"):
            return {**action, "selected_option": option}
    return None


def _options(element: Element) -> Iterator[Element]:
    yield from element.get("options", ())
    for group in element.get("option_groups", ()):
        yield from group["options"]

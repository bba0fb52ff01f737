"""Finds what was pressed among blocks and what stands in them, and tells of it as Slack does.

https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.playground.checking import units
from bot.playground.faces import numbered
from bot.playground.refusals import Unwelcome
from bot.playground.values import KINDS, Element, Known, admitted, one_of, options

Action = dict[str, Any]
Values = dict[str, dict[str, Any]]
_BUTTONS: Mapping[str, tuple[str, ...]] = {
    "button": ("text", "value", "style", "url"),
    "icon_button": ("icon", "text", "value"),
}
PRESSED = frozenset((*KINDS, *_BUTTONS, "overflow", "feedback_buttons"))


def elements(blocks: Sequence[dict[str, Any]]) -> Iterator[tuple[Element, Element]]:
    """Every element that can be pressed or filled in, with its block."""
    for block in numbered(list(blocks)):
        row = block.get("elements", ()) if block["type"] in ("actions", "context_actions") else ()
        alone = [block[key] for key in ("accessory", "element") if key in block]
        yield from ((block, element) for element in (*row, *alone) if element["type"] in PRESSED)


def found(blocks: Sequence[dict[str, Any]], given: Mapping[str, Any]) -> tuple[Element, Element]:
    """The block and the element that the given block_id and action_id name; raises Unwelcome."""
    for block, element in elements(blocks):
        same = element.get("action_id") == given.get("action_id")
        if same and block["block_id"] == given.get("block_id"):
            return block, element
    raise Unwelcome("There is no such button or menu.")


def action_of(
    blocks: Sequence[dict[str, Any]], given: Mapping[str, Any], person: str, known: Known
) -> Action:
    """What Slack tells of the element that the person has pressed; raises Unwelcome."""
    block, element = found(blocks, given)
    if block["type"] == "input" and not block.get("dispatch_action"):
        raise Unwelcome("What is put in here is sent with all the rest.")
    if person not in element.get("visible_to_user_ids", (person,)):
        raise Unwelcome("There is no such button or menu.")
    named = {"type": element["type"], "block_id": block["block_id"]}
    named |= {"action_id": element["action_id"]} if "action_id" in element else {}
    return {**named, **_pressed(element, given, known)}


def _pressed(element: Element, given: Mapping[str, Any], known: Known) -> Action:
    match element["type"]:
        case "button" | "icon_button" as kind:
            return {key: element[key] for key in _BUTTONS[kind] if key in element}
        case "overflow":
            return {"selected_option": one_of(options(element), given.get("selected_option"))}
        case "feedback_buttons":
            both = (element["positive_button"], element["negative_button"])
            return {key: one_of(both, given)[key] for key in ("text", "value")}
        case kind:
            told = (KINDS[kind].initial, "placeholder")
            kept = {key: element[key] for key in told if key in element}
            key = KINDS[kind].key
            return {**kept, key: admitted(element, given.get(key), known)}


def state_of(blocks: Sequence[dict[str, Any]], known: Known, *given: object) -> Values:
    """What every element holds, as `state.values`.

    It holds what the first that speaks of it of the `given` values says, or what it began with.
    Raises Unwelcome where it cannot hold that.
    """
    values: Values = {}
    for block, element in elements(blocks):
        if kind := KINDS.get(element["type"]):
            block_id, action_id = block["block_id"], element.get("action_id", "")
            told = (_at(_at(one, block_id), action_id) for one in given)
            held = next(
                (admitted(element, one[kind.key], known) for one in told if kind.key in one),
                element.get(kind.initial, kind.nothing),
            )
            entry = {"type": element["type"], kind.key: held}
            values.setdefault(block_id, {})[action_id] = entry
    return values


def _at(given: object, key: str) -> Mapping[str, Any]:
    inside = given.get(key) if isinstance(given, Mapping) else None
    return inside if isinstance(inside, Mapping) else {}


def incomplete(blocks: Sequence[dict[str, Any]], values: Values) -> dict[str, str]:
    """What Slack's own client says of inputs before the bot is asked: a sentence for each."""
    faults = {}
    for block, element in elements(blocks):
        if block["type"] == "input":
            entry = values[block["block_id"]][element.get("action_id", "")]
            held = entry[KINDS[element["type"]].key]
            if sentence := _complaint(block, element, held):
                faults[block["block_id"]] = sentence
    return faults


def _complaint(block: Element, element: Element, held: Any) -> str | None:
    if held in (None, "", []):
        return None if block.get("optional") else "Please complete this required field."
    length = units(held) if isinstance(held, str) else 0
    least, most = element.get("min_length", 0), element.get("max_length", 3000)
    if element["type"] != "plain_text_input" or least <= length <= most:
        return None
    short = f"Please use at least {least} characters."
    return short if length < least else f"Please use at most {most} characters."

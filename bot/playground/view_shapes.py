"""What a modal or a Home must be.

https://docs.slack.dev/reference/views/modal-views and https://docs.slack.dev/reference/views/home-tab-views
"""

import json
from typing import Any

from bot.playground import checking, limits
from bot.playground.checking import Wrong
from bot.playground.refusals import Refused, refuse_for
from bot.playground.shapes import Flag, Rule, Surface, Text, Words

_ANY: dict[str, Rule] = {
    "private_metadata": Words(limits.PRIVATE_METADATA, 0),
    "callback_id": Words(limits.CALLBACK_ID, 0),
    "external_id": Words(limits.CALLBACK_ID, 0),
}
_TITLE = Text(limits.MODAL_TITLE, plain=True)
_FIELDS: dict[str, dict[str, Rule]] = {
    "modal": {
        **_ANY,
        **dict.fromkeys(("title", "submit", "close"), _TITLE),
        **dict.fromkeys(("clear_on_close", "notify_on_close", "submit_disabled"), Flag()),
    },
    "home": _ANY,
}


def check_view(view: object, surface: Surface) -> dict[str, Any]:
    """The view, which the surface can show; raises Refused with every fault."""
    if not isinstance(view, dict):
        raise Refused("invalid_arguments")
    if len(json.dumps(view).encode()) > limits.VIEW_BYTES:
        raise Refused("view_too_large")
    refuse_for(faults_of(view, surface), "invalid_arguments")
    return view


def faults_of(view: dict[str, Any], surface: Surface) -> list[Wrong]:
    """Everything that Slack would refuse of a view."""
    if view.get("type") != surface:
        return [Wrong("/view/type", f"must be {surface}")]
    rules = _FIELDS[surface]
    unknown = sorted(view.keys() - rules.keys() - {"type", "blocks"})
    found = [Wrong("/view", f"invalid additional property: {key}") for key in unknown]
    found += checking.faults(view.get("blocks"), surface, "/view/blocks")
    for key in rules.keys() & view.keys():
        found += checking.value_faults(f"/view/{key}", view[key], rules[key])
    return [*found, *_missing(view, found)] if surface == "modal" else found


def _missing(view: dict[str, Any], found: list[Wrong]) -> list[Wrong]:
    """What only a modal needs: a title, and a way to submit its inputs."""
    wrong = [] if "title" in view else [Wrong("/view", "missing required field: title")]
    inputs = not found and any(block["type"] == "input" for block in view["blocks"])
    if inputs and "submit" not in view:
        wrong.append(Wrong("/view", "missing required field: submit"))
    return wrong

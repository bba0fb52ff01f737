"""Views: what a modal or a Home must hold, and the methods that open, change and publish them.

https://docs.slack.dev/surfaces/modals and https://docs.slack.dev/surfaces/app-home
"""

import hashlib
import json
import secrets
from typing import Any

from bot.playground import checking, limits
from bot.playground.calls import Answer, Call
from bot.playground.checking import Wrong
from bot.playground.faces import numbered
from bot.playground.refusals import Refused, refuse_for
from bot.playground.shapes import Surface, Text, Words
from bot.playground.workspace import View

_ALLOWED = {
    "modal": set(
        "type title blocks submit close private_metadata callback_id clear_on_close"
        " notify_on_close external_id submit_disabled".split()
    ),
    "home": {"type", "blocks", "private_metadata", "callback_id", "external_id"},
}


def open_view(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/views.open"""
    view = _checked(call, "modal")
    person = call.workspace.exchange(call.needed("trigger_id"))
    call.rooms.modals[person] = [view]
    call.workspace.bell.ring("modal")
    return {"view": view}


def push_view(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/views.push"""
    view = _checked(call, "modal")
    person = call.workspace.exchange(call.needed("trigger_id"))
    stack = call.rooms.modals[person]
    if len(stack) >= limits.VIEWS:
        raise Refused("push_limit_reached")
    stack.append(view)
    call.workspace.bell.ring("modal")
    return {"view": view}


def update_view(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/views.update"""
    view = _checked(call, "modal")
    id, external = call.text("view_id"), call.text("external_id")
    for stack in call.rooms.modals.values():
        for place, old in enumerate(stack):
            if (id and old["id"] == id) or (external and old["external_id"] == external):
                _check_hash(call, old)
                stack[place] = {**view, "id": old["id"], "root_view_id": old["root_view_id"]}
                call.workspace.bell.ring("modal")
                return {"view": stack[place]}
    raise Refused("not_found")


def publish_view(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/views.publish"""
    if "app_home" not in call.workspace.app.features:
        raise Refused("not_enabled")
    person, view = call.person("user_id"), _checked(call, "home")
    if old := call.rooms.homes.get(person):
        _check_hash(call, old)
        view["id"] = old["id"]
    call.rooms.homes[person] = view
    call.workspace.bell.ring("home")
    return {"view": view}


def _check_hash(call: Call, old: View) -> None:
    if call.has("hash") and call.text("hash") != old["hash"]:
        raise Refused("hash_conflict")


def _checked(call: Call, surface: Surface) -> View:
    """The argument `view` with what Slack adds to it; raises Refused."""
    view = call.json("view")
    if not isinstance(view, dict):
        raise Refused("invalid_arguments")
    if len(json.dumps(view).encode()) > limits.VIEW_BYTES:
        raise Refused("view_too_large")
    refuse_for(faults_of(view, surface), "invalid_arguments")
    return shown(call, view)


def shown(call: Call, view: View) -> View:
    """The view as Slack sends it back: with an id, a hash and the app's ids."""
    id = f"V{secrets.token_hex(5).upper()}"
    return {
        "private_metadata": "",
        "callback_id": "",
        "external_id": "",
        **view,
        "blocks": numbered(view["blocks"]),
        "id": id,
        "root_view_id": id,
        "team_id": call.workspace.town.team.id,
        "app_id": call.workspace.app.app,
        "bot_id": call.workspace.app.bot_id,
        "state": {"values": {}},
        "hash": hashlib.sha256(f"{id}{call.workspace.now()}".encode()).hexdigest()[:16],
    }


def faults_of(view: dict[str, Any], surface: Surface) -> list[Wrong]:
    """Everything that Slack would refuse of a view."""
    if view.get("type") != surface:
        return [Wrong("/view/type", f"must be {surface}")]
    unknown = sorted(view.keys() - _ALLOWED[surface])
    found = [Wrong("/view", f"invalid additional property: {key}") for key in unknown]
    found += checking.faults(view.get("blocks"), surface, "/view/blocks")
    found += _short_enough(view, "private_metadata", Words(limits.PRIVATE_METADATA, 0))
    for key in ("callback_id", "external_id"):
        found += _short_enough(view, key, Words(limits.CALLBACK_ID, 0))
    return [*found, *_modals_own(view, found)] if surface == "modal" else found


def _modals_own(view: dict[str, Any], found: list[Wrong]) -> list[Wrong]:
    """What only a modal needs: a title, and a way to submit its inputs."""
    wrong = [] if "title" in view else [Wrong("/view", "missing required field: title")]
    for key in ("title", "submit", "close"):
        wrong += _short_enough(view, key, Text(limits.MODAL_TITLE, plain=True))
    inputs = not found and any(block["type"] == "input" for block in view["blocks"])
    if inputs and "submit" not in view:
        wrong.append(Wrong("/view", "missing required field: submit"))
    return wrong


def _short_enough(view: dict[str, Any], key: str, rule: Words | Text) -> list[Wrong]:
    return checking.value_faults(f"/view/{key}", view[key], rule) if key in view else []

"""Payloads that Bolt itself cannot read are turned away before anything else looks at them.

Bolt reads them again to call its error listener, and would raise there a second time.
"""

import re
from collections.abc import Callable, Mapping
from types import UnionType

from slack_bolt import BoltRequest, BoltResponse
from slack_bolt.middleware import Middleware
from slack_bolt.request.payload_utils import (
    to_action,
    to_command,
    to_event,
    to_message,
    to_options,
    to_shortcut,
    to_step,
    to_view,
)

from bot.listeners.payloads import workspace_in

_READINGS = (
    *(to_action, to_command, to_event, to_message),
    *(to_options, to_shortcut, to_step, to_view),
)

_Path = tuple[str, ...]
# What Bolt looks names up by, and takes for what it is without looking.
_SHAPES: Mapping[_Path, type | UnionType] = {
    **{(name,): str for name in ("type", "callback_id", "action_id", "block_id")},
    ("event",): dict,
    ("event", "type"): str,
    ("event", "function"): dict,
    ("event", "function", "callback_id"): str,
    ("view",): dict | None,
    ("view", "callback_id"): str,
    ("actions",): list,
}
# Whatever names somebody or something is stored, logged, and sent back to Slack.
_IDS: frozenset[_Path] = frozenset(
    (
        *((name,) for name in ("team_id", "user_id", "channel_id", "enterprise_id", "event_id")),
        ("trigger_id",),
        *((name, "id") for name in ("team", "user", "channel", "enterprise", "view")),
        *(("authorizations", name) for name in ("team_id", "enterprise_id", "user_id")),
        *(("container", name) for name in ("channel_id", "view_id")),
        *(("event", name) for name in ("user", "channel", "team", "user_team", "bot_access_token")),
        ("event", "function_execution_id"),
        *((name, "team_id") for name in ("user", "view")),
    )
)
# By the name that each begins with: most payloads have few of them.
_LOOKED_AT: Mapping[str, tuple[_Path, ...]] = {
    first: tuple(path for path in (*_SHAPES, *_IDS) if path[0] == first)
    for first, *_ in (*_SHAPES, *_IDS)
}
_ID = re.compile(r"[A-Za-z0-9._-]{0,255}")
# What Bolt found wherever it may stand; a step is ended by the one, with the other in a header.
_FOUND = ("function_execution_id", "function_bot_access_token")


class WellFormed(Middleware):
    """Runs after the signature is verified: answers 400 to what nobody can read.

    Of the rest it says which workspace it comes from, by which it is authorized then.
    """

    def process(
        self, *, req: BoltRequest, resp: BoltResponse, next: Callable[[], BoltResponse]
    ) -> BoltResponse:
        try:
            # Out of what has no type Bolt reads nothing.
            for read in _READINGS if "type" in req.body else ():
                read(req.body)
        except (AttributeError, IndexError, KeyError, TypeError):
            return BoltResponse(status=400, body="")
        if not _readable(req.body) or not _ends_a_step(req.context):
            return BoltResponse(status=400, body="")
        req.context["team_id"] = workspace_in(req.body, req.context)
        return next()


def _readable(body: Mapping[str, object]) -> bool:
    """Whether what is there is what it is taken for, and every id could be Slack's."""
    there = body.keys() & _LOOKED_AT.keys()
    paths = (path for name in there for path in _LOOKED_AT[name])
    return all(_sound(path, _at(body, path)) for path in paths) and _pressed(body)


def _sound(path: _Path, found: object) -> bool:
    if isinstance(found, _Absent):
        return True
    if path in _IDS and isinstance(found, str):
        return bool(_ID.fullmatch(found))
    return isinstance(found, _SHAPES.get(path, object))


def _ends_a_step(context: Mapping[str, object]) -> bool:
    """Whether what Bolt took for a step's id and its token, where there is one, can be those."""
    found = [context[name] for name in _FOUND if name in context]
    return all(isinstance(each, str) and each and _ID.fullmatch(each) for each in found)


def _pressed(body: Mapping[str, object]) -> bool:
    """Whether what was pressed has its names, by which alone it is told apart, and its view an id.

    By that alone a view can be changed.
    """
    if body.get("type") != "block_actions":
        return True
    actions, view = body.get("actions"), body.get("view")
    if isinstance(view, dict) and not view.get("id"):
        return False
    return isinstance(actions, list) and all(
        isinstance(action, dict) and isinstance(action.get("action_id"), str) for action in actions
    )


class _Absent:
    """Nothing stands there, not even null."""


def _at(payload: object, path: _Path) -> object:
    for step in path:
        # Slack sends one authorization, and Bolt reads the first.
        payload = payload[0] if isinstance(payload, list) and payload else payload
        if not isinstance(payload, dict) or step not in payload:
            return _Absent()
        payload = payload[step]
    return payload

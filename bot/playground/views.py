"""The views that stand open: a stack of modals for each person, and their Home.

https://docs.slack.dev/surfaces/modals and https://docs.slack.dev/surfaces/app-home
"""

import secrets
from copy import deepcopy
from dataclasses import dataclass
from itertools import chain
from typing import Any

from bot.playground import limits
from bot.playground.elements import elements
from bot.playground.refusals import Refused
from bot.playground.rooms import View
from bot.playground.values import still_holds
from bot.playground.workspace import Workspace

_DEFAULTS: View = {
    "private_metadata": "",
    "callback_id": "",
    "external_id": "",
    "title": None,
    "submit": None,
    "close": None,
    "clear_on_close": False,
    "notify_on_close": False,
    "submit_disabled": False,
}
# What stays as it is when the bot changes a view.
_LASTING = ("id", "root_view_id", "previous_view_id")


@dataclass(frozen=True, slots=True)
class Views:
    """Opens, changes and closes views that have been checked; a caller holds the lock."""

    workspace: Workspace

    def seen(self, person: str, id: str) -> View | None:
        """The view of that id where the person can see it: their upper modal, or their Home."""
        home = self.workspace.rooms.homes.get(person)
        upper = self.workspace.rooms.modals[person][-1:]
        return next((view for view in (*upper, home) if view and view["id"] == id), None)

    def named(self, id: str, external_id: str) -> View | None:
        """The modal of that id or of that external_id, whosever it is."""
        for view in chain.from_iterable(self.workspace.rooms.modals.values()):
            if (id and view["id"] == id) or (external_id and view["external_id"] == external_id):
                return view
        return None

    def open(self, person: str, view: View) -> View:
        """Open the first modal of a stack."""
        opened = self._dressed(view)
        self.workspace.rooms.modals[person] = [opened]
        return self._rung("modal", opened)

    def push(self, person: str, view: View) -> View:
        """Lay a modal over those of the person; raises `push_limit_reached`."""
        stack = self.workspace.rooms.modals[person]
        if len(stack) >= limits.VIEWS:
            raise Refused("push_limit_reached")
        pushed = self._dressed(view)
        if stack:
            pushed["root_view_id"] = stack[0]["id"]
            pushed["previous_view_id"] = stack[-1]["id"]
        stack.append(pushed)
        return self._rung("modal", pushed)

    def publish(self, person: str, view: View) -> View:
        """Show a Home to the person."""
        old = self.workspace.rooms.homes.get(person)
        published = self._changed(old, view) if old else self._dressed(view)
        self.workspace.rooms.homes[person] = published
        return self._rung("home", published)

    def update(self, old: View, view: View) -> View:
        """Put another modal in the place of an old one; where that was closed, nothing happens."""
        changed = self._changed(old, view)
        for stack in self.workspace.rooms.modals.values():
            stack[:] = [changed if open["id"] == old["id"] else open for open in stack]
        return self._rung("modal", changed)

    def close(self, person: str, *gone: View) -> None:
        """Take modals off the person's screen."""
        ids = {view["id"] for view in gone}
        stack = self.workspace.rooms.modals[person]
        stack[:] = [view for view in stack if view["id"] not in ids]
        self.workspace.bell.ring("modal")

    def _changed(self, old: View, view: View) -> View:
        """The view in the place of the old one, with what was put into the inputs of both."""
        changed = {**self._dressed(view, old), **{key: old[key] for key in _LASTING}}
        values = changed["state"]["values"]
        for block, element in elements(changed["blocks"]):
            block_id, action_id = block["block_id"], element["action_id"]
            entry = old["state"]["values"].get(block_id, {}).get(action_id)
            if entry and still_holds(element, entry):
                values.setdefault(block_id, {})[action_id] = entry
        return changed

    def _dressed(self, view: View, old: View | None = None) -> View:
        """The view as Slack sends it back: with its ids, a new hash and all that was left out."""
        external = view.get("external_id", "")
        if external and self.named("", external) not in (None, old):
            raise Refused("duplicate_external_id")
        id, app = f"V{secrets.token_hex(5).upper()}", self.workspace.app
        return {
            **_DEFAULTS,
            **view,
            "blocks": _with_ids(view["blocks"]),
            "id": id,
            "root_view_id": id,
            "previous_view_id": None,
            "team_id": self.workspace.town.team.id,
            "app_installed_team_id": self.workspace.town.team.id,
            "app_id": app.app,
            "bot_id": app.bot_id,
            "state": {"values": {}},
            "hash": f"{int(self.workspace.now())}.{secrets.token_hex(4)}",
        }

    def _rung(self, what: str, view: View) -> View:
        self.workspace.bell.ring(what)
        return view


def _with_ids(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The blocks with Slack's ids where the app gave none: by chance, so no update keeps them."""
    told = [{"block_id": _id(), **block} for block in deepcopy(blocks)]
    for _, element in elements(told):
        element.setdefault("action_id", _id())
    return told


def _id() -> str:
    return secrets.token_urlsafe(4)

"""What people press: elements of messages, modals and Homes, menus that the bot fills, shortcuts.

https://docs.slack.dev/interactivity/handling-user-interaction
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.playground.backstage import Backstage
from bot.playground.checking import value_faults
from bot.playground.elements import Action, Values, action_of, found, state_of
from bot.playground.payloads import InMessage, InView, Place
from bot.playground.refusals import Refused, Unwelcome, refuse_for
from bot.playground.sending import Heard
from bot.playground.shapes import Many
from bot.playground.views import Views

Given = Mapping[str, Any]
UNLOADED = "Result loading failed"
# https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select
LEAST_TYPED = 3
_SUGGESTED = {"options": Many(("option",), 100, 0), "option_groups": Many(("option_group",), 100)}


@dataclass(frozen=True, slots=True)
class Pressing:
    """Tells the bot of what was pressed, and waits for it."""

    backstage: Backstage

    def act(self, person: str, given: Given) -> None:
        """Press a button or pick from a menu; raises Unwelcome.

        `given` names the place (`channel` and `ts`, or `view`), the element and what was picked.
        """
        who, place = self.backstage.person(person), self._place(person, given)
        blocks, known = _blocks(place), self.backstage.known(person)
        action = action_of(blocks, given, person, known)
        values = self._state(person, place, given, action)
        payload = self.backstage.payloads.block_actions(who, place, action, values)
        self.backstage.ask(payload, Heard.accepted)

    def suggest(self, person: str, given: Given) -> dict[str, Any]:
        """The options that the bot offers for what was typed into a menu; raises Unwelcome."""
        who, place = self.backstage.person(person), self._place(person, given)
        block, element = found(_blocks(place), given)
        typed = str(given.get("value") or "")
        if element["type"] != "external_select":
            raise Unwelcome("This menu is not filled by the app.")
        if len(typed) < element.get("min_query_length", LEAST_TYPED):
            return {"options": []}
        # What has been put in so far is told of as well.
        self._state(person, place, given, {})
        named = {"block_id": block["block_id"], "action_id": element.get("action_id", "")}
        payload = self.backstage.payloads.block_suggestion(who, place, named, typed)
        return self.backstage.ask(payload, _suggested, UNLOADED)

    def shortcut(self, person: str, callback_id: str, channel: str = "", ts: str = "") -> None:
        """Choose a shortcut, with `channel` and `ts` one of a message's; raises Unwelcome."""
        who, kind = self.backstage.person(person), "message" if ts else "global"
        offered = self.backstage.workspace.app.shortcuts
        named = [one for one in offered if (one.callback_id, one.type) == (callback_id, kind)]
        if not named:
            raise Unwelcome("There is no such shortcut.")
        payload = self.backstage.payloads.shortcut(who, named[0])
        if ts:
            place = self._message(person, channel, ts)
            if place.post.only_for:
                raise Unwelcome("A message that only you see has no shortcuts.")
            payload = self.backstage.payloads.message_action(who, named[0], place)
        self.backstage.ask(payload, Heard.accepted)

    def _place(self, person: str, given: Given) -> Place:
        if id := given.get("view"):
            view = Views(self.backstage.workspace).seen(person, id)
            if view is None:
                raise Unwelcome("This view is no more.")
            return InView(view)
        place = self._message(person, str(given.get("channel", "")), str(given.get("ts", "")))
        if given.get("unfurl") is None:
            return place
        if (unfurl := str(given["unfurl"])) not in place.post.unfurls:
            raise Unwelcome("This preview is no more.")
        return replace(place, unfurl=unfurl)

    def _message(self, person: str, channel: str, ts: str) -> InMessage:
        _, where = self.backstage.there(person, channel)
        return InMessage(where, self.backstage.post(person, where.id, ts))

    def _state(self, person: str, place: Place, given: Given, pressed: Action) -> Values:
        """What the elements around the pressed one hold; a view keeps it."""
        now = {pressed["block_id"]: {pressed.get("action_id", ""): pressed}} if pressed else {}
        before = place.view["state"]["values"] if isinstance(place, InView) else {}
        known = self.backstage.known(person)
        values = state_of(_blocks(place), known, now, given.get("state"), before)
        if isinstance(place, InView):
            place.view["state"] = {"values": values}
        return values


def _blocks(place: Place) -> list[dict[str, Any]]:
    blocks: list[dict[str, Any]] = (
        place.view["blocks"] if isinstance(place, InView) else place.blocks
    )
    return blocks


def _suggested(heard: Heard) -> dict[str, Any]:
    """https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select"""
    said = heard.json()
    keys = said.keys() & _SUGGESTED.keys()
    if len(keys) != 1:
        raise Refused("invalid_options")
    (key,) = keys
    refuse_for(value_faults(f"/{key}", said[key], _SUGGESTED[key]), "invalid_options")
    return {key: said[key]}

"""What people do with whole modals: submit them and close them.

https://docs.slack.dev/surfaces/modals
"""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from bot.playground.backstage import Backstage
from bot.playground.elements import incomplete, state_of
from bot.playground.people import Person
from bot.playground.refusals import Refused, Unwelcome
from bot.playground.rooms import View
from bot.playground.sending import Heard
from bot.playground.view_shapes import check_view
from bot.playground.views import Views

Faults = dict[str, str]
TROUBLE = "We had some trouble connecting. Try again?"


@dataclass(frozen=True, slots=True)
class Submitting:
    """Submits and closes the modal that a person has before them."""

    backstage: Backstage

    def submit(self, person: str, id: str, state: object) -> Faults:
        """What is wrong with the inputs, by block; nothing where the bot has taken them.

        `state` is what the inputs hold, as Slack's `state.values`. Raises Unwelcome.
        """
        who, view = self._seen(person, id)
        if not view["submit"]:
            raise Unwelcome("This view has nothing to submit.")
        known, before = self.backstage.known(person), view["state"]["values"]
        values = state_of(view["blocks"], known, state, before)
        view["state"] = {"values": values}
        if faults := incomplete(view["blocks"], values):
            return faults
        payload = self.backstage.payloads.view_submission(who, view)
        return self.backstage.ask(payload, lambda heard: self._answered(who, view, heard), TROUBLE)

    def close(self, person: str, id: str, every: bool = False) -> None:
        """Close the modal, or with `every` all that lie under it as well; raises Unwelcome."""
        who, view = self._seen(person, id)
        workspace = self.backstage.workspace
        cleared = every or view["clear_on_close"]
        with workspace.lock:
            gone = list(reversed(workspace.rooms.modals[person])) if cleared else [view]
            Views(workspace).close(person, *gone)
        for one in gone:
            if one["notify_on_close"] and not workspace.rooms.uninstalled:
                self._tell(self.backstage.payloads.view_closed(who, one, cleared))

    def _tell(self, payload: dict[str, Any]) -> None:
        def work() -> None:
            # The person has gone on; that the bot does not answer is told in the ledger alone.
            with suppress(Unwelcome):
                self.backstage.ask(payload, Heard.accepted)

        self.backstage.spawn(work)

    def _seen(self, person: str, id: str) -> tuple[Person, View]:
        who, view = self.backstage.person(person), Views(self.backstage.workspace).seen(person, id)
        if view is None or view["type"] != "modal":
            raise Unwelcome("This view is no more.")
        return who, view

    def _answered(self, who: Person, view: View, heard: Heard) -> Faults:
        """Do what the answer says; https://docs.slack.dev/surfaces/modals#response_actions"""
        said, views = heard.json(), Views(self.backstage.workspace)
        with self.backstage.workspace.lock:
            match said.get("response_action"):
                case None if not said:
                    views.close(who.id, view)
                case "clear":
                    views.close(who.id, *self.backstage.workspace.rooms.modals[who.id])
                case "update":
                    views.update(view, check_view(said.get("view"), "modal"))
                case "push":
                    views.push(who.id, check_view(said.get("view"), "modal"))
                case "errors":
                    return _errors(said.get("errors"))
                case _:
                    raise Refused("invalid_response_action")
        return {}


def _errors(said: object) -> Faults:
    if isinstance(said, dict) and said and all(isinstance(one, str) for one in said.values()):
        return said
    raise Refused("invalid_errors")

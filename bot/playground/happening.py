"""What happens in the workspace that is neither said nor pressed, and that the bot is told of."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.playground.backstage import Backstage
from bot.playground.events import executed, home_opened, tokens_revoked, uninstalled
from bot.playground.refusals import Unwelcome
from bot.playground.rooms import Step


@dataclass(frozen=True, slots=True)
class Happening:
    """Lets things happen."""

    backstage: Backstage

    def open(self, person: str, channel: str, tab: str) -> None:
        """Open the tab "home" or "messages" of the direct message with the bot; raises Unwelcome.

        https://docs.slack.dev/surfaces/app-home
        """
        who, where = self.backstage.there(person, channel)
        workspace = self.backstage.workspace
        tabs = ("home", "messages") if workspace.app.home else ("messages",)
        if where.kind != "im" or tab not in tabs:
            raise Unwelcome("There is no such tab here.")
        self.backstage.tell(home_opened(workspace, who, where, tab))

    def run_function(self, callback_id: str, inputs: Mapping[str, Any]) -> str:
        """Run the app's step in a workflow; its id leads to its outcome, `rooms.functions[id]`.

        Raises Unwelcome where the app is gone, has no such function, or it needs other inputs.
        https://docs.slack.dev/workflows/workflow-steps
        """
        workspace = self.backstage.workspace
        function = workspace.app.functions.get(callback_id)
        if function is None:
            raise Unwelcome("The app has no such step.")
        if workspace.rooms.uninstalled:
            raise Unwelcome("This app is not installed any more.")
        parameters = function.get("input_parameters", {})
        missing = set(parameters.get("required", ())) - inputs.keys()
        if missing or inputs.keys() - parameters.get("properties", {}).keys():
            raise Unwelcome("The step needs other inputs.")
        id = f"Fx{secrets.token_hex(5).upper()}"
        workspace.begin(id, Step(callback_id, dict(inputs)))
        self.backstage.tell(executed(workspace, callback_id, id, inputs))
        return id

    def archive(self, channel: str) -> None:
        """Archive a channel; raises Unwelcome."""
        found = self.backstage.workspace.rooms.channels.get(channel)
        if found is None or found.kind != "channel" or found.is_archived:
            raise Unwelcome("There is no such channel to archive.")
        self.backstage.workspace.archive(channel)

    def revoke(self) -> None:
        """Revoke the bot's token."""
        self.backstage.workspace.revoke()
        self.backstage.send(tokens_revoked(self.backstage.workspace))

    def uninstall(self) -> None:
        """Take the app out of the workspace; with a fault the two events come in the other order.

        https://docs.slack.dev/reference/events/app_uninstalled
        """
        workspace = self.backstage.workspace
        if workspace.rooms.uninstalled:
            raise Unwelcome("This app is not installed any more.")
        workspace.uninstall()
        self.backstage.send(tokens_revoked(workspace), uninstalled())

"""What happens in the workspace that is neither said nor pressed, and that the bot is told of."""

from dataclasses import dataclass

from bot.playground.backstage import Backstage
from bot.playground.events import home_opened
from bot.playground.refusals import Unwelcome


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

"""What the page does for the person who sits at the screen: JSON in and out."""

from dataclasses import dataclass

from bot.playground.faults import Faults
from bot.playground.given import Given, Json, person, text
from bot.playground.ledger import Ledger
from bot.playground.refusals import Unwelcome
from bot.playground.stage import Stage
from bot.playground.workspace import Workspace

MOST_FAULTS = 100
DONE: Json = {"ok": True}


@dataclass(frozen=True, slots=True)
class Deeds:
    """Does what the page asks for; a refusal is `ok` false with a sentence."""

    workspace: Workspace
    stage: Stage
    faults: Faults
    ledger: Ledger

    def say(self, given: Given) -> Json:
        """A message or a command."""
        thread = text(given, "thread") or None
        self.stage.say(self._person(given), text(given, "channel"), text(given, "text"), thread)
        return DONE

    def compose(self, given: Given) -> Json:
        """A message that is still being written."""
        return DONE | {"draft": self.stage.compose(self._person(given), text(given, "text"))}

    def act(self, given: Given) -> Json:
        """A button, a menu or an input, in a message or in a view."""
        self.stage.act(self._person(given), given)
        return DONE

    def suggest(self, given: Given) -> Json:
        """What the bot offers in a menu that it fills."""
        return DONE | self.stage.suggest(self._person(given), given)

    def submit(self, given: Given) -> Json:
        """A modal, with what its inputs hold."""
        view, state = text(given, "view"), given.get("state")
        faults = self.stage.submit(self._person(given), view, state)
        return DONE | ({"errors": faults} if faults else {})

    def close(self, given: Given) -> Json:
        """A modal, or with `all` all that are open."""
        self.stage.close(self._person(given), text(given, "view"), given.get("all") is True)
        return DONE

    def shortcut(self, given: Given) -> Json:
        """A shortcut, from anywhere or on a message."""
        place = text(given, "channel"), text(given, "ts")
        self.stage.shortcut(self._person(given), text(given, "callback_id"), *place)
        return DONE

    def open(self, given: Given) -> Json:
        """A tab of the direct message with the bot."""
        self.stage.open(self._person(given), text(given, "channel"), text(given, "tab"))
        return DONE

    def run(self, given: Given) -> Json:
        """The app's step in a workflow, which ends when the bot says so."""
        inputs = given.get("inputs")
        # The page has fields for texts alone.
        if not isinstance(inputs, dict) or not all(isinstance(one, str) for one in inputs.values()):
            raise Unwelcome("The inputs of a step are texts.")
        return DONE | {"id": self.stage.run_function(text(given, "callback_id"), inputs)}

    def reset(self, given: Given) -> Json:
        """Back to the beginning."""
        self.faults.clear()
        self.ledger.clear()
        self.workspace.reset()
        self.workspace.bell.ring("requests")
        return DONE

    def fail(self, given: Given) -> Json:
        """Choose a fault, or with `kind` null none, for so many calls of a method."""
        if text(given, "method") == "workspace":
            return self._happen(given)
        kind, times = given.get("kind"), given.get("times", 1)
        if not isinstance(times, int) or not 1 <= times <= MOST_FAULTS:
            raise Unwelcome(f"A fault comes from 1 to {MOST_FAULTS} times.")
        if not self.faults.choose(text(given, "method"), kind, times):
            raise Unwelcome("There is no such fault for that.")
        self.workspace.bell.ring("state")
        return DONE

    def _happen(self, given: Given) -> Json:
        """What an administrator may do to the app, or to a channel."""
        me, channel, bot = self._person(given), text(given, "channel"), self.workspace.app.bot.id
        match given.get("kind"):
            case "uninstalled":
                self.stage.uninstall()
            case "token_revoked":
                self.stage.revoke()
            case "removed":
                self.stage.remove(me, channel, bot)
            case "invited":
                self.stage.invite(me, channel, bot)
            case "archived":
                self.stage.archive(channel)
            case _:
                raise Unwelcome("There is no such fault for that.")
        return DONE

    def advance(self, given: Given) -> Json:
        """Move the workspace's clock forward by so many seconds."""
        seconds = given.get("advance")
        if not isinstance(seconds, int | float) or not 0 <= seconds <= 366 * 86_400:
            raise Unwelcome("The clock moves forward only, and by a year at most.")
        self.workspace.agenda.advance(seconds)
        self.workspace.bell.ring("state")
        return DONE

    def _person(self, given: Given) -> str:
        return person(self.workspace, given)

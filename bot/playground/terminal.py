"""A conversation with the bot in a terminal, through its real, signed door; Slack is not needed."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from rich.console import Console
from rich.text import Text
from slack_bolt import App, BoltResponse

from bot.playground import paper
from bot.playground.envelopes import Envelopes
from bot.playground.mailbox import Mailbox

COMMAND = "/alliance"
PATIENCE = 10
_WELCOME = (
    "Ask the statement: type [bold]/alliance climate[/], or just [bold]climate[/];"
    " [bold]/alliance[/] alone shows the contents, [bold]help[/] the usage.\n"
    "A number presses that button. [bold]quit[/] ends.\n"
    "This is the bot that Slack would speak to; to put it into a workspace, see README.md."
)
_GOODBYES = frozenset(("quit", "exit", ":q"))


@dataclass(slots=True)
class Terminal:
    """One conversation; it remembers only which buttons the last answer had."""

    console: Console
    app: App
    envelopes: Envelopes
    mailbox: Mailbox
    buttons: list[paper.Action] = field(default_factory=list)

    def converse(self, lines: Iterable[str]) -> None:
        """Answer each line until one says goodbye, or they end."""
        self.console.print(_WELCOME)
        for line in lines:
            typed = line.strip()
            if typed.lower() in _GOODBYES:
                return
            if typed:
                self._answer(typed)

    def _answer(self, typed: str) -> None:
        first, *rest = typed.split(maxsplit=1)
        if button := self._button(typed):
            self._press(button)
        elif first == COMMAND:
            self._ask("".join(rest))
        elif first.startswith("/"):
            self.console.print(Text(f"The only command here is {COMMAND}.", "yellow"))
        else:
            self._ask(typed)

    def _ask(self, words: str) -> None:
        response = self.app.dispatch(self.envelopes.command(COMMAND, words))
        self._show(_message(response))

    def _button(self, typed: str) -> paper.Action | None:
        """The button of that number; any other number is words, such as a year."""
        numbered = {str(number): button for number, button in enumerate(self.buttons, 1)}
        return numbered.get(typed)

    def _press(self, action: paper.Action) -> None:
        response = self.app.dispatch(self.envelopes.click(action))
        if url := action.get("url"):
            self.console.print(Text(f"Slack would open {url}", "dim"), soft_wrap=True)
        elif response.status != 200:
            self._show(_message(response))
        else:
            self._show(self.mailbox.next(PATIENCE) or {"text": "The bot has not answered."})

    def _show(self, message: Mapping[str, Any]) -> None:
        self.console.print()
        if blocks := message.get("blocks"):
            self.buttons = paper.show(self.console, blocks)
        else:
            self.console.print(Text(str(message.get("text", ""))))
        self.console.print()


def _message(response: BoltResponse) -> Mapping[str, Any]:
    if response.status != 200:
        return {"text": f"The bot answered HTTP {response.status}: {response.body}"}
    if response.body.startswith("{"):
        message: dict[str, Any] = json.loads(response.body)
        return message
    return {"text": response.body}

"""Slack's payloads -> core -> rendering -> Slack. `register` is the table of what answers what."""

import re
from dataclasses import dataclass

from slack_bolt import Ack, App

from bot.listeners.actions import Actions
from bot.listeners.commands import ALLIANCE, Commands
from bot.listeners.conversations import Conversations
from bot.listeners.failures import Failures
from bot.listeners.once import Once
from bot.rendering.references import OPEN_SOURCE, PICK_THEME, SHOW_PASSAGE, SHOW_THEME


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that listens."""

    once: Once
    failures: Failures
    commands: Commands
    conversations: Conversations
    actions: Actions


def register(app: App, parts: Parts) -> None:
    """Tell the App what answers what. `lazy` runs after the acknowledgement: it calls Slack."""
    talk, click, guarded = parts.conversations, parts.actions, parts.failures.guarded
    mentioned = guarded(talk.mentioned, talk.tell)
    messaged = guarded(talk.messaged, talk.tell)
    show_passage = guarded(click.show_passage, click.tell)
    show_theme = guarded(click.show_theme, click.tell)

    app.use(parts.once.admit)
    app.error(parts.failures.answer)
    app.command(ALLIANCE)(parts.commands.answer)
    app.event("app_mention")(ack=acknowledge, lazy=[mentioned])
    app.event("message")(ack=acknowledge, lazy=[messaged])
    app.action(numbered(SHOW_PASSAGE))(ack=acknowledge, lazy=[show_passage])
    app.action(numbered(SHOW_THEME))(ack=acknowledge, lazy=[show_theme])
    app.action(PICK_THEME)(ack=acknowledge, lazy=[show_theme])
    # A link button reports its click as well; unanswered, it shows a warning.
    app.action(OPEN_SOURCE)(acknowledge)


def acknowledge(ack: Ack) -> None:
    """Say that the payload has arrived."""
    ack()


def numbered(action: str) -> re.Pattern[str]:
    """The action's ids: they are unique in a row by their number."""
    return re.compile(rf"{action}:\d+")

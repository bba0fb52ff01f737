"""Slack's payloads -> core -> rendering -> Slack. `register` is the table of what answers what."""

import re
from dataclasses import dataclass

from slack_bolt import Ack, App

from bot.listeners.actions import Actions
from bot.listeners.commands import ALLIANCE, Commands
from bot.listeners.conversations import Conversations, Overheard
from bot.listeners.digests import Digests
from bot.listeners.failures import Failures
from bot.listeners.forms import Forms
from bot.listeners.no_digests import NoDigests
from bot.listeners.once import Once
from bot.listeners.submissions import Submissions
from bot.rendering.digest_form import CHOOSE, FORM, action_of
from bot.rendering.references import (
    CHANGE_DIGEST,
    OPEN_SOURCE,
    PICK_THEME,
    READ_PARAGRAPH,
    SHOW_PASSAGE,
    SHOW_THEME,
)


@dataclass(frozen=True, slots=True)
class DigestParts:
    """What listens where digests are kept."""

    digests: Digests
    forms: Forms
    submissions: Submissions

    @property
    def overheard(self) -> Overheard:
        """What answers words about digests in conversations."""
        return self.digests.answers.overheard


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything that listens."""

    once: Once
    failures: Failures
    commands: Commands
    conversations: Conversations
    actions: Actions
    digests: DigestParts | NoDigests


def register(app: App, parts: Parts) -> None:
    """Tell the App what answers what. `lazy` runs after the acknowledgement: it calls Slack."""
    talk, click, guarded = parts.conversations, parts.actions, parts.failures.guarded
    mentioned = guarded(talk.mentioned, talk.tell)
    messaged = guarded(talk.messaged, talk.tell)
    show_passage = guarded(click.show_passage, click.tell)
    show_theme = guarded(click.show_theme, click.tell)
    read_paragraph = guarded(click.read_paragraph, click.tell)

    app.use(parts.once.admit)
    app.error(parts.failures.answer)
    if isinstance(parts.digests, DigestParts):
        _register_digests(app, parts.digests, parts.failures)
    else:
        app.command(ALLIANCE, matchers=[parts.digests.asked])(parts.digests.answer)
    # Of two that match, the one that was registered first answers.
    app.command(ALLIANCE)(parts.commands.answer)
    app.event("app_mention")(ack=acknowledge, lazy=[mentioned])
    app.event("message")(ack=acknowledge, lazy=[messaged])
    app.action(numbered(SHOW_PASSAGE))(ack=acknowledge, lazy=[show_passage])
    app.action(numbered(SHOW_THEME))(ack=acknowledge, lazy=[show_theme])
    app.action(PICK_THEME)(ack=acknowledge, lazy=[show_theme])
    app.action(READ_PARAGRAPH)(ack=acknowledge, lazy=[read_paragraph])
    # A link button reports its click as well; unanswered, it shows a warning.
    app.action(OPEN_SOURCE)(acknowledge)


def _register_digests(app: App, parts: DigestParts, failures: Failures) -> None:
    digests, forms, submissions = parts.digests, parts.forms, parts.submissions
    follow = failures.guarded(digests.follow, digests.tell)
    pressed = failures.guarded(forms.pressed, forms.tell)
    changed = failures.guarded(forms.changed, forms.tell)
    submitted = failures.guarded(submissions.submitted, submissions.tell)

    app.command(ALLIANCE, matchers=[digests.asked])(ack=digests.answer, lazy=[follow])
    app.action(CHANGE_DIGEST)(ack=acknowledge, lazy=[pressed])
    app.action(re.compile(rf"{CHOOSE}:\w+"))(ack=acknowledge, lazy=[changed])
    app.options(action_of("zone"))(forms.suggest)
    app.view(FORM)(ack=submissions.submit, lazy=[submitted])


def acknowledge(ack: Ack) -> None:
    """Say that the payload has arrived."""
    ack()


def numbered(action: str) -> re.Pattern[str]:
    """The action's ids: they are unique in a row by their number."""
    return re.compile(rf"{action}:\d+")

"""The table of what answers what."""

import re

from slack_bolt import App

from bot.listeners.commands import ALLIANCE
from bot.listeners.feedback import Feedback
from bot.listeners.finding import FIND_IN_STATEMENT
from bot.listeners.leaving import REVOKED, UNINSTALLED, WITHDRAWN, Leaving
from bot.listeners.leftovers import Leftovers
from bot.listeners.parts import AnswerParts, DigestParts, LinkParts, Parts, ShortcutParts
from bot.listeners.scopes import Scoping
from bot.listeners.searches import SEARCH_STATEMENT
from bot.listeners.steps import FIND_PASSAGE
from bot.listeners.table import Table, acknowledge, named, numbered
from bot.rendering.digest_form import CHOOSE, FORM, action_of
from bot.rendering.home_actions import (
    BROWSE_THEME,
    CHOOSE_LANGUAGE,
    HOME_DIGEST,
    SEARCH_HOME,
    SET_UP_DIGEST,
    SHOW_HELP,
)
from bot.rendering.reader import GO_TO_THEME, TURN_PAGE
from bot.rendering.references import (
    CHANGE_DIGEST,
    CITE,
    FEEDBACK,
    OPEN_SOURCE,
    PICK_THEME,
    READ_PARAGRAPH,
    SHARE,
    SHOW_PASSAGE,
    SHOW_THEME,
)
from bot.rendering.results import SEARCH_AGAIN
from bot.rendering.search_modal import PICK_SUBJECT, SEARCH

_ANYTHING = re.compile(".*", re.DOTALL)


def register(app: App, parts: Parts) -> None:
    """Tell the App what answers what."""
    table = Table(app, parts.failures, parts.once)
    app.use(Scoping())
    app.use(parts.pacing)
    app.use(parts.commands)
    app.error(parts.failures.answer)
    _commands(table, parts)
    _conversations(table, parts)
    _passages(table, parts)
    _answers(table, parts.answers)
    _feedback(table, parts.feedback)
    _shortcuts(table, parts.shortcuts)
    _home(table, parts)
    _links(table, parts.links)
    _leaving(table, parts.leaving)
    _leftovers(table, parts.leftovers)


def _commands(table: Table, parts: Parts) -> None:
    """The special words of `/alliance`; all others have been answered before."""
    command, choice = table.app.command, parts.language_choice
    if isinstance(parts.digests, DigestParts):
        _digests(table, parts.digests)
    else:
        command(ALLIANCE, matchers=[parts.digests.asked])(parts.digests.answer)
    command(ALLIANCE, matchers=[choice.asked])(choice.answer)


def _digests(table: Table, parts: DigestParts) -> None:
    digests, forms, submissions = parts.digests, parts.forms, parts.submissions
    follow = table.failures.guarded(digests.follow, digests.tell)
    submitted = table.failures.guarded(submissions.submitted, submissions.tell)

    table.app.command(ALLIANCE, matchers=[digests.asked])(ack=digests.answer, lazy=[follow])
    table.action(CHANGE_DIGEST, forms.pressed, forms.tell)
    table.action(named(CHOOSE), forms.changed, forms.tell)
    table.app.options(action_of("zone"))(forms.suggest)
    table.app.view(FORM)(ack=submissions.submit, lazy=[submitted])


def _conversations(table: Table, parts: Parts) -> None:
    talk, suggesting = parts.conversations, parts.suggesting
    table.event("app_mention", talk.mentioned, talk.tell)
    table.event("message", talk.messaged, talk.tell)
    table.event("app_home_opened", suggesting.opened, suggesting.tell, [suggesting.wanted])


def _passages(table: Table, parts: Parts) -> None:
    click = parts.actions
    table.action(numbered(SHOW_PASSAGE), click.show_passage, click.tell)
    table.action(numbered(SHOW_THEME), click.show_theme, click.tell)
    table.action(PICK_THEME, click.show_theme, click.tell)
    # A link button reports its click as well; unanswered, it shows a warning.
    table.app.action(OPEN_SOURCE)(acknowledge)


def _answers(table: Table, parts: AnswerParts) -> None:
    """What can be done with a passage."""
    readers, sharing, citing = parts.readers, parts.sharing, parts.citing
    table.action(READ_PARAGRAPH, readers.read, readers.tell)
    table.action(named(TURN_PAGE), readers.turn, readers.tell)
    table.action(GO_TO_THEME, readers.go, readers.tell)
    table.action(CITE, citing.press, citing.tell)
    table.action(SHARE, sharing.press, sharing.tell)
    table.app.view(SHARE)(sharing.submit)


def _feedback(table: Table, feedback: Feedback) -> None:
    table.action(FEEDBACK, feedback.pressed, feedback.tell)
    table.app.view(FEEDBACK)(feedback.submit)


def _shortcuts(table: Table, parts: ShortcutParts) -> None:
    searches, finding = parts.searches, parts.finding
    table.global_shortcut(SEARCH_STATEMENT, searches.open, searches.tell)
    table.message_shortcut(FIND_IN_STATEMENT, finding.find, finding.tell)
    table.app.options(PICK_SUBJECT)(searches.suggest)
    table.app.view(SEARCH)(searches.submit)
    table.action(SEARCH_AGAIN, searches.again, searches.tell_above)


def _home(table: Table, parts: Parts) -> None:
    home = parts.home
    table.event("app_home_opened", home.opened, home.apologize, [home.shown])
    table.action(SEARCH_HOME, home.search, home.tell)
    table.action(numbered(BROWSE_THEME), home.browse, home.tell)
    table.action(CHOOSE_LANGUAGE, home.choose, home.tell)
    table.action(SHOW_HELP, home.help, home.tell)
    if isinstance(parts.digests, DigestParts):
        digests = parts.digests.home
        table.action(named(HOME_DIGEST), digests.pressed, digests.tell)
        table.action(SET_UP_DIGEST, digests.begin, digests.tell)


def _links(table: Table, parts: LinkParts) -> None:
    unfurls, steps = parts.unfurls, parts.steps
    table.event("link_shared", unfurls.shared, unfurls.tell)
    table.function(FIND_PASSAGE, steps.find_passage, steps.tell)
    table.function(_ANYTHING, steps.unknown, steps.tell)


def _leaving(table: Table, leaving: Leaving) -> None:
    """Done before they are acknowledged, and as often as they come: what failed comes again."""
    table.app.event(UNINSTALLED)(leaving.uninstalled)
    table.app.event(REVOKED)(leaving.revoked)
    table.app.event(WITHDRAWN)(leaving.withdrawn)


def _leftovers(table: Table, leftovers: Leftovers) -> None:
    """What nothing else answers, so it comes last."""
    unknown = table.failures.guarded(leftovers.unknown, leftovers.tell)
    table.action(_ANYTHING, leftovers.unknown, leftovers.tell)
    table.app.shortcut(_ANYTHING)(ack=acknowledge, lazy=[unknown])
    table.app.view(_ANYTHING)(leftovers.submitted)
    table.app.view_closed(_ANYTHING)(acknowledge)
    table.app.options(_ANYTHING)(leftovers.suggest)

"""The pages on which somebody installs the bot, and what came of it."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from bot.core.statement import Language, Statement
from bot.rendering.page import anchor, heading, listed, page, paragraph, quotation
from bot.rendering.phrases import passage_name
from bot.rendering.words import InstallWords, install_words_in

_ID = re.compile("[A-Z0-9]{1,32}")


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages in one language: by the app's name, what it quotes and where it is installed."""

    name: str
    statement: Statement
    optional: tuple[str, ...]
    begin: str
    language: Language

    @property
    def _words(self) -> InstallWords:
        return install_words_in(self.language)

    def install(self, authorize: str) -> str:
        """What the bot is, and the button that leads to Slack."""
        words, statement = self._words, self.statement
        first = statement.themes[0].passages[0]
        granted = tuple(words.granted.get(scope, scope) for scope in self.optional)
        body = (
            paragraph(words.lead.format(title=statement.title.to(self.language)))
            + anchor(words.add, authorize, button=True)
            + quotation(first.quote, passage_name(statement, first, self.language))
            + listed(words.points)
            + (paragraph(words.optional) + listed(granted) if granted else "")
            + paragraph(words.privacy, "soft")
        )
        other: Language = "en" if self.language == "ko" else "ko"
        switch = anchor(words.switch, f"{self.begin}?lang={other}", language=other)
        return page(words.add, self.name, body, self.language, switch)

    def installed(self, done: "Installed") -> str:
        """Where it is installed, what to do now, and what was left out."""
        words = self._words
        body = listed(words.steps, ordered=True)
        if done.organisation_wide and done.choose_workspaces:
            choose = anchor(words.choose_workspaces, done.choose_workspaces, button=True)
            body = paragraph(words.organisation_next) + choose + heading(words.next) + body
        else:
            body = heading(words.next) + body + anchor(words.open_slack, done.open_slack, True)
        if left_out := self._left_out(done.scopes):
            body += heading(words.left_out) + listed(left_out)
            body += paragraph(words.add_later, "soft")
        title = words.installed.format(where=done.where or "Slack")
        return page(title, self.name, body, self.language)

    def cancelled(self) -> str:
        """Nothing was installed, and that is no error."""
        return self._ended(self._words.cancelled, self._words.cancelled_why)

    def expired(self) -> str:
        """The way back from Slack does not fit to the way there."""
        return self._ended(self._words.expired, self._words.expired_why)

    def failed(self, id: str) -> str:
        """It did not work; the log tells more under that id."""
        return self._ended(self._words.failed, self._words.failed_why.format(id=id))

    def _ended(self, title: str, why: str) -> str:
        body = paragraph(why) + anchor(self._words.again, self.begin, button=True)
        return page(title, self.name, body, self.language)

    def _left_out(self, scopes: Collection[str]) -> tuple[str, ...]:
        words = self._words
        return tuple(
            words.declined.get(scope, words.declined_other.format(scope=scope))
            for scope in self.optional
            if scope not in scopes
        )


@dataclass(frozen=True, slots=True)
class Installed:
    """What Slack says of an installation that is done; ids that are none lead nowhere."""

    app: str
    team: str
    enterprise: str
    where: str
    scopes: frozenset[str]
    organisation_wide: bool

    @property
    def open_slack(self) -> str:
        """https://docs.slack.dev/interactivity/deep-linking"""
        if not _ID.fullmatch(self.team):
            return "https://app.slack.com/"
        return f"https://app.slack.com/client/{self.team}"

    @property
    def choose_workspaces(self) -> str:
        """https://docs.slack.dev/enterprise/organization-ready-apps ; empty without ids."""
        if not (_ID.fullmatch(self.enterprise) and _ID.fullmatch(self.app)):
            return ""
        return (
            f"https://app.slack.com/manage/{self.enterprise}/integrations/profile/{self.app}"
            "/workspaces/add"
        )

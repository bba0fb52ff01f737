"""The first message: to whoever installed the bot, once, and to nobody else."""

import logging
from concurrent.futures import Executor
from dataclasses import dataclass
from http.client import HTTPException

from slack_sdk.errors import SlackClientError
from slack_sdk.oauth.installation_store import Installation

from bot.core.statement import Language, Statement
from bot.installing.calling import Calling, Unwilling
from bot.rendering.message import payload_of
from bot.rendering.welcoming import render_welcome

_LOG = logging.getLogger("bot.installing")
_NOT_NOW = (Unwilling, SlackClientError, OSError, HTTPException)


@dataclass(frozen=True, slots=True)
class Welcoming:
    """Greets installers while the page is on its way to them."""

    statement: Statement
    api_url: str
    executor: Executor

    def greet(self, installation: Installation, language: Language) -> None:
        """Send the message in a moment; in their Slack's language, or else in their browser's."""
        self.executor.submit(self._greet, installation, language)

    def _greet(self, installation: Installation, language: Language) -> None:
        client = Calling(self.api_url, installation.bot_token)
        try:
            spoken = _locale(client, installation) or language
            message = render_welcome(self.statement, spoken)
            client.chat_postMessage(channel=installation.user_id, **payload_of(message))
        except _NOT_NOW as error:
            extra = {"team": installation.team_id, "error": type(error).__name__}
            _LOG.info("installer not greeted", extra=extra)


def _locale(client: Calling, installation: Installation) -> Language | None:
    """https://docs.slack.dev/reference/methods/users.info ; None where it may not be asked."""
    if "users:read" not in (installation.bot_scopes or ()):
        return None
    user = client.users_info(user=installation.user_id, include_locale=True).get("user")
    locale = user.get("locale") if isinstance(user, dict) else None
    if not isinstance(locale, str):
        return None
    return "ko" if locale.startswith("ko") else "en"

"""Which token a request is answered with; Slack is not asked, and the database not waited for."""

from dataclasses import dataclass
from typing import Any

from slack_bolt import BoltContext
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.authorize import Authorize
from slack_sdk.oauth.installation_store import Bot

from bot.core.errors import NotInstalled, StorageAway
from bot.installing.lookups import Lookups, Whose


@dataclass(frozen=True, slots=True)
class Authorizing(Authorize):
    """Authorizes what comes from a workspace that has installed the bot.

    Raises NotInstalled for all others, and StorageAway where nobody can say. What can be answered
    without a token, by the acknowledgement or by its response_url, is answered even then: a
    document that is public is no secret.
    """

    lookups: Lookups
    address: str

    def __call__(
        self,
        *,
        context: BoltContext,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None,
        **others: Any,
    ) -> AuthorizeResult:
        """The token and the rights of the bot in the workspace that asks."""
        whose = Whose(enterprise_id, team_id, bool(context.is_enterprise_install))
        try:
            bot = self.lookups.bot(whose)
        except StorageAway:
            if context.response_url is None:
                raise
            return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, user_id=user_id)
        if bot is None:
            raise NotInstalled(self.address)
        return _result(bot, whose, user_id)


def _result(bot: Bot, whose: Whose, user_id: str | None) -> AuthorizeResult:
    return AuthorizeResult(
        enterprise_id=whose.enterprise,
        team_id=whose.team,
        user_id=user_id,
        bot_token=bot.bot_token,
        bot_id=bot.bot_id,
        bot_user_id=bot.bot_user_id,
        bot_scopes=bot.bot_scopes,
    )

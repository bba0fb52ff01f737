"""Which token a request is answered with, where there is one workspace."""

from dataclasses import dataclass, field
from typing import Any

from slack_bolt import BoltContext
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.authorize import Authorize


@dataclass(frozen=True, slots=True)
class Constant(Authorize):
    """One workspace's token for every request, without a call to auth.test.

    So a slash command is answered while the Web API is down. The bot's own id stays unknown:
    its messages are told by their bot_id (payloads.said_in).
    """

    bot_token: str = field(repr=False)

    def __call__(
        self,
        *,
        context: BoltContext,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None,
        **others: Any,
    ) -> AuthorizeResult:
        """The same token, whoever asks."""
        return AuthorizeResult(
            enterprise_id=enterprise_id, team_id=team_id, user_id=user_id, bot_token=self.bot_token
        )

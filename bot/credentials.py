"""Asks Slack once, at start, whether it knows the tokens; a bot is not started with a wrong one."""

import logging

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.core.errors import BadSettings
from bot.settings import APP_TOKEN, BOT_TOKEN, Setting, Settings

PATIENCE = 5
# https://docs.slack.dev/reference/methods/auth.test and .../apps.connections.open, "Errors"
_REFUSALS = frozenset(
    "invalid_auth not_authed account_inactive token_revoked token_expired no_permission"
    " not_allowed_token_type missing_scope access_denied invalid_token".split()
)
_LOG = logging.getLogger(__name__)


def confirm(settings: Settings) -> str | None:
    """The id of the bot's workspace; where Slack is away, None and a warning. Of many, None.

    Raises BadSettings where Slack refuses the bot's token.
    """
    if settings.many:
        return None
    client = WebClient(settings.bot_token, base_url=settings.api_url, timeout=PATIENCE)
    client.retry_handlers = []
    try:
        return client.auth_test().get("team_id")
    except SlackApiError as error:
        raise_if_refused(error, BOT_TOKEN)
        _LOG.warning("auth.test failed, going on", extra={"error": code(error)})
    except Exception as error:
        _LOG.warning("auth.test failed, going on", extra={"error": type(error).__name__})
    return None


def raise_if_refused(error: SlackApiError, token: Setting) -> None:
    """Raise BadSettings where the error says that the token is wrong, rather than that Slack is."""
    if (refusal := code(error)) in _REFUSALS:
        what = "an App-Level Token with connections:write" if token is APP_TOKEN else "its token"
        raise BadSettings(
            (
                f"{token.name}: Slack refuses it ({refusal}):"
                f" install the app again and copy {what} anew.",
            )
        ) from None


def code(error: SlackApiError) -> str:
    """Slack's name for the error, `unreadable` where the answer was not Slack's."""
    answer = getattr(error.response, "data", error.response)
    named = answer.get("error") if isinstance(answer, dict) else None
    return named if isinstance(named, str) else "unreadable"

"""Tells a channel who set up its digest, and finds out whether the bot is in there."""

import logging
from dataclasses import dataclass
from http.client import HTTPException

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.core.statement import Statement
from bot.listeners.speaking import slacks_word
from bot.rendering.digest_replies import Saved, render_announcement
from bot.rendering.message import payload_of

# A private channel that the bot is not in does not exist for it.
_NOT_THERE = frozenset(("not_in_channel", "channel_not_found"))
_LOG = logging.getLogger("bot.digests")


@dataclass(frozen=True, slots=True)
class Announcing:
    """Speaks to channels about their digests."""

    statement: Statement

    def invited(self, client: WebClient, saved: Saved) -> bool:
        """Tell the channel; False where the bot has to be invited first."""
        message = payload_of(render_announcement(self.statement, saved))
        try:
            client.chat_postMessage(channel=saved.subscription.channel, **message)
        except (SlackClientError, OSError, HTTPException) as error:
            word = slacks_word(error)
            if word in _NOT_THERE:
                return False
            extra = {"team": saved.subscription.team, "error": type(error).__name__, "slack": word}
            _LOG.warning("not announced", extra=extra)
        return True

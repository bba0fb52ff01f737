"""Tells a channel who set up its digest, and finds out whether the bot is in there."""

import logging
from dataclasses import dataclass, replace
from http.client import HTTPException

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.listeners.planning import Planning
from bot.listeners.speaking import slacks_word
from bot.rendering.digest_replies import Saved, render_announcement
from bot.rendering.message import payload_of

# A private channel that the bot is not in does not exist for it.
_NOT_THERE = frozenset(("not_in_channel", "channel_not_found"))
_LOG = logging.getLogger("bot.digests")


@dataclass(frozen=True, slots=True)
class Announcing:
    """Speaks to channels about their digests."""

    planning: Planning

    def announced(self, client: WebClient, saved: Saved) -> Saved | None:
        """What was saved, once the channel was told; whether the bot has to be invited first.

        None where it never can be: two people's direct message, whose digest is taken back.
        """
        if self._told(client, saved):
            return saved
        if saved.subscription.channel.startswith("D"):
            self.planning.store.remove(saved.subscription.id)
            return None
        return replace(saved, uninvited=True)

    def _told(self, client: WebClient, saved: Saved) -> bool:
        """Whether the channel could be told, for all that Slack says of it."""
        message = payload_of(render_announcement(self.planning.statement, saved))
        try:
            client.chat_postMessage(channel=saved.subscription.channel, **message)
        except (SlackClientError, OSError, HTTPException) as error:
            word = slacks_word(error)
            if word in _NOT_THERE:
                return False
            extra = {"team": saved.subscription.team, "error": type(error).__name__, "slack": word}
            _LOG.warning("not announced", extra=extra)
        return True

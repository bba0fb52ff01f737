"""Slack as an installation calls it: once a method, for so long, and a refusal keeps its word."""

import logging
import re
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

# Seconds; whoever installs looks at a page that loads.
PATIENCE = 10
_WORD = re.compile("[a-z_]{1,60}")


class Unwilling(Exception):
    """Slack refuses, for the reason that its word gives; empty where it gave none."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.word = word


class Calling(WebClient):
    """The SDK's client; its own logger would print a code, with which a token can be had."""

    def __init__(self, api_url: str, token: str | None = None) -> None:
        silent = logging.getLogger("bot.quiet.installing")
        silent.setLevel(logging.CRITICAL)
        super().__init__(
            token, base_url=api_url, timeout=PATIENCE, retry_handlers=[], logger=silent
        )
        self.quiet = silent

    def api_call(self, *args: Any, **kwargs: Any) -> Any:
        """The SDK's call; a SlackApiError would be taken by Bolt for a used code, and dropped."""
        try:
            return super().api_call(*args, **kwargs)
        except SlackApiError as error:
            answer = getattr(error.response, "data", None)
            word = answer.get("error") if isinstance(answer, dict) else None
            known = word if isinstance(word, str) and _WORD.fullmatch(word) else ""
            raise Unwilling(known) from None

"""Modals as Slack takes them: https://docs.slack.dev/reference/views/modal-views"""

from collections.abc import Sequence
from typing import Any

from bot.core.statement import Language
from bot.rendering import blocks, limits
from bot.rendering.blocks import Block
from bot.rendering.message import Message
from bot.rendering.words import words_in

View = dict[str, Any]
# The modal that only says something; nothing can be submitted in it.
NOTICE = "notice"


def modal(
    callback_id: str,
    title: str,
    shown: Sequence[Block],
    *,
    close: str,
    submit: str = "",
    remembers: str = "",
) -> View:
    """A modal; `remembers` comes back with whatever is done in it, and can be forged."""
    view: View = {
        "type": "modal",
        "callback_id": callback_id,
        "title": blocks.plain(limits.cut(title, limits.MODAL_TITLE)),
        "close": blocks.plain(close),
        "private_metadata": remembers,
        "blocks": list(shown),
    }
    return {**view, "submit": blocks.plain(submit)} if submit else view


def notice(message: Message, language: Language) -> View:
    """A message in a modal of its own."""
    words = words_in(language)
    return modal(NOTICE, words.notice, message.blocks, close=words.close)

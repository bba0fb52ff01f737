"""What the bot says at one time, ready for any of Slack's doors."""

from dataclasses import dataclass
from typing import Any

from bot.rendering.blocks import Block


@dataclass(frozen=True, slots=True)
class Message:
    """`text` holds everything, whole, in mrkdwn: screen readers and notifications get only that.

    https://docs.slack.dev/reference/methods/chat.postMessage
    """

    text: str
    blocks: tuple[Block, ...] = ()


def payload_of(message: Message) -> dict[str, Any]:
    """The message as every door of Slack takes it; its links do not unfold below it."""
    return {
        "text": message.text,
        "blocks": list(message.blocks),
        "unfurl_links": False,
        "unfurl_media": False,
    }

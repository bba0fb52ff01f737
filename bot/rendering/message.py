"""What the bot says at one time, ready for any of Slack's doors."""

from dataclasses import dataclass

from bot.rendering.blocks import Block


@dataclass(frozen=True, slots=True)
class Message:
    """`text` holds everything, whole, in mrkdwn: screen readers and notifications get only that.

    https://docs.slack.dev/reference/methods/chat.postMessage
    """

    text: str
    blocks: tuple[Block, ...] = ()

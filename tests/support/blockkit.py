"""Every message that a test produces, held against the stand-in's rules and the bot's own."""

from collections.abc import Mapping
from typing import Any

from bot.playground.checking import faults, texts, units
from bot.playground.elements import elements

__all__ = ["check", "texts"]

Piece = Mapping[str, Any]
# Well below what Slack has been seen to refuse.
MOST_TEXT = 10_000
MOST_TOP_LEVEL_TEXT = 40_000


def check(message: Piece) -> None:
    """Raise AssertionError, with a pointer, where Slack would refuse or cut the message."""
    text = message.get("text")
    assert isinstance(text, str) and text.strip(), "top-level text is missing"
    assert units(text) <= MOST_TOP_LEVEL_TEXT, f"{units(text)} characters of text"
    shown = list(message.get("blocks", []))
    found = faults(shown, "message")
    assert not found, "\n".join(map(str, found))
    for block, element in elements(shown):
        assert element.get("action_id"), f"nothing answers {element} of {block['block_id']}"
    total = sum(units(text) for text in texts(shown))
    assert total <= MOST_TEXT, f"{total} characters in all blocks"

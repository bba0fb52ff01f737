"""How Slack says no: to the bot with a short word and sometimes where and why, to people aloud."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.playground import checking, limits
from bot.playground.checking import texts, units
from bot.playground.shapes import Surface


class Unwelcome(Exception):
    """What Slack does not let a person do, in a sentence."""


class Refused(Exception):
    """A call that Slack refuses; `more` stands beside the word in the answer."""

    def __init__(self, word: str, more: Mapping[str, Any] | None = None) -> None:
        super().__init__(word)
        self.word = word
        self.more = dict(more or {})

    @property
    def answer(self) -> dict[str, Any]:
        """The body of the answer."""
        return {"ok": False, "error": self.word, **self.more}

    @property
    def verdict(self) -> str:
        """The word and the first reason, for a person to read."""
        reasons = self.more.get("response_metadata", {}).get("messages", [])
        return f"{self.word}: {reasons[0]}" if reasons else self.word


def check_blocks(blocks: object, surface: Surface = "message") -> None:
    """Raise `invalid_blocks` with every pointer where the surface cannot show the blocks."""
    refuse_for(checking.faults(blocks, surface), "invalid_blocks")


def refuse_for(found: Sequence[checking.Wrong], word: str) -> None:
    """Raise that word with what was found, if anything was."""
    if found:
        messages = [str(wrong) for wrong in found]
        raise Refused(word, {"errors": messages, "response_metadata": {"messages": messages}})


def check_message(text: str, blocks: object, most: int = limits.POSTED_TEXT) -> None:
    """Raise what Slack says of a message that it does not post."""
    if not text.strip() and not blocks:
        raise Refused("no_text")
    if units(text) > most:
        raise Refused("msg_too_long")
    if blocks:
        check_blocks(blocks)
        if sum(map(units, texts(blocks))) > limits.TEXT_OF_ALL_BLOCKS:
            raise Refused("msg_blocks_too_long")

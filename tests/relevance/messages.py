"""Whole messages, each labelled with the passages that may be quoted first; none where it has none.

They are written like chats, e-mails and minutes: one sentence about the statement among noise, or
noise alone that often speaks of alliances, trade, missiles and chips all the same.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.core.answering import Found
from bot.core.gist import answer_to
from bot.core.library import Library
from tests.relevance.scoring import Tally

HERE = Path(__file__).parent
GROUPS = ("English", "Korean", "off-topic")
_HANGUL = re.compile("[가-힣]")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One message and the ids of the passages that are right."""

    text: str
    gold: tuple[str, ...]

    @property
    def group(self) -> str:
        if not self.gold:
            return "off-topic"
        return "Korean" if _HANGUL.search(self.text) else "English"


def messages() -> list[Labelled]:
    """All labelled messages."""
    lines = (HERE / "messages.jsonl").read_text("utf-8").splitlines()
    return [Labelled(row["text"], tuple(row["gold"])) for row in map(json.loads, lines)]


def drowned() -> list[Labelled]:
    """Each message among three about other things, as in a long thread that somebody copied."""
    every = messages()
    others = [one.text for one in every if not one.gold]
    return [
        Labelled("\n\n".join(_around(message.text, others, place)), message.gold)
        for place, message in enumerate(every)
    ]


def is_right(library: Library, message: Labelled) -> bool:
    """Whether the right passage is quoted first, or nothing where nothing is."""
    found = answer_to(library, message.text)
    if not isinstance(found, Found):
        return not message.gold
    return found.matches[0].passage.id in message.gold


def score(library: Library, asked: Iterable[Labelled]) -> dict[str, Tally]:
    """Tallies for English, Korean and off-topic messages."""
    tallies = {group: Tally() for group in GROUPS}
    for message in asked:
        tallies[message.group].asked += 1
        tallies[message.group].right += is_right(library, message)
    return tallies


def _around(text: str, others: list[str], place: int) -> list[str]:
    first, second, third = (others[(place + step) % len(others)] for step in (1, 2, 3))
    return [first, text, second, third]

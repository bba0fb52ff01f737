"""Scores look-ups against labelled questions, by the rule of the acceptance scorer.

An answer is right when its first quote holds, word for word, a sentence that the set names as gold.
A question without gold is right when nothing is quoted.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
SETS = (
    *("dev", "round1", "round2", "round3", "round4"),
    *("round5", "round6", "round7", "fit"),
)
_SENTENCES = json.loads((HERE.parent / "data" / "sentences.json").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Question:
    """One labelled question; `gold` holds the sentences that answer it, none where nothing does."""

    q: str
    kind: str
    gold: tuple[str, ...]

    @property
    def group(self) -> str:
        if "offtopic" in self.kind:
            return "off-topic"
        return "Korean" if self.kind.startswith("ko") or self.kind == "mixed" else "English"


@dataclass(slots=True)
class Tally:
    """How many of how many were right, and how long the first quotes were in words."""

    right: int = 0
    asked: int = 0
    words: list[int] = field(default_factory=list)

    @property
    def share(self) -> float:
        return self.right / self.asked


def questions(name: str) -> list[Question]:
    """The labelled questions of one set, in its order."""
    lines = (HERE / f"{name}.jsonl").read_text("utf-8").splitlines()
    rows = (json.loads(line) for line in lines if line.strip())
    return [Question(row["q"], row["kind"], tuple(row["gold"])) for row in rows]


def folded(text: str) -> str:
    return re.sub(r"[^0-9a-z가-힣]+", " ", text.lower()).strip()


_GOLD = {sentence["id"]: folded(sentence["text"]) for sentence in _SENTENCES}


def is_right(question: Question, outcome: str, quotes: list[str]) -> bool:
    """Whether the outcome (as `ask --json` names it) and its quotes answer the question."""
    if not question.gold:
        return outcome in ("not_found", "contents", "help")
    first = folded(quotes[0]) if quotes else ""
    return outcome == "found" and any(_GOLD[gold] in first for gold in question.gold)


def score(judged: Iterable[tuple[Question, str, list[str]]]) -> dict[str, Tally]:
    """Tallies for English, Korean and off-topic questions."""
    tallies: dict[str, Tally] = {}
    for question, outcome, quotes in judged:
        tally = tallies.setdefault(question.group, Tally())
        tally.asked += 1
        tally.right += is_right(question, outcome, quotes)
        if question.gold and quotes:
            tally.words.append(len(quotes[0].split()))
    return tallies

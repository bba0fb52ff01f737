"""Holds the line: the shares of labelled questions that the bot answers right, set by set.

The lines stand a little under what `python -m bench.relevance` prints: a change of the digest may
trade one question for another, and a worse digest is seen at once.
"""

import pytest

from bot.core.library import Library
from tests.relevance.scoring import SETS, questions, score
from tests.relevance.searching import searched

LINES = {
    "dev": (0.98, 0.98, 0.98),
    "round1": (0.94, 0.94, 0.95),
    "round2": (0.90, 0.92, 0.93),
    "round3": (0.90, 0.88, 0.88),
    "round4": (0.91, 0.87, 0.93),
    "round5": (0.94, 0.92, 0.96),
    "round6": (0.94, 0.93, 0.95),
    "round7": (0.96, 0.94, 0.96),
    "fit": (0.86, 0.82, 0.88),
}
WORDS = 60
GROUPS = ("English", "Korean", "off-topic")


@pytest.mark.parametrize("name", SETS)
def test_the_line_is_held(name: str, library: Library) -> None:
    tallies = score(searched(library, question) for question in questions(name))
    for group, line in zip(GROUPS, LINES[name], strict=True):
        assert tallies[group].share >= line, f"{name}, {group}"


@pytest.mark.parametrize("name", SETS)
def test_first_quotes_are_short(name: str, library: Library) -> None:
    tallies = score(searched(library, question) for question in questions(name))
    words = [count for group in GROUPS for count in tallies[group].words]
    assert sum(words) / len(words) <= WORDS


def test_there_are_questions_enough_of_every_kind() -> None:
    asked = [question for name in SETS if name != "dev" for question in questions(name)]
    assert len(asked) >= 400
    assert {question.kind for question in asked} >= {
        *("keyword", "typo", "acronym", "synonym", "question", "fact", "snippet", "paraphrase"),
        *("mixed", "ko-keyword", "ko-typo", "ko-synonym", "ko-question", "ko-paraphrase"),
        *("offtopic", "ko-offtopic"),
    }

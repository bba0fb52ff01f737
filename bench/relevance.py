"""Prints how well the bot answers the labelled questions of tests/relevance, set by set.

.venv/bin/python -m bench.relevance [--misses]
"""

import sys

from rich.console import Console
from rich.table import Table

from bot.core.library import library_of
from bot.library.reading import read_statements
from tests.relevance.scoring import SETS, is_right, questions, score
from tests.relevance.searching import searched

GROUPS = ("English", "Korean", "off-topic")


def main() -> None:
    library = library_of(*read_statements())
    table = Table("set", *GROUPS, "words", title="right first answers; off-topic: declined")
    console = Console()
    for name in SETS:
        judged = [searched(library, question) for question in questions(name)]
        tallies = score(judged)
        shares = [f"{tallies[g].share:.3f} of {tallies[g].asked}" for g in GROUPS]
        words = [count for group in GROUPS for count in tallies[group].words]
        table.add_row(name, *shares, f"{sum(words) / len(words):.0f}")
        if "--misses" in sys.argv:
            for question, outcome, quotes in judged:
                if not is_right(question, outcome, quotes):
                    console.print(name, question, outcome, [quote[:50] for quote in quotes[:1]])
    console.print(table)


if __name__ == "__main__":
    main()

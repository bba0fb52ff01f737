"""How well the bot answers the labelled questions of tests/relevance, set by set.

.venv/bin/python -m bench.relevance [--misses]
"""

from collections import Counter

from bench.reports import Figure, Report, Size, Table, arguments, finish, size
from bot.core.library import library_of
from bot.library.reading import read_statements
from tests.relevance.scoring import SETS, Tally, is_right, questions, score
from tests.relevance.searching import searched

GROUPS = ("English", "Korean", "off-topic")
# Percent, of the dev set.
LEAST = 98


def measure(size: Size) -> Report:
    """The share of right first answers in each set."""
    library = library_of(*read_statements())
    sets = SETS if size == "full" else SETS[:1]
    tallies = {name: score(searched(library, one) for one in questions(name)) for name in sets}
    asked, right = Counter[str](), Counter[str]()
    for tally in tallies.values():
        for group in GROUPS:
            asked[group] += tally[group].asked
            right[group] += tally[group].right
    return Report(
        "The share of questions whose first quotation is right; off-topic: that are rightly"
        " declined. In brackets how many were asked; last, the words of a first quotation.",
        (
            Table(
                "right first answers",
                ("set", *GROUPS, "words"),
                tuple((name, *_row(tally)) for name, tally in tallies.items()),
            ),
        ),
        (
            *(
                Figure(
                    f"dev, {group}", 100 * tallies["dev"][group].share, "%", None, LEAST, "higher"
                )
                for group in GROUPS
            ),
            *(
                Figure(
                    f"all sets, {group}", 100 * right[group] / asked[group], "%", better="higher"
                )
                for group in GROUPS
            ),
        ),
    )


def misses() -> None:
    """Print every question that is not answered right."""
    library = library_of(*read_statements())
    for name in SETS:
        for question in questions(name):
            _, outcome, quotes = searched(library, question)
            if not is_right(question, outcome, quotes):
                print(name, question, outcome, [quote[:50] for quote in quotes[:1]])


def _row(tally: dict[str, Tally]) -> tuple[str | int, ...]:
    shares = (f"{tally[group].share:.3f} ({tally[group].asked})" for group in GROUPS)
    words = [count for group in GROUPS for count in tally[group].words]
    return (*shares, round(sum(words) / len(words)))


def main() -> None:
    told = arguments()
    told.add_argument("--misses", action="store_true", help="print what is not answered right")
    given = told.parse_args()
    if given.misses:
        misses()
    finish(given, "relevance", measure(size(given)))


if __name__ == "__main__":
    main()

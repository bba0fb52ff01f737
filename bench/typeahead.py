"""How long it takes to suggest themes and passages to somebody who is typing.

    .venv/bin/python -m bench.typeahead

Labelled queries of tests/relevance are typed letter by letter. The time is that of the menu's
options, ready to be sent.
"""

import time
from random import Random

from bench.reports import Figure, Report, Size, Table, percentile, run
from bot.core.library import library_of
from bot.core.suggesting import Typeahead
from bot.library.reading import read_statements
from bot.rendering.search_modal import suggested_groups
from tests.relevance.scoring import SETS, questions

QUERIES, FEW = 200, 5
LONGEST = 24
LATEST = 100


def milliseconds(typeahead: Typeahead, typed: str) -> float:
    """One keystroke's options."""
    start = time.perf_counter()
    suggested_groups(typeahead.suggest(typed), "en")
    return 1_000 * (time.perf_counter() - start)


def measure(size: Size) -> Report:
    """Each keystroke of some queries."""
    most = QUERIES if size == "full" else FEW
    queries = sorted({question.q for name in SETS for question in questions(name)})
    Random(70).shuffle(queries)
    typed = [query[:end] for query in queries[:most] for end in range(1, min(len(query), LONGEST))]
    start = time.perf_counter()
    typeahead = Typeahead(library_of(*read_statements()))
    built = time.perf_counter() - start
    times = [milliseconds(typeahead, one) for one in typed]
    half, late, longest = (percentile(times, share) for share in (0.5, 0.99, 1.0))
    return Report(
        "Queries are typed letter by letter; each keystroke is answered with a menu of themes and"
        " passages, ready to be sent.",
        (
            Table(
                "one keystroke, in milliseconds",
                ("queries", "keystrokes", "median", "99th percentile", "longest"),
                ((most, len(times), half, late, longest),),
            ),
        ),
        (
            Figure("keystroke, median", half, "ms"),
            Figure("keystroke, 99th percentile", late, "ms"),
            Figure("keystroke, longest", longest, "ms", most=LATEST),
            Figure("digest read, index and typeahead built", built, "s"),
        ),
    )


if __name__ == "__main__":
    run(measure)

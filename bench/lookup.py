"""How long one look-up takes on first sight of a query, and the index to build.

    .venv/bin/python -m bench.lookup

Every labelled query of tests/relevance is asked once, in an order that mixes the kinds, of an index
that has never seen it; the words it shares with earlier queries are as warm as in real use.
"""

import statistics
import time
from random import Random

from bench.reports import Figure, Plot, Report, Size, Table, percentile, run
from bot.core.answering import answer
from bot.core.library import Library, library_of
from bot.core.request import parse
from bot.library.reading import read_statements
from tests.relevance.scoring import SETS, questions

FEW = 200
SHARES = (0.5, 0.9, 0.99, 1.0)


def milliseconds(library: Library, query: str) -> float:
    """One request parsed and answered."""
    start = time.perf_counter()
    answer(library, parse(query), lambda passages: passages[0])
    return 1_000 * (time.perf_counter() - start)


def built(times: int) -> float:
    """Seconds to build the index, the median of so many."""
    statement = read_statements()[0]
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        library_of(statement)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def measure(size: Size) -> Report:
    """Each query on first sight."""
    queries = sorted({question.q for name in SETS for question in questions(name)})
    Random(70).shuffle(queries)
    library = library_of(*read_statements())
    times = [milliseconds(library, q) for q in queries[: None if size == "full" else FEW]]
    half, most, late, longest = (percentile(times, share) for share in SHARES)
    within = [(percentile(times, part / 100), float(part)) for part in range(1, 100)]
    return Report(
        "Each labelled query of tests/relevance is parsed, looked up and answered once, of an index"
        " that has never seen it; the words it shares with earlier queries are as warm as in real"
        " use.",
        (
            Table(
                "one look-up on first sight, in milliseconds",
                ("distinct queries", "median", "90th percentile", "99th percentile", "longest"),
                ((len(times), half, most, late, longest),),
            ),
        ),
        (
            Figure("distinct queries", len(times), "", better="higher"),
            Figure("first sight, median", half, "ms", most=0.5),
            Figure("first sight, 99th percentile", late, "ms", most=3),
            Figure("first sight, longest", longest, "ms"),
            Figure("index built", built(5 if size == "full" else 1), "s", most=0.5),
        ),
        (
            Plot(
                "Look-ups on first sight: the share that is done",
                *("milliseconds", "% of the queries", {"this bot": within}),
            ),
        ),
    )


if __name__ == "__main__":
    run(measure)

"""Prints how long one look-up takes on first sight of a query, and the index to build.

    .venv/bin/python -m bench.lookup

Every labelled query of tests/relevance is asked once, in an order that mixes the kinds, of an index
that has never seen it; the words it shares with earlier queries are as warm as in real use.
"""

import platform
import statistics
import time
from random import Random

from rich.console import Console

from bot.core.answering import answer
from bot.core.library import Library, library_of
from bot.core.request import parse
from bot.library.reading import read_statements
from tests.relevance.scoring import SETS, questions

BUILDS = 5


def milliseconds(library: Library, query: str) -> float:
    """One request parsed and answered."""
    start = time.perf_counter()
    answer(library, parse(query), lambda passages: passages[0])
    return 1_000 * (time.perf_counter() - start)


def built() -> float:
    """Seconds to build the index, the median of a few."""
    statement = read_statements()[0]
    times = []
    for _ in range(BUILDS):
        start = time.perf_counter()
        library_of(statement)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def main() -> None:
    queries = sorted({question.q for name in SETS for question in questions(name)})
    Random(70).shuffle(queries)
    library = library_of(*read_statements())
    times = sorted(milliseconds(library, query) for query in queries)
    console = Console(highlight=False)
    console.print(f"{platform.machine()}, Python {platform.python_version()}")
    console.print(f"index built in {built():.2f} s (median of {BUILDS})")
    console.print(f"{len(times)} distinct queries, each on first sight:")
    for share in (0.5, 0.9, 0.99, 1.0):
        place = min(len(times) - 1, int(share * len(times)))
        console.print(f"  p{share * 100:g}: {times[place]:.2f} ms")


if __name__ == "__main__":
    main()

"""One signed command in process, from its bytes to the response's, beside an empty Bolt handler.

    .venv/bin/python -m bench.request

Both stand behind the same door with the same settings of Bolt, and are asked in turn. The bot
counts and writes its line in the log, to nowhere, as `alliance serve` does. On first sight of a
query its library is one that has never seen it.
"""

import json
import statistics
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random

from slack_sdk.signature import SignatureVerifier

from bench.in_process import an_empty_one, command, logging_to_nowhere, taken, the_bots
from bench.reports import Figure, Report, Size, Table, percentile, run
from bot.core.answering import answer
from bot.core.library import Library, library_of
from bot.core.request import parse
from bot.core.statement import Statement
from bot.library.reading import read_statements
from bot.rendering.answers import render
from bot.rendering.message import payload_of
from bot.web import Door
from bot.web.reading import request_in
from tests.relevance.scoring import SETS, questions
from tests.support.web_api import SECRET

QUERIES = {"full": 600, "small": 40}
# Libraries that have seen nothing yet.
ROUNDS = {"full": 3, "small": 1}
# How often each query is asked again, in each round.
AGAIN = 5
# Queries before those that are timed: a process that has just started is not what is measured.
WARM = 100
VERIFIER = SignatureVerifier(SECRET)


@dataclass
class Times:
    """Milliseconds: of an empty handler, and of the bot on first sight and on repeat."""

    empty: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    repeat: list[float] = field(default_factory=list)


def measure(size: Size) -> Report:
    """All of it; there is no server and no network."""
    warm, queries = _queries(QUERIES[size])
    statement, times = read_statements()[0], Times()
    with logging_to_nowhere(), ThreadPoolExecutor(4) as threads:
        for _ in range(ROUNDS[size]):
            bot = the_bots(library_of(statement), threads)
            _ask_in_turn(bot, an_empty_one(), warm, queries, times)
    return Report(
        f"{len(queries)} distinct queries, each {len(times.first) // len(queries)} times on first"
        f" sight and {len(times.repeat) // len(queries)} times when it had been asked before.",
        (_compared(times), _stages(statement, warm, queries, times)),
        _figures(times),
    )


def _queries(count: int) -> tuple[list[str], list[str]]:
    """Queries to grow warm with, and others to be timed, of every kind."""
    found = sorted({question.q for name in SETS for question in questions(name)})
    Random(70).shuffle(found)
    return found[:WARM], found[WARM : WARM + count]


def _ask_in_turn(
    bot: Door, empty: Door, warm: Sequence[str], queries: Sequence[str], times: Times
) -> None:
    for query in warm:
        taken(empty, query)
        taken(bot, query)
    for query in queries:
        times.empty.append(taken(empty, query))
        times.first.append(taken(bot, query))
    for query in AGAIN * list(queries):
        times.empty.append(taken(empty, query))
        times.repeat.append(taken(bot, query))


def _compared(times: Times) -> Table:
    base = statistics.median(times.empty)
    rows = tuple(
        (name, statistics.median(found), percentile(found, 0.99), statistics.median(found) / base)
        for name, found in (
            ("an empty Bolt handler", times.empty),
            ("the bot, on first sight", times.first),
            ("the bot, asked before", times.repeat),
        )
    )
    columns = ("what answers", "median ms", "p99 ms", "times empty")
    return Table("from signed bytes to response bytes", columns, rows)


def _stages(
    statement: Statement, warm: Sequence[str], queries: Sequence[str], times: Times
) -> Table:
    """Each stage's median by itself; the rest is middlewares, counting and the log's line."""
    library = library_of(statement)
    for query in warm:
        _stage_times(library, query)
    stages = zip(*(_stage_times(library, query) for query in queries), strict=True)
    read, looked_up, rendered, encoded = map(statistics.median, stages)
    bolts = statistics.median(times.empty) - read
    answered = looked_up + rendered + encoded
    first, repeat = statistics.median(times.first), statistics.median(times.repeat)
    rows = (
        ("read and verify", read, read),
        ("the rest of an empty handler", bolts, bolts),
        ("look up", looked_up, 0.0),
        ("render", rendered, 0.0),
        ("encode", encoded, 0.0),
        ("the rest of the bot", first - read - bolts - answered, repeat - read - bolts),
    )
    return Table("by stage", ("stage", "first sight ms", "repeat ms"), rows)


def _stage_times(library: Library, query: str) -> tuple[float, ...]:
    """Milliseconds for reading and verifying, for looking up, for rendering and for encoding."""
    environ = command(query)
    stamp = environ["HTTP_X_SLACK_REQUEST_TIMESTAMP"]
    moments = [time.perf_counter()]
    request = request_in(environ)
    assert VERIFIER.is_valid(request.raw_body, stamp, environ["HTTP_X_SLACK_SIGNATURE"])
    moments.append(time.perf_counter())
    found = answer(library, parse(query), lambda passages: passages[0])
    moments.append(time.perf_counter())
    message = render(found, "en")
    moments.append(time.perf_counter())
    json.dumps(payload_of(message))
    moments.append(time.perf_counter())
    return tuple(1000 * (later - earlier) for earlier, later in pairwise(moments))


def _figures(times: Times) -> tuple[Figure, ...]:
    first, repeat = statistics.median(times.first), statistics.median(times.repeat)
    empty = statistics.median(times.empty)
    return (
        Figure("first sight, median", first, "ms", most=0.8),
        Figure("first sight, p99", percentile(times.first, 0.99), "ms"),
        Figure("repeat, median", repeat, "ms", most=0.3),
        Figure("repeat, p99", percentile(times.repeat, 0.99), "ms"),
        Figure("an empty Bolt handler, median", empty, "ms"),
        Figure("repeat, in empty Bolt handlers", repeat / empty, "times"),
    )


if __name__ == "__main__":
    run(measure)

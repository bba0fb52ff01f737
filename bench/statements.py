"""What the real statement costs to look up in, and how well it is found, beside 10 to 1,000 others.

Each size is measured in a process of its own, on every labelled question of tests/relevance, on
first sight: as it is, and afterwards, when its words were seen, with the statement named before a
colon or at the end. A look-up's time is the processor's, so that a busy machine does not count.
"""

import json
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from resource import RUSAGE_SELF, getrusage

from bench.distractors import distractors
from bench.reports import Figure, Plot, Report, Size, Table, percentile, run
from bot.core.answering import answer
from bot.core.library import Library, library_of
from bot.core.request import parse
from bot.library.reading import read_statements
from tests.relevance.scoring import SETS, Question, is_right, questions
from tests.relevance.searching import searched

OTHERS = {"full": (0, 10, 100, 1_000), "small": (0, 10)}
ASKED = {"full": 2_000, "small": 100}
MEGABYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Asked:
    """How questions went: times in milliseconds, the share that was answered right or declined."""

    p50: float
    p99: float
    right: float
    declined: float


@dataclass(frozen=True, slots=True)
class Measured:
    """One library: seconds to build it, and those of the processor; bytes of memory.

    `resident` leaves out what the process held before, the statements' own text among it.
    """

    statements: int
    passages: int
    build: float
    busy: float
    resident: int
    whole_process: int
    plain: Asked
    named: Asked


def measure(size: Size) -> Report:
    """Every size of library, the smallest first."""
    found = [_in_a_process(others, ASKED[size]) for others in OTHERS[size]]
    return Report(
        told=f"{ASKED[size]:,} labelled questions, each on first sight, asked of one statement and"
        " of the same beside others that speak of the same things in the same words.",
        tables=(_costs(found), _quality(found)),
        figures=tuple(_figures(found)),
        plots=tuple(_plots(found)),
    )


def tell(others: int, asked: int) -> None:
    """Measure here, and print what was found for the process that asked."""
    (original,) = read_statements()
    statements = (original, *distractors(original, others))
    before, started, idle = _resident(), time.perf_counter(), time.process_time()
    library = library_of(*statements)
    build, busy = time.perf_counter() - started, time.process_time() - idle
    plain = _asked(library, asked, named=False)
    named = _asked(library, asked, named=True) if others else plain
    passages = sum(len(theme.passages) for one in statements for theme in one.themes)
    resident = _resident()
    found = Measured(
        *(len(statements), passages, build, busy, resident - before, resident), plain, named
    )
    print(json.dumps(asdict(found)))


def _in_a_process(others: int, asked: int) -> Measured:
    code = f"from bench.statements import tell; tell({others}, {asked})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    plain, named = Asked(**found.pop("plain")), Asked(**found.pop("named"))
    return Measured(**found, plain=plain, named=named)


def _asked(library: Library, count: int, named: bool) -> Asked:
    """The same questions for every library, the kinds mixed."""
    every = list({question.q: question for name in SETS for question in questions(name)}.values())
    Random(70).shuffle(every)
    slug = library.statements[0].slug
    times, right = [], {True: [], False: []}
    for place, question in enumerate(every[:count]):
        words = question.q
        if named:
            words = f"{words} {slug}" if place % 2 else f"{slug}: {words}"
        asked = Question(words, question.kind, question.gold)
        started = time.process_time()
        answer(library, parse(asked.q), lambda passages: passages[0])
        times.append(1_000 * (time.process_time() - started))
        right[bool(question.gold)].append(is_right(*searched(library, asked)))
    shares = [sum(right[gold]) / max(len(right[gold]), 1) for gold in (True, False)]
    return Asked(percentile(times, 0.5), percentile(times, 0.99), *shares)


def _resident() -> int:
    """Bytes of memory that the process holds; where that is not told, the most it ever held."""
    try:
        pages = int(Path("/proc/self/statm").read_text("utf-8").split()[1])
    except OSError:
        return getrusage(RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1_024)
    return pages * 4_096


def _costs(found: list[Measured]) -> Table:
    columns = (
        *("statements", "passages", "build s", "of that busy s", "MB", "process MB"),
        *("p50 ms", "p99 ms", "named p50", "named p99"),
    )
    rows = (
        (
            *(one.statements, one.passages, one.build, one.busy),
            *(one.resident / MEGABYTES, one.whole_process / MEGABYTES),
            *(one.plain.p50, one.plain.p99, one.named.p50, one.named.p99),
        )
        for one in found
    )
    return Table("what it costs", columns, tuple(rows))


def _quality(found: list[Measured]) -> Table:
    columns = ("statements", "right first", "off-topic declined", "named: right first", "declined")
    rows = (
        (
            one.statements,
            *(one.plain.right, one.plain.declined, one.named.right, one.named.declined),
        )
        for one in found
    )
    return Table("how well the real statement is found", columns, tuple(rows))


def _figures(found: list[Measured]) -> list[Figure]:
    one, most = found[0], found[-1]
    lost = one.plain.right - min(each.named.right for each in found)
    growth = most.plain.p50 / found[-2].plain.p50
    figures = [
        Figure("look-up p99 among the most statements", most.plain.p99, "ms", most=10),
        Figure("look-up p99 there when named", most.named.p99, "ms", most=10),
        Figure("index built there", most.build, "s", most=60),
        Figure("resident there", most.whole_process / MEGABYTES, "MB", most=2_000),
        Figure("right first lost when named", lost, "", most=0.03),
        Figure("look-up p50 of one statement alone", one.plain.p50, "ms"),
    ]
    if len(found) > 2:
        figures.append(Figure("look-up p50 for ten times the passages", growth, "times", most=3))
    return figures


def _plots(found: list[Measured]) -> list[Plot]:
    def line(*path: str) -> list[tuple[float, float]]:
        return [(one.passages, float(getattr(getattr(one, path[0]), path[1]))) for one in found]

    times = {
        "p50": line("plain", "p50"),
        "p99": line("plain", "p99"),
        "named, p99": line("named", "p99"),
    }
    memory = {"this process": [(one.passages, one.whole_process / MEGABYTES) for one in found]}
    return [
        Plot("Look-up as the library grows", "passages", "ms", times, logarithmic=True),
        Plot("Memory as the library grows", "passages", "MB", memory, logarithmic=True),
    ]


if __name__ == "__main__":
    run(measure)

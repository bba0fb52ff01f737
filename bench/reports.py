"""What a program under bench/ found, printed as tables and kept as JSON in bench/results.

Every program is `run(measure)`: `measure` takes a Size and returns a Report. One with options of
its own parses `arguments()` with them added, and then calls `finish`.

    python -m bench.NAME           at its full size, printed
    python -m bench.NAME --small   at its smallest size, to see that it still works
    python -m bench.NAME --keep    printed, and kept for docs/benchmarks.md and README
"""

import argparse
import json
import os
import platform
import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from rich.console import Console
from rich.table import Table as Printed

RESULTS = Path(__file__).parent / "results"
Size = Literal["full", "small"]
Cell = str | int | float


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of a comparison; ours and what it is measured against, from the same run."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that is claimed or compared: its name is unique in its program.

    `most` and `least` are what it must not be above or below; `better` says which way is good.
    """

    name: str
    value: float
    unit: str
    most: float | None = None
    least: float | None = None
    better: Literal["lower", "higher"] = "lower"

    @property
    def reached(self) -> bool:
        """Whether it is within what it must be; true where nothing is asked."""
        above = self.most is not None and self.value > self.most
        below = self.least is not None and self.value < self.least
        return not (above or below)


@dataclass(frozen=True, slots=True)
class Plot:
    """Lines of points, ours first: each name has its (x, y) in order of x.

    Where each name has a single point, they are drawn as bars, as long as y. `logarithmic` is
    for an x that grows by factors; y is then drawn so too where it spans more than a decade.
    """

    title: str
    x: str
    y: str
    lines: Mapping[str, Sequence[tuple[float, float]]]
    logarithmic: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """All that one program found, and a sentence or two about how."""

    told: str
    tables: tuple[Table, ...] = ()
    figures: tuple[Figure, ...] = ()
    plots: tuple[Plot, ...] = ()


@dataclass(frozen=True, slots=True)
class Machine:
    """Where it was measured."""

    processor: str = field(default_factory=lambda: _processor())
    cores: int = field(default_factory=lambda: len(os.sched_getaffinity(0)))
    python: str = field(default_factory=platform.python_version)
    system: str = field(default_factory=platform.system)


def run(measure: Callable[[Size], Report]) -> None:
    """Measure at the size that the command line asks for, print it, and keep it where asked."""
    given = arguments().parse_args()
    finish(given, _program(measure), measure(size(given)))


def arguments() -> argparse.ArgumentParser:
    """What every program can be told."""
    told = argparse.ArgumentParser()
    told.add_argument("--small", action="store_true", help="the smallest size that still works")
    told.add_argument("--keep", action="store_true", help="write it to bench/results")
    return told


def size(given: argparse.Namespace) -> Size:
    """The size that was asked for."""
    return "small" if given.small else "full"


def finish(given: argparse.Namespace, program: str, report: Report) -> None:
    """Print the report, and keep it under the program's name where asked."""
    show(report)
    # Made in any case, so that a trial at the smallest size finds what cannot be kept.
    text = _text(report, size(given))
    if given.keep:
        _write(program, text)


def show(report: Report) -> None:
    """Print the tables and the figures, each beside what it must reach."""
    console = Console(highlight=False, markup=False, emoji=False)
    console.print(report.told)
    for table in report.tables:
        printed = Printed(*table.columns, title=table.title, title_justify="left")
        for row in table.rows:
            printed.add_row(*(shown(cell) for cell in row))
        console.print(printed)
    for figure in report.figures:
        console.print(f"{figure.name}: {shown(figure.value)} {figure.unit}{_judged(figure)}")


def shown(cell: Cell) -> str:
    """A number with as many digits as say something."""
    if not isinstance(cell, float):
        return f"{cell:,}" if isinstance(cell, int) else cell
    return f"{cell:,.0f}" if abs(cell) >= 100 else f"{cell:.3g}"


def keep(program: str, report: Report, size: Size = "full") -> None:
    """Write it to bench/results, with its size, the machine and the day."""
    _write(program, _text(report, size))


def percentile(values: Sequence[float], share: float) -> float:
    """The value that so large a share of the values (0 to 1) does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def spread(values: Sequence[float]) -> tuple[float, float, float]:
    """The least, the median and the greatest."""
    return min(values), statistics.median(values), max(values)


def _judged(figure: Figure) -> str:
    asked = [f"at most {shown(figure.most)}"] if figure.most is not None else []
    asked += [f"at least {shown(figure.least)}"] if figure.least is not None else []
    verdict = "reached" if figure.reached else "NOT reached"
    return f" ({', '.join(asked)}: {verdict})" if asked else ""


def _text(report: Report, size: Size) -> str:
    day = f"{datetime.now(UTC):%Y-%m-%d}"
    kept = {"when": day, "size": size, "machine": asdict(Machine()), **asdict(report)}
    return json.dumps(kept, indent=1, ensure_ascii=False) + "\n"


def _write(program: str, text: str) -> None:
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / f"{program}.json").write_text(text, encoding="utf-8")


def _program(measure: Callable[[Size], Report]) -> str:
    """The program's own name: __main__'s file, without its ending."""
    return Path(measure.__code__.co_filename).stem


def _processor() -> str:
    """The processor's name as Linux tells it, elsewhere its kind."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())

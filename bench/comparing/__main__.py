"""The core figures of this tree beside those of another revision, measured in alternation.

    bench/compare BASE                 ten pairs
    bench/compare BASE --pairs 3       quicker, and with more left to chance

Both are measured by this tree's programs and with its Python and packages; of BASE comes bot/ and
knowledge/. What BASE has not got, or has by another name, is said and left out.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

from bench.comparing.ratios import ratio
from bench.comparing.revisions import ROOT, checked_out, cold_start, figure
from bench.reports import Cell, Report, Table, show
from tests.relevance.scoring import SETS, is_right, questions

PAIRS = 10
SAMPLE = 400
NAMES = {"look_up": "look-up and index", "request": "a request in process", "ask": "alliance ask"}
Measured = Mapping[str, float] | None


class Lacking(Exception):
    """A tree has not got a figure, or has it by another name."""

    def __init__(self, tree: Path) -> None:
        super().__init__(tree)
        self.tree = tree


def main() -> int:
    """Print the comparison; 1 where there is no such revision."""
    told = argparse.ArgumentParser(prog="bench/compare")
    told.add_argument("base", help="a revision: main, HEAD~3, a tag")
    told.add_argument("--pairs", type=int, default=PAIRS)
    given = told.parse_args()
    try:
        with checked_out(given.base) as base, tempfile.TemporaryDirectory() as folder:
            show(compared(base, max(1, given.pairs), Path(folder), given.base))
    except subprocess.CalledProcessError as failed:
        print(failed.stderr, file=sys.stderr)
        return 1
    return 0


def compared(base: Path, pairs: int, folder: Path, name: str) -> Report:
    """Every figure that both have, as ratios; and what the base has not got."""
    every, few = folder / "every.json", folder / "few.json"
    asked = sorted({question.q for one in SETS for question in questions(one)})
    every.write_text(json.dumps(asked), encoding="utf-8")
    few.write_text(json.dumps(asked[:: max(1, len(asked) // SAMPLE)]), encoding="utf-8")
    measures: dict[str, Callable[[Path], Measured]] = {
        "look_up": lambda tree: figure(tree, "look_up", every),
        "request": lambda tree: figure(tree, "request", few),
        "ask": cold_start,
    }
    rows: list[tuple[Cell, ...]] = []
    for what, measure in measures.items():
        try:
            rows += alternated(measure, base, pairs)
        except Lacking as lacking:
            whose = name if lacking.tree == base else "this tree"
            rows.append((NAMES[what], *[""] * 4, f"{whose} has not got it"))
    return Report(
        f"{name} beside this tree, in alternation; pairs: {pairs}. The ratio is this tree's figure"
        f" over {name}'s, with the spread of all but one pair in ten.",
        (
            Table(
                *("core figures", ("figure", name, "here", "ratio", "spread", "verdict")),
                tuple(rows),
            ),
            relevance(base, every, asked, name),
        ),
    )


def alternated(
    measure: Callable[[Path], Measured], base: Path, pairs: int
) -> list[tuple[Cell, ...]]:
    """A row for each figure, base and this tree first by turns; raises Lacking."""
    found: defaultdict[str, dict[Path, list[float]]] = defaultdict(lambda: {base: [], ROOT: []})
    for pair in range(pairs):
        for tree in (base, ROOT) if pair % 2 == 0 else (ROOT, base):
            measured = measure(tree)
            if measured is None:
                raise Lacking(tree)
            for name, value in measured.items():
                found[name][tree].append(value)
    rows: list[tuple[Cell, ...]] = []
    for name, values in found.items():
        one = ratio(values[base], values[ROOT])
        spread = f"{one.low:.2f} to {one.high:.2f}"
        rows.append((name, one.base, one.here, f"{one.ratio:.2f}", spread, one.verdict))
    return rows


def relevance(base: Path, every: Path, asked: list[str], name: str) -> Table:
    """How many labelled questions each answers right; that is no matter of chance."""
    columns = [_right(figure(tree, "relevance", every), asked) for tree in (base, ROOT)]
    rows = tuple(zip(SETS, *columns, strict=True))
    return Table("right first answers", ("set", name, "here"), rows)


def _right(answers: list[tuple[str, list[str]]] | None, asked: list[str]) -> list[str]:
    if answers is None:
        return ["has not got it"] * len(SETS)
    said = dict(zip(asked, answers, strict=True))
    judged = [[is_right(one, *said[one.q]) for one in questions(name)] for name in SETS]
    return [f"{sum(right)} of {len(right)}" for right in judged]


if __name__ == "__main__":
    sys.exit(main())

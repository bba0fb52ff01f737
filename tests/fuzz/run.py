"""Tries as many inputs as one likes, and prints how many, of which kind, and what came of them.

    make fuzz EXAMPLES=100000
    .venv/bin/python -m tests.fuzz.run --examples 100000

Of ten inputs seven go to the HTTP door, one is a deed in a conversation and two are files. What
breaks something ends its own part, with the smallest input that Hypothesis finds.
"""

import argparse
import time
from collections import Counter
from collections.abc import Callable
from traceback import print_exc

from rich.console import Console
from rich.table import Table

from tests.fuzz.properties import (
    Tally,
    fuzz_conversations,
    fuzz_door,
    fuzz_files,
    settled,
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--examples", type=int, default=10_000)
    parser.add_argument("--same", action="store_true", help="the same inputs as every time")
    given = parser.parse_args()
    tally: Tally = Counter()
    parts: list[tuple[int, Callable[[int], None]]] = [
        (7, lambda count: fuzz_door(count, given.same, tally)),
        (1, lambda count: fuzz_conversations(count, given.same, tally)),
        (2, lambda count: fuzz_files(settled(count, given.same), tally)),
    ]
    started, broken = time.monotonic(), False
    for share, fuzz in parts:
        try:
            fuzz(max(1, given.examples * share // 10))
        except Exception:
            print_exc()
            broken = True
    _print(tally, time.monotonic() - started)
    raise SystemExit(broken)


def _print(tally: Tally, seconds: float) -> None:
    table = Table("kind of input", "what came of it", "inputs")
    for (kind, outcome), count in sorted(tally.items()):
        table.add_row(kind, outcome, f"{count:,}")
    console = Console(width=100)
    console.print(table)
    console.print(f"{tally.total():,} inputs in {seconds:,.0f} s")


if __name__ == "__main__":
    main()

"""How a command tells what is wrong: a line for every fault."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from bot.core.errors import BrokenDigest


def fault_lines(broken: BrokenDigest) -> list[str]:
    """Every fault, and what follows from them."""
    count = len(broken.faults)
    after = f"{count} fault{'s' * (count > 1)}; while there is one, the bot does not start."
    return [*map(str, broken.faults), after]


def tell(faults: Sequence[str]) -> None:
    """Complain, a line for each."""
    for fault in faults:
        print(fault, file=sys.stderr)


@contextmanager
def faults_printed() -> Iterator[None]:
    """Print what is broken as the answer that was asked for, and end with exit code 1."""
    try:
        yield
    except BrokenDigest as broken:
        print(*fault_lines(broken), sep="\n")
        raise SystemExit(1) from None

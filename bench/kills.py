"""Mixed doors at a steady rate while processes are killed: wrong answers, what is lost, recovery.

    .venv/bin/python -m bench.kills

It is `bench.soak` for five minutes with a kill -9 every 15 seconds.
"""

from dataclasses import replace

from bench.reports import Report, Size, run
from bench.soak import SMALL, Load, report, soaked


def measure(size: Size) -> Report:
    """Five minutes of it, or a few seconds with a kill."""
    full = Load(seconds=300, kill=15)
    return report(soaked(full if size == "full" else replace(SMALL, seconds=4, kill=1)))


if __name__ == "__main__":
    run(measure)

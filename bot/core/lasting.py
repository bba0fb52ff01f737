"""How what lives as long as the process is built: once, and out of the garbage collector's way."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def lasting() -> Iterator[None]:
    """Keep the collector from walking what the block builds.

    It would do so again and again while it grows, for a third of the time that it takes, and later
    for tens of milliseconds in the midst of an answer.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
            gc.freeze()

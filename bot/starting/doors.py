"""The bot at one of Slack's doors, over HTTP or over Socket Mode.

What it quotes is indexed before, once for all its processes, each of which is a copy of the first.
"""

import os
from functools import partial
from pathlib import Path

from bot import logs
from bot.core.library import Library
from bot.library.aside import Statements, reading_aside
from bot.settings import Settings

# The server's allocator would keep what each thread has freed for that thread. A burst of 64
# requests begins as many, and a worker grew by 18 MB for good, with this by 5; it answers as many.
# https://jemalloc.net/jemalloc.3.html#opt.tcache
ALLOCATOR, FRUGAL = "_RJEM_MALLOC_CONF", "tcache:false,dirty_decay_ms:500,muzzy_decay_ms:0"


def http(settings: Settings) -> None:
    """Answer over HTTP until SIGTERM or SIGINT."""
    # It reads that when it is loaded, and whoever operates the bot may have said otherwise.
    os.environ.setdefault(ALLOCATOR, FRUGAL)
    library = _prepared(settings)
    from bot import assembly, web

    web.listen(partial(assembly.door, settings, library), settings)


def socket(settings: Settings) -> None:
    """Answer over Socket Mode until SIGTERM or SIGINT."""
    library = _prepared(settings)
    from bot import assembly, socket_mode
    from bot.starting.signals import stopped_by_signals

    with assembly.answering(settings, library=library) as parts:
        socket_mode.listen(parts.app, settings, stopped_by_signals(), parts.posting.full)


def _prepared(settings: Settings) -> Library:
    """Do once, and tell here, what a server's worker would do and tell again and again."""
    logs.configure(settings)
    from bot import assembly
    from bot.starting import preparing

    library = assembly.read_library(settings, _read_aside)
    # Where the index was kept, nothing has loaded it yet.
    assembly.load()
    preparing.prepare(settings, library.statements[0])
    return library


def _read_aside(folder: Path | None) -> Statements:
    """A process of its own proofs the digest, while this one loads what answers with it."""
    from bot import assembly

    with reading_aside(folder) as read:
        assembly.load()
        return read()

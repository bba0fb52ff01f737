"""Structured logs on one stream: JSON lines for machines, readable lines on a terminal.

What is logged is chosen where it is logged; here tokens are struck out, as a last resort.
"""

import logging
import sys
from typing import TextIO

from bot import tracing
from bot.logs.lines import JsonLines, LateLines, PlainLines
from bot.logs.redacting import Redacting, redacting
from bot.settings import LogFormat, LogLevel, Settings

# Below these levels libraries print the bodies of requests, which hold people's words; the
# Web API's failures are raised as well, and logged once where they are met.
_QUIET = (
    ("slack_bolt", logging.WARNING),
    ("slack_sdk", logging.INFO),
    ("slack_sdk.web", logging.CRITICAL),
    ("dbos", logging.WARNING),
    ("mcp", logging.WARNING),
    ("uvicorn", logging.WARNING),
)


def traced(record: logging.LogRecord) -> bool:
    """A filter that lets everything through, with the request it belongs to."""
    if (request := tracing.REQUEST.get()) and not hasattr(record, "request"):
        record.request = request
    return True


def configure(settings: Settings, stream: TextIO | None = None, *, late: bool = False) -> None:
    """Send every logger's lines to the stream (standard output), in the format of the settings.

    `late` lines are written many at once; whoever ends the process calls logging.shutdown.
    """
    handler = (LateLines if late else logging.StreamHandler)(stream or sys.stdout)
    secrets = redacting(settings.secrets)
    handler.setFormatter(_formatter(settings.log_format, handler.stream, secrets))
    handler.addFilter(traced)
    _find_out_no_more_than_is_written()
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(_level(settings.log_level))
    for name, least in _QUIET:
        logging.getLogger(name).setLevel(max(least, root.level))


def _find_out_no_more_than_is_written() -> None:
    """No line says who called, or in which thread: looking took 4 % of a repeated answer.

    https://docs.python.org/3/howto/logging.html#optimization
    """
    logging._srcfile = None
    logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False


def _formatter(chosen: LogFormat, stream: TextIO, secrets: Redacting) -> logging.Formatter:
    readable = chosen == "text" or (chosen == "auto" and stream.isatty())
    return PlainLines(secrets) if readable else JsonLines(secrets)


def _level(name: LogLevel) -> int:
    return logging.getLevelNamesMapping()[name]

"""What a line of the log looks like, and when it is written."""

import logging
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from threading import Event, Thread
from time import sleep
from typing import TextIO

from bot.logs.redacting import JSON, Redacting

# Seconds that a line waits for others.
LATE = 0.1
_OWN_FIELDS = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


class JsonLines(logging.Formatter):
    """One JSON object a line."""

    def __init__(self, redacting: Redacting) -> None:
        super().__init__()
        self._redacting = redacting

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **dict(_extras(record)),
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(),
        }
        if record.exc_info:
            line["exc_info"] = self.formatException(record.exc_info)
        written = JSON.encode(line)
        if self._redacting.suspects(written):
            return JSON.encode(self._redacting.struck_within(line))
        return written


class PlainLines(logging.Formatter):
    """`12:00:01 INFO bot.answers: answered outcome=found milliseconds=0.4`."""

    def __init__(self, redacting: Redacting) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", "%H:%M:%S")
        self._redacting = redacting

    def formatMessage(self, record: logging.LogRecord) -> str:
        extras = (f" {key}={value}" for key, value in _extras(record))
        return super().formatMessage(record) + "".join(extras)

    def format(self, record: logging.LogRecord) -> str:
        return self._redacting.struck(super().format(record))


class LateLines(logging.StreamHandler[TextIO]):
    """Writes many lines at once, LATE seconds after the first of them; a warning is not waited for.

    Whoever writes lets another thread go on in the place of this one, and that takes a busy server
    longer than the line does. A process that is killed loses what it logged last.
    """

    def __init__(self, stream: TextIO) -> None:
        super().__init__(stream)
        self._lines: list[str] = []
        self._waiting = Event()
        Thread(target=self._write_on, name="log", daemon=True).start()

    def emit(self, record: logging.LogRecord) -> None:
        try:
            self._lines.append(f"{self.format(record)}\n")
            if record.levelno >= logging.WARNING:
                self.flush()
            elif not self._waiting.is_set():
                self._waiting.set()
        except Exception:
            self.handleError(record)

    def flush(self) -> None:
        """Write what waits."""
        self.acquire()
        try:
            if self._lines:
                lines, self._lines = self._lines, []
                self.stream.write("".join(lines))
            super().flush()
        finally:
            self.release()

    def _write_on(self) -> None:
        while self._waiting.wait():
            sleep(LATE)
            self._waiting.clear()
            # The stream may be closed; whoever reads it may be gone.
            with suppress(OSError, ValueError):
                self.flush()


def _extras(record: logging.LogRecord) -> Sequence[tuple[str, object]]:
    return [named for named in vars(record).items() if named[0] not in _OWN_FIELDS]

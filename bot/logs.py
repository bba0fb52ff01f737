"""Structured logs on one stream: JSON lines for machines, readable lines on a terminal.

What is logged is chosen where it is logged; here tokens are struck out, as a last resort.
"""

import json
import logging
import re
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Event, Thread
from time import sleep
from typing import TextIO

from bot import tracing
from bot.settings import LogFormat, LogLevel, Settings

# Slack's token formats: https://docs.slack.dev/authentication/tokens
# Before one may stand a letter, that of an escape; some are written with per cents.
_TOKEN = re.compile(r"(?:xox[a-z](?:\.xox[a-z])?|xapp|xwfp)-[\w%-]+")
_TOKEN_BEGINS = re.compile("xox|xapp|xwfp")
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
_STRUCK = "[secret]"
# Seconds that a line waits for others.
LATE = 0.1
_JSON = json.JSONEncoder(ensure_ascii=False, default=str)
_SHORTEST_SECRET = 8
_OWN_FIELDS = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


@dataclass(frozen=True, slots=True)
class Redacting:
    """Strikes tokens and secrets, in the forms they are given in, out of what is logged."""

    forms: tuple[str, ...] = field(repr=False)

    def struck(self, text: str) -> str:
        for form in self.forms:
            text = text.replace(form, _STRUCK)
        return _TOKEN.sub(_STRUCK, text)

    def suspects(self, line: str) -> bool:
        """Whether there may be something to strike out of a line of JSON: hardly ever is."""
        return bool(_TOKEN_BEGINS.search(line)) or any(form in line for form in self.forms)

    def struck_within(self, value: object) -> object:
        """The value with its texts struck; its numbers stay, and its keys but for tokens."""
        match value:
            case str():
                return self.struck(value)
            case None | int() | float():
                return value
            case dict():
                keys = (_TOKEN.sub(_STRUCK, str(key)) for key in value)
                return dict(zip(keys, map(self.struck_within, value.values()), strict=True))
            case list() | tuple():
                return [self.struck_within(held) for held in value]
            case _:
                return self.struck(str(value))


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
        written = _JSON.encode(line)
        if self._redacting.suspects(written):
            return _JSON.encode(self._redacting.struck_within(line))
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
    # A shorter secret is made up, and may be part of any word.
    secrets = [secret for secret in settings.secrets if len(secret) >= _SHORTEST_SECRET]
    redacting = Redacting(_written(secrets))
    handler.setFormatter(_formatter(settings.log_format, handler.stream, redacting))
    handler.addFilter(traced)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(_level(settings.log_level))
    for name, least in _QUIET:
        logging.getLogger(name).setLevel(max(least, root.level))


def _written(secrets: Iterable[str]) -> tuple[str, ...]:
    """Every way in which a secret may stand in a line, which may be JSON itself."""
    forms = {
        form
        for secret in secrets
        for form in (secret, repr(secret)[1:-1], json.dumps(secret)[1:-1])
    }
    return tuple(sorted(forms | {_JSON.encode(form)[1:-1] for form in forms}))


def _formatter(chosen: LogFormat, stream: TextIO, redacting: Redacting) -> logging.Formatter:
    readable = chosen == "text" or (chosen == "auto" and stream.isatty())
    return PlainLines(redacting) if readable else JsonLines(redacting)


def _level(name: LogLevel) -> int:
    return logging.getLevelNamesMapping()[name]

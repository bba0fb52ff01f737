"""Structured logs on one stream: JSON lines for machines, readable lines on a terminal.

What is logged is chosen where it is logged; here tokens are struck out, as a last resort.
"""

import json
import logging
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TextIO

from pythonjsonlogger.json import JsonFormatter

from bot.settings import LogFormat, LogLevel, Settings

# Slack's token formats: https://docs.slack.dev/authentication/tokens
_TOKEN = re.compile(r"\b(?:xox[a-z](?:\.xox[a-z])?|xapp|xwfp)-[\w-]+")
# Below these levels Slack's libraries print the bodies of requests, which hold people's words; the
# Web API's failures are raised as well, and logged once where they are met.
_QUIET = (
    ("slack_bolt", logging.WARNING),
    ("slack_sdk", logging.INFO),
    ("slack_sdk.web", logging.CRITICAL),
)
_STRUCK = "[secret]"
_SHORTEST_SECRET = 8
_OWN_FIELDS = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


@dataclass(frozen=True, slots=True)
class Redacting:
    """Strikes tokens and the given secrets out of what is logged."""

    secrets: tuple[str, ...] = field(repr=False)

    def struck(self, text: str) -> str:
        for secret in self.secrets:
            for form in (secret, repr(secret)[1:-1], json.dumps(secret)[1:-1]):
                text = text.replace(form, _STRUCK)
        return _TOKEN.sub(_STRUCK, text)

    def struck_within(self, value: object) -> object:
        """The value with its texts struck; its keys and numbers stay."""
        match value:
            case None | bool() | int() | float():
                return value
            case dict():
                return {str(key): self.struck_within(held) for key, held in value.items()}
            case list() | tuple():
                return [self.struck_within(held) for held in value]
            case _:
                return self.struck(str(value))


class JsonLines(JsonFormatter):
    """One JSON object a line."""

    def __init__(self, redacting: Redacting) -> None:
        super().__init__(
            ["levelname", "name", "message"],
            style=",",
            timestamp=True,
            rename_fields={"levelname": "level", "name": "logger"},
            json_ensure_ascii=False,
        )
        self._redacting = redacting

    def process_log_record(self, log_data: dict[str, Any]) -> dict[str, Any]:
        return {key: self._redacting.struck_within(value) for key, value in log_data.items()}


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


def _extras(record: logging.LogRecord) -> Sequence[tuple[str, object]]:
    return [named for named in vars(record).items() if named[0] not in _OWN_FIELDS]


def configure(settings: Settings, stream: TextIO | None = None) -> None:
    """Send every logger's lines to the stream (standard output), in the format of the settings."""
    handler = logging.StreamHandler(stream or sys.stdout)
    # A shorter secret is made up, and may be part of any word.
    secrets = tuple(secret for secret in settings.secrets if len(secret) >= _SHORTEST_SECRET)
    handler.setFormatter(_formatter(settings.log_format, handler.stream, secrets))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(_level(settings.log_level))
    for name, least in _QUIET:
        logging.getLogger(name).setLevel(max(least, root.level))


def _formatter(chosen: LogFormat, stream: TextIO, secrets: tuple[str, ...]) -> logging.Formatter:
    readable = chosen == "text" or (chosen == "auto" and stream.isatty())
    return PlainLines(Redacting(secrets)) if readable else JsonLines(Redacting(secrets))


def _level(name: LogLevel) -> int:
    return logging.getLevelNamesMapping()[name]

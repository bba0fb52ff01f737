"""Every setting of the bot: its name, its reason and its default in one table, read once at start.

It receives the environment as an argument and knows nothing of files.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, cast
from urllib.parse import urlsplit

from bot.core.errors import BadSettings

Mode = Literal["socket", "http", "local"]
LogFormat = Literal["auto", "json", "text"]
LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]
_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Setting:
    """One variable of the environment: why it exists, and what holds where it is unset or blank."""

    name: str
    reason: str
    default: str = ""


BOT_TOKEN = Setting(
    "SLACK_BOT_TOKEN",
    "The bot's own token (xoxb-...), from OAuth & Permissions; every way into Slack needs it.",
)
APP_TOKEN = Setting(
    "SLACK_APP_TOKEN",
    "The app-level token (xapp-..., scope connections:write), for Socket Mode: no public address.",
)
SIGNING_SECRET = Setting(
    "SLACK_SIGNING_SECRET",
    "Proves that a request comes from Slack, from Basic Information; for HTTP.",
)
PORT = Setting("PORT", "The port that HTTP listens on; hosts such as Heroku set it.", "3000")
HOST = Setting("HOST", "The address that HTTP listens on; 127.0.0.1 behind a proxy.", "0.0.0.0")
THREADS = Setting("THREADS", "How many requests HTTP answers at the same time.", "4")
API_URL = Setting(
    "SLACK_API_URL",
    "Where Slack's Web API is; change it only to run against a stand-in.",
    "https://slack.com/api/",
)
LOG_FORMAT = Setting(
    "LOG_FORMAT", "json, text, or auto: text on a terminal and JSON elsewhere.", "auto"
)
LOG_LEVEL = Setting("LOG_LEVEL", "DEBUG, INFO, WARNING or ERROR.", "INFO")
KNOWLEDGE_DIR = Setting(
    "KNOWLEDGE_DIR", "A folder of statements to quote instead of those that come with the bot."
)
TABLE = (
    *(BOT_TOKEN, APP_TOKEN, SIGNING_SECRET, PORT, HOST, THREADS),
    *(API_URL, LOG_FORMAT, LOG_LEVEL, KNOWLEDGE_DIR),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says, checked; the secrets do not show in its repr."""

    mode: Mode
    bot_token: str = field(repr=False)
    app_token: str = field(repr=False)
    signing_secret: str = field(repr=False)
    port: int
    host: str
    threads: int
    api_url: str
    log_format: LogFormat
    log_level: LogLevel
    knowledge_dir: Path | None

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be shown, in case a log line holds it."""
        return tuple(filter(None, (self.bot_token, self.app_token, self.signing_secret)))


def load(environ: Mapping[str, str], wanted: Mode | None = None) -> Settings:
    """The settings for the wanted mode, or for the mode that the credentials call for.

    Raises BadSettings with every fault, each with the variable's name and what to do. Where
    `local` is wanted the credentials are not looked at.
    """
    reading = _Reading(environ)
    mode = _mode(reading) if wanted is None else wanted
    _check_credentials(reading, mode)
    settings = Settings(
        mode=mode,
        bot_token=reading.text(BOT_TOKEN),
        app_token=reading.text(APP_TOKEN),
        signing_secret=reading.text(SIGNING_SECRET),
        port=reading.number(PORT, 1, 65_535),
        host=reading.text(HOST),
        threads=reading.number(THREADS, 1, 256),
        api_url=reading.address(API_URL),
        log_format=cast(LogFormat, reading.one_of(LOG_FORMAT, ("auto", "json", "text"))),
        log_level=cast(LogLevel, reading.one_of(LOG_LEVEL, ("DEBUG", "INFO", "WARNING", "ERROR"))),
        knowledge_dir=reading.folder(KNOWLEDGE_DIR),
    )
    if reading.faults:
        raise BadSettings(tuple(reading.faults))
    return settings


def _mode(reading: "_Reading") -> Mode:
    """Socket Mode where its token is set, HTTP where only the signing secret is."""
    if reading.text(APP_TOKEN):
        return "socket"
    return "http" if reading.text(SIGNING_SECRET) or reading.text(BOT_TOKEN) else "local"


def _check_credentials(reading: "_Reading", mode: Mode) -> None:
    if mode == "local":
        return
    reading.secret(BOT_TOKEN, "xoxb-", "the Bot User OAuth Token of OAuth & Permissions")
    reading.secret(APP_TOKEN, "xapp-", "an App-Level Token of Basic Information")
    reading.no_token(SIGNING_SECRET, "copy the Signing Secret from Basic Information")
    reading.need(BOT_TOKEN, "copy the Bot User OAuth Token from OAuth & Permissions of your app")
    if mode == "socket":
        what = "create an App-Level Token with connections:write in Basic Information"
        reading.need(APP_TOKEN, what)
    else:
        reading.need(
            SIGNING_SECRET,
            "copy it from Basic Information of your app, or set SLACK_APP_TOKEN for Socket Mode",
        )


@dataclass(frozen=True, slots=True)
class _Reading:
    """The environment, and the faults found in it so far."""

    environ: Mapping[str, str]
    faults: list[str] = field(default_factory=list)

    def text(self, setting: Setting) -> str:
        return self.environ.get(setting.name, "").strip() or setting.default

    def need(self, setting: Setting, what_to_do: str) -> None:
        if not self.text(setting):
            self.faults.append(f"{setting.name} is not set: {what_to_do}.")

    def secret(self, setting: Setting, prefix: str, source: str) -> None:
        """A fault where the value is plainly another one's; the value itself is never told."""
        value = self.text(setting)
        if value and (not value.startswith(prefix) or _SPACE.search(value)):
            right = f"{source}, which begins with {prefix}"
            self.faults.append(f"{setting.name} holds something else: set it to {right}.")

    def no_token(self, setting: Setting, what_to_do: str) -> None:
        if self.text(setting).startswith(("xox", "xapp-")):
            self.faults.append(f"{setting.name} looks like a token: {what_to_do}.")

    def number(self, setting: Setting, least: int, most: int) -> int:
        value = self.text(setting)
        if value.isascii() and value.isdigit() and least <= int(value[:9]) <= most:
            return int(value)
        self.faults.append(
            f"{setting.name} is not a whole number from {least} to {most}: correct it,"
            f" or leave it out for {setting.default}."
        )
        return int(setting.default)

    def one_of(self, setting: Setting, allowed: tuple[str, ...]) -> str:
        value = self.text(setting)
        for choice in allowed:
            if choice.lower() == value.lower():
                return choice
        self.faults.append(f"{setting.name} must be one of {', '.join(allowed)}.")
        return setting.default

    def address(self, setting: Setting) -> str:
        value = self.text(setting)
        if not _is_address(value):
            self.faults.append(f"{setting.name} is no http:// or https:// address: correct it.")
        return value.rstrip("/") + "/"

    def folder(self, setting: Setting) -> Path | None:
        value = self.text(setting)
        if not value:
            return None
        if not Path(value).is_dir():
            self.faults.append(f"{setting.name} is not a folder: correct it, or leave it out.")
        return Path(value)


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        whole = parts.hostname and parts.port != 0 and not _SPACE.search(value)
    except ValueError:
        return False
    return bool(whole) and parts.scheme in ("http", "https")

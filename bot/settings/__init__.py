"""Every setting of the bot, read once at start from an environment that it is handed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Literal, cast
from urllib.parse import urlsplit

from bot.core.errors import BadSettings
from bot.settings.reading import Reading
from bot.settings.table import (
    API_URL,
    APP_TOKEN,
    BOT_TOKEN,
    CATCH_UP_HOURS,
    DATABASE_URL,
    DIGEST_ADMINS_ONLY,
    DIGEST_FILE,
    HOST,
    KNOWLEDGE_DIR,
    LOG_FORMAT,
    LOG_LEVEL,
    PORT,
    SIGNING_SECRET,
    TABLE,
    THREADS,
    WORKER_NAME,
    Setting,
)

__all__ = ["APP_TOKEN", "BOT_TOKEN", "TABLE", "Mode", "Setting", "Settings", "load"]

Mode = Literal["socket", "http", "worker", "local"]
LogFormat = Literal["auto", "json", "text"]
LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]


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
    database_url: str = field(repr=False)
    digest_file: Path
    digest_admins_only: bool
    catch_up: timedelta
    worker_name: str

    @property
    def credentials(self) -> tuple[str, ...]:
        """What opens a workspace of Slack's."""
        return tuple(filter(None, (self.bot_token, self.app_token, self.signing_secret)))

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be shown, in case a log line holds it."""
        password = urlsplit(self.database_url).password
        return (*self.credentials, password) if password else self.credentials


def load(environ: Mapping[str, str], wanted: Mode | None = None) -> Settings:
    """The settings for the wanted mode, or for the mode that the credentials call for.

    Raises BadSettings with every fault, each with the variable's name and what to do. Where
    `local` is wanted the credentials are not looked at.
    """
    reading = Reading(environ)
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
        database_url=reading.database(DATABASE_URL),
        digest_file=Path(reading.text(DIGEST_FILE)),
        digest_admins_only=reading.one_of(DIGEST_ADMINS_ONLY, ("yes", "no")) == "yes",
        catch_up=timedelta(hours=reading.number(CATCH_UP_HOURS, 1, 48)),
        worker_name=reading.text(WORKER_NAME) or environ.get("DYNO", "").strip(),
    )
    if reading.faults:
        raise BadSettings(tuple(reading.faults))
    return settings


def _mode(reading: Reading) -> Mode:
    """Socket Mode where its token is set, HTTP where only the signing secret is."""
    if reading.text(APP_TOKEN):
        return "socket"
    return "http" if reading.text(SIGNING_SECRET) or reading.text(BOT_TOKEN) else "local"


def _check_credentials(reading: Reading, mode: Mode) -> None:
    if mode == "local":
        return
    reading.secret(BOT_TOKEN, "xoxb-", "the Bot User OAuth Token of OAuth & Permissions")
    reading.secret(APP_TOKEN, "xapp-", "an App-Level Token of Basic Information")
    reading.no_token(SIGNING_SECRET, "copy the Signing Secret from Basic Information")
    reading.need(BOT_TOKEN, "copy the Bot User OAuth Token from OAuth & Permissions of your app")
    if mode == "worker":
        return
    if mode == "socket":
        what = "create an App-Level Token with connections:write in Basic Information"
        reading.need(APP_TOKEN, what)
    else:
        reading.need(
            SIGNING_SECRET,
            "copy it from Basic Information of your app, or set SLACK_APP_TOKEN for Socket Mode",
        )

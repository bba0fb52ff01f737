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
    CACHE_DIR,
    CATCH_UP_HOURS,
    CLIENT_ID,
    CLIENT_SECRET,
    DATABASE_URL,
    DIGEST_ADMINS_ONLY,
    DIGEST_FILE,
    DRAIN_SECONDS,
    ENCRYPTION_KEYS,
    HOST,
    KEEP_MISSES,
    KNOWLEDGE_DIR,
    LOG_FORMAT,
    LOG_LEVEL,
    METRICS_TOKEN,
    PORT,
    PUBLIC_URL,
    RATE_LIMIT_PER_MINUTE,
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
    client_id: str
    client_secret: str = field(repr=False)
    public_url: str
    encryption_keys: tuple[str, ...] = field(repr=False)
    port: int
    host: str
    threads: int
    drain: int
    metrics_token: str = field(repr=False)
    rate_limit: int
    api_url: str
    log_format: LogFormat
    log_level: LogLevel
    knowledge_dir: Path | None
    cache_dir: Path | None
    database_url: str = field(repr=False)
    digest_file: Path
    digest_admins_only: bool
    catch_up: timedelta
    worker_name: str
    keep_misses: bool

    @property
    def credentials(self) -> tuple[str, ...]:
        """What opens a workspace of Slack's."""
        held = (self.bot_token, self.app_token, self.signing_secret, self.client_secret)
        return tuple(filter(None, held))

    @property
    def many(self) -> bool:
        """Whether any workspace may install the bot, each with a token of its own."""
        return bool(self.client_id)

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be shown, in case a log line holds it."""
        password = urlsplit(self.database_url).password
        others = filter(None, (self.metrics_token, password))
        return (*self.credentials, *self.encryption_keys, *others)


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
        client_id=reading.text(CLIENT_ID),
        client_secret=reading.text(CLIENT_SECRET),
        public_url=reading.public_address(PUBLIC_URL),
        encryption_keys=reading.keys(ENCRYPTION_KEYS),
        port=reading.number(PORT, 1, 65_535),
        host=reading.text(HOST),
        threads=reading.number(THREADS, 1, 256),
        drain=reading.number(DRAIN_SECONDS, 0, 10),
        metrics_token=reading.text(METRICS_TOKEN),
        rate_limit=reading.number(RATE_LIMIT_PER_MINUTE, 0, 100_000),
        api_url=reading.address(API_URL),
        log_format=cast(LogFormat, reading.one_of(LOG_FORMAT, ("auto", "json", "text"))),
        log_level=cast(LogLevel, reading.one_of(LOG_LEVEL, ("DEBUG", "INFO", "WARNING", "ERROR"))),
        knowledge_dir=reading.folder(KNOWLEDGE_DIR),
        cache_dir=reading.cache(CACHE_DIR, "alliance"),
        database_url=reading.database(DATABASE_URL),
        digest_file=Path(reading.text(DIGEST_FILE)),
        digest_admins_only=reading.one_of(DIGEST_ADMINS_ONLY, ("yes", "no")) == "yes",
        catch_up=timedelta(hours=reading.number(CATCH_UP_HOURS, 1, 48)),
        worker_name=reading.text(WORKER_NAME) or environ.get("DYNO", "").strip(),
        keep_misses=reading.one_of(KEEP_MISSES, ("yes", "no")) == "yes",
    )
    if reading.faults:
        raise BadSettings(tuple(reading.faults))
    return settings


def _mode(reading: Reading) -> Mode:
    """Socket Mode where its token is set, HTTP where another credential of Slack's is."""
    if reading.text(APP_TOKEN):
        return "socket"
    others = (SIGNING_SECRET, BOT_TOKEN, CLIENT_ID, CLIENT_SECRET)
    return "http" if any(map(reading.text, others)) else "local"


def _check_credentials(reading: Reading, mode: Mode) -> None:
    if mode == "local":
        return
    reading.secret(BOT_TOKEN, "xoxb-", "the Bot User OAuth Token of OAuth & Permissions")
    reading.secret(APP_TOKEN, "xapp-", "an App-Level Token of Basic Information")
    reading.no_token(SIGNING_SECRET, "copy the Signing Secret from Basic Information")
    if reading.text(CLIENT_ID) or reading.text(CLIENT_SECRET):
        _check_many(reading, mode)
    else:
        what = "copy the Bot User OAuth Token from OAuth & Permissions of your app"
        reading.need(BOT_TOKEN, what)
    if mode == "socket":
        what = "create an App-Level Token with connections:write in Basic Information"
        reading.need(APP_TOKEN, what)
    elif mode == "http":
        reading.need(
            SIGNING_SECRET,
            "copy it from Basic Information of your app, or set SLACK_APP_TOKEN for Socket Mode",
        )


def _check_many(reading: Reading, mode: Mode) -> None:
    """Each workspace brings a token of its own, by pages that Socket Mode does not have."""
    reading.need(CLIENT_ID, "copy the Client ID from Basic Information of your app")
    reading.need(CLIENT_SECRET, "copy the Client Secret from Basic Information of your app")
    reading.no_token(CLIENT_SECRET, "copy the Client Secret from Basic Information")
    beside = CLIENT_ID if reading.text(CLIENT_ID) else CLIENT_SECRET
    reading.absent(
        BOT_TOKEN, beside, "each workspace brings a token of its own, so leave this one out"
    )
    reading.absent(
        APP_TOKEN, beside, "many workspaces are answered over HTTP, so leave this one out"
    )
    reading.need(ENCRYPTION_KEYS, "make a key with `alliance new-key`, and keep it")
    if mode == "http":
        reading.need(PUBLIC_URL, "set it to the https:// address that people install the bot at")

"""Every setting: its name, its reason and its default; .env.example lists exactly these."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """One variable of the environment: why it exists, and what holds where it is unset or blank."""

    name: str
    reason: str
    default: str = ""


BOT_TOKEN = Setting(
    "SLACK_BOT_TOKEN",
    "The bot's own token (xoxb-...), from OAuth & Permissions; for one workspace.",
)
APP_TOKEN = Setting(
    "SLACK_APP_TOKEN",
    "The app-level token (xapp-..., scope connections:write), for Socket Mode: no public address.",
)
SIGNING_SECRET = Setting(
    "SLACK_SIGNING_SECRET",
    "Proves that a request comes from Slack, from Basic Information; for HTTP.",
)
CLIENT_ID = Setting(
    "SLACK_CLIENT_ID",
    "From Basic Information; with the secret, any workspace can install the bot, over HTTP.",
)
CLIENT_SECRET = Setting(
    "SLACK_CLIENT_SECRET", "Proves to Slack that it is this bot that is installed."
)
PUBLIC_URL = Setting(
    "PUBLIC_URL",
    "Where people reach the bot to install it, such as https://alliance.example.org.",
)
ENCRYPTION_KEYS = Setting(
    "TOKEN_ENCRYPTION_KEYS",
    "What workspaces' tokens are encrypted with, newest first, with commas; `alliance new-key`.",
)
PORT = Setting("PORT", "The port that HTTP listens on; hosts such as Heroku set it.", "3000")
HOST = Setting("HOST", "The address that HTTP listens on; 127.0.0.1 behind a proxy.", "0.0.0.0")
THREADS = Setting("THREADS", "How many requests HTTP answers at the same time.", "4")
DRAIN_SECONDS = Setting(
    "DRAIN_SECONDS",
    "How long HTTP answers on after SIGTERM, /healthz saying 503, so that balancers notice.",
    "3",
)
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
CACHE_DIR = Setting(
    "CACHE_DIR",
    "Where the index is kept between starts; blank: alliance in XDG_CACHE_HOME or ~/.cache.",
)
DATABASE_URL = Setting(
    "DATABASE_URL",
    "Where digests are kept: an SQLite file, or postgresql://... for many processes.",
    "sqlite:///alliance.db",
)
DIGEST_FILE = Setting(
    "DIGEST_FILE", "A file that declares digests, applied at start if it is there.", "digests.yaml"
)
DIGEST_ADMINS_ONLY = Setting(
    "DIGEST_ADMINS_ONLY", "yes: only the workspace's admins set up digests.", "no"
)
METRICS_TOKEN = Setting(
    "METRICS_TOKEN",
    "Whoever brings it may read /metrics; blank: this machine alone may.",
)
RATE_LIMIT_PER_MINUTE = Setting(
    "RATE_LIMIT_PER_MINUTE",
    "How often one person may ask in a minute, and a workspace 20 times as often; 0: no limit.",
    "120",
)
KEEP_MISSES = Setting(
    "KEEP_MISSES",
    "no: words that were not found are not kept; else they are, for 90 days and without a name.",
    "yes",
)
CATCH_UP_HOURS = Setting(
    "CATCH_UP_HOURS", "How late a digest may be posted after downtime; later it is skipped.", "6"
)
WORKER_NAME = Setting(
    "WORKER_NAME",
    "What this worker goes by, stable and its own; blank: the dyno's or the machine's name.",
)
TABLE = (
    *(BOT_TOKEN, APP_TOKEN, SIGNING_SECRET),
    *(CLIENT_ID, CLIENT_SECRET, PUBLIC_URL, ENCRYPTION_KEYS),
    *(PORT, HOST, THREADS, DRAIN_SECONDS, METRICS_TOKEN, RATE_LIMIT_PER_MINUTE),
    *(API_URL, LOG_FORMAT, LOG_LEVEL, KNOWLEDGE_DIR, CACHE_DIR),
    *(DATABASE_URL, DIGEST_FILE, DIGEST_ADMINS_ONLY, CATCH_UP_HOURS, WORKER_NAME),
    KEEP_MISSES,
)

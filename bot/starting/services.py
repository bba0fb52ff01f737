"""The bot as a service: over HTTP, over Socket Mode, and the worker that posts digests."""

from sqlalchemy.exc import OperationalError

from bot import assembly, credentials, logs, socket_mode, web
from bot.core.errors import BadSettings
from bot.library.reading import read_statements
from bot.settings import Settings
from bot.starting.signals import stopped_by_signals

# Seconds from a signal to the end of a worker, at most; its queue waits for eight of them.
PATIENCE = 9.5
_AWAY = "DATABASE_URL names a database that cannot be reached: start it, or correct the address."


def http(settings: Settings) -> None:
    """Answer over HTTP until SIGTERM or SIGINT."""
    logs.configure(settings)
    read_statements(settings.knowledge_dir)  # a broken digest is told here, not by a worker
    credentials.confirm(settings)
    assembly.check_place(settings)
    web.listen("bot.assembly:door", settings)


def socket(settings: Settings) -> None:
    """Answer over Socket Mode until SIGTERM or SIGINT."""
    logs.configure(settings)
    credentials.confirm(settings)
    assembly.check_place(settings)
    with assembly.answering(settings) as parts:
        socket_mode.listen(parts.app, settings, stopped_by_signals())


def worker(settings: Settings) -> None:
    """Post digests until SIGTERM or SIGINT; what is under way then is finished."""
    logs.configure(settings)
    statement, *_ = read_statements(settings.knowledge_dir)
    credentials.confirm(settings)
    stop = stopped_by_signals(PATIENCE)
    try:
        engine = assembly.database(settings)
        with assembly.delivering(settings, engine, statement) as posting:
            posting.run(stop)
    except OperationalError:
        raise BadSettings((_AWAY,)) from None


def migrate(settings: Settings) -> None:
    """Bring the database of the settings up to date."""
    from bot.scheduling.engine import prepare
    from bot.storage.database import opened
    from bot.storage.migrating import migrate

    engine = opened(settings.database_url)
    try:
        migrate(engine)
        prepare(engine.url)
    except OperationalError:
        raise BadSettings((_AWAY,)) from None
    print("The database is up to date.")

"""The bot as a service: over HTTP, over Socket Mode, and the worker that posts digests."""

from bot import assembly, credentials, logs, socket_mode, web
from bot.library.reading import read_statements
from bot.settings import Settings
from bot.starting import declaring
from bot.starting.databases import reachable
from bot.starting.signals import stopped_by_signals

# Seconds from a signal to the end of a worker, at most; its queue waits for eight of them.
PATIENCE = 9.5


def http(settings: Settings) -> None:
    """Answer over HTTP until SIGTERM or SIGINT."""
    _prepare(settings)
    web.listen("bot.assembly:door", settings)


def socket(settings: Settings) -> None:
    """Answer over Socket Mode until SIGTERM or SIGINT."""
    _prepare(settings)
    with assembly.answering(settings) as parts:
        socket_mode.listen(parts.app, settings, stopped_by_signals())


def _prepare(settings: Settings) -> None:
    """Do once, and tell here, what a server's worker would do and tell again and again."""
    logs.configure(settings)
    statement, *_ = read_statements(settings.knowledge_dir)
    declaration = declaring.declared_at_start(settings, statement)
    team = credentials.confirm(settings)
    with assembly.own_place(settings) as engine:
        if declaration and engine:
            declaring.apply(declaration, team, engine, assembly.utc_now())


def worker(settings: Settings) -> None:
    """Post digests until SIGTERM or SIGINT; what is under way then is finished."""
    logs.configure(settings)
    statement, *_ = read_statements(settings.knowledge_dir)
    declaration = declaring.declared_at_start(settings, statement)
    team = credentials.confirm(settings)
    stop = stopped_by_signals(PATIENCE)
    with reachable():
        engine = assembly.database(settings)
        with assembly.delivering(settings, engine, statement) as posting:
            if declaration:
                declaring.apply(declaration, team, engine, assembly.utc_now())
            posting.run(stop)


def migrate(settings: Settings) -> None:
    """Bring the database of the settings up to date."""
    from bot.scheduling.engine import prepare
    from bot.storage.database import opened
    from bot.storage.migrating import migrate

    engine = opened(settings.database_url)
    with reachable():
        migrate(engine)
        prepare(engine.url)
    print("The database is up to date.")

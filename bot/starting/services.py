"""The worker that posts digests, and what brings its database up to date."""

from bot import assembly, credentials, logs
from bot.library.reading import read_statements
from bot.settings import Settings
from bot.starting import declaring
from bot.starting.databases import reachable
from bot.starting.signals import stopped_by_signals

# Seconds from a signal to the end of a worker, at most; its queue waits for eight of them.
PATIENCE = 9.5


def worker(settings: Settings) -> None:
    """Post digests until SIGTERM or SIGINT; what is under way then is finished."""
    logs.configure(settings)
    statement, *_ = read_statements(settings.knowledge_dir)
    declaration = declaring.declared_at_start(settings, statement)
    team = credentials.confirm(settings)
    stop = stopped_by_signals(PATIENCE)
    with reachable():
        engine = assembly.database(settings)
        assembly.proved(settings, engine)
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

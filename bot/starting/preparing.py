"""What has to hold before a door opens: declared digests, tokens, the database, the keys."""

from contextlib import suppress

from sqlalchemy.exc import OperationalError

from bot import assembly, credentials
from bot.core.statement import Statement
from bot.settings import Settings
from bot.starting import declaring
from bot.starting.databases import reachable


def prepare(settings: Settings, statement: Statement) -> None:
    """Make it so; raises BrokenDigest and BadSettings."""
    declaration = declaring.declared_at_start(settings, statement)
    team = credentials.confirm(settings)
    with reachable(), assembly.own_place(settings) as engine:
        _prove_keys(settings)
        if declaration and engine:
            declaring.apply(declaration, team, engine, assembly.utc_now())


def _prove_keys(settings: Settings) -> None:
    """Look-ups need no database, so one that is away now may be back when it is asked."""
    from bot.storage.database import opened

    engine = opened(settings.database_url)
    with suppress(OperationalError):
        assembly.proved(settings, engine)
    engine.dispose()

"""The digests that a file declares: read and applied at start; and all digests as such a file."""

import logging
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import sqlalchemy as sa

from bot import assembly
from bot.core.declaring import Declaration, changes
from bot.core.statement import Statement
from bot.scheduling.days_off import day_off
from bot.settings import Settings
from bot.starting.databases import reachable
from bot.storage.subscriptions import SubscriptionStore

_LOG = logging.getLogger("bot.digests")


def declared(file: Path, statement: Statement) -> Declaration:
    """What the file declares; raises BrokenDigest with every fault of it."""
    from bot.library.digest_file import read_digest_file

    return read_digest_file(file, statement, assembly.every_zone())


def declared_at_start(settings: Settings, statement: Statement) -> Declaration | None:
    """What DIGEST_FILE declares, None where there is no such file; raises BrokenDigest."""
    file = settings.digest_file
    return declared(file, statement) if _is_there(file) else None


def _is_there(file: Path) -> bool:
    try:
        return file.exists()
    except OSError:  # Reading it tells what is wrong.
        return True


def apply(declaration: Declaration, own: str | None, engine: sa.Engine, now: datetime) -> None:
    """Let the database hold what is declared, `own` being the bot's workspace.

    Where Slack has not told it and an entry needs it, what was applied before stays.
    """
    if (placed := declaration.placed(own)) is None:
        _LOG.warning("declared digests are left as they were: the bot's workspace is not known")
        return
    store = SubscriptionStore(engine)
    todo = changes(placed, store.everything(), now, day_off, lambda: uuid4().hex)
    for digest in todo.saved:
        store.save(digest)
    for digest in todo.removed:
        store.remove(digest.id)
    counts = {"saved": len(todo.saved), "removed": len(todo.removed)}
    _LOG.info("declared digests are applied", extra=counts)


def exported(settings: Settings) -> str:
    """Every digest of the database, as a file declares them; raises BadSettings."""
    from bot.library.digest_file import written

    with reachable():
        return written(SubscriptionStore(assembly.database(settings)).everything())

"""Whether a database has the shape that this version expects; what changes it is not loaded."""

import sqlalchemy as sa

from bot.core.errors import BadSettings

# The last of migrations/versions; a test compares them.
NEWEST = "0005"
_OLD = "The database is not what this version needs: run `alliance migrate` first."
NEWER = "The database is of a newer release than this one: start that one, or restore a backup."
_VERSION = sa.table("alembic_version", sa.column("version_num"))


def check(engine: sa.Engine) -> None:
    """Raise BadSettings where the database is not up to date."""
    with engine.connect() as connection:
        known = sa.inspect(connection).has_table(_VERSION.name)
        held = connection.execute(sa.select(_VERSION)).scalar() if known else None
    if held != NEWEST:
        raise BadSettings((NEWER if held and held > NEWEST else _OLD,))

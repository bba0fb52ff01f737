"""What is said of a database that is away, or that refuses what it is asked."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import OperationalError, ProgrammingError

from bot.core.errors import BadSettings

_AWAY = "DATABASE_URL names a database that cannot be reached: start it, or correct the address."
_REFUSED = (
    "DATABASE_URL names a database that refuses what it is asked ({why}): correct the options in"
    " the address, or give its role the rights to the tables."
)


@contextmanager
def reachable() -> Iterator[None]:
    """Raise BadSettings where the database cannot be reached in the block, or refuses."""
    try:
        yield
    except OperationalError:
        raise BadSettings((_AWAY,)) from None
    except ProgrammingError as error:
        raise BadSettings((_REFUSED.format(why=type(error.orig).__name__),)) from error

"""What is said of a database that is away."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import OperationalError

from bot.core.errors import BadSettings

_AWAY = "DATABASE_URL names a database that cannot be reached: start it, or correct the address."


@contextmanager
def reachable() -> Iterator[None]:
    """Raise BadSettings where the database cannot be reached in the block."""
    try:
        yield
    except OperationalError:
        raise BadSettings((_AWAY,)) from None

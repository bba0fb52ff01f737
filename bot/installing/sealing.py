"""Encrypts what opens a workspace: with the newest key, and readable with any that is listed.

https://cryptography.io/en/latest/fernet/
"""

from collections.abc import Sequence

import sqlalchemy as sa
from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from bot.core.errors import BadSettings
from bot.storage.database import writing
from bot.storage.installed_schema import BOT, INSTALLATION, SECRET

_UNREADABLE = (
    "TOKEN_ENCRYPTION_KEYS do not open {count} of the tokens that are stored: add the key that"
    " they were encrypted with, after the newest, or have those workspaces install the bot again"
    " after `alliance purge`."
)
_TABLES = (BOT, INSTALLATION)


def new_key() -> str:
    """A key for TOKEN_ENCRYPTION_KEYS."""
    return Fernet.generate_key().decode()


class Sealing:
    """Seals and opens texts; raises InvalidToken for what none of its keys has sealed."""

    def __init__(self, keys: Sequence[str]) -> None:
        self._fernet = MultiFernet([Fernet(key) for key in keys])

    def sealed(self, text: str | None) -> str | None:
        """The text as it is stored."""
        return None if text is None else self._fernet.encrypt(text.encode()).decode()

    def opened(self, stored: str | None) -> str | None:
        """The text that was stored."""
        return None if stored is None else self._fernet.decrypt(stored).decode()

    def renewed(self, stored: str) -> str:
        """The same text, sealed with the newest key."""
        return self._fernet.rotate(stored).decode()


def prove(engine: sa.Engine, sealing: Sealing) -> None:
    """Raise BadSettings where a bot's stored token, which requests need, cannot be opened."""
    _prove(engine, sealing, (BOT,))


def prove_all(engine: sa.Engine, sealing: Sealing) -> None:
    """Raise BadSettings where anything stored cannot be opened, also of earlier installers."""
    _prove(engine, sealing, _TABLES)


def _prove(engine: sa.Engine, sealing: Sealing, tables: Sequence[sa.Table]) -> None:
    stored = sa.union_all(
        *(sa.select(column).where(column.is_not(None)) for t in tables for column in _secrets(t))
    )
    with engine.connect() as connection:
        shut = sum(not _opens(sealing, token) for token in connection.execute(stored).scalars())
    if shut:
        raise BadSettings((_UNREADABLE.format(count=shut),))


def rotate(engine: sa.Engine, sealing: Sealing) -> int:
    """Seal all that is stored with the newest key; how many rows. Raises BadSettings."""
    prove_all(engine, sealing)
    count = 0
    with writing(engine) as connection:
        for table in _TABLES:
            held = sa.select(table.c.id, *_secrets(table))
            for row in connection.execute(held).mappings().all():
                renewed = {
                    name: sealing.renewed(stored)
                    for name, stored in row.items()
                    if name != "id" and stored is not None
                }
                if renewed:
                    connection.execute(
                        table.update().where(table.c.id == row["id"]).values(renewed)
                    )
                    count += 1
    return count


def _secrets(table: sa.Table) -> list[sa.Column[str]]:
    return [table.c[name] for name in SECRET if name in table.c]


def _opens(sealing: Sealing, token: str) -> bool:
    try:
        sealing.opened(token)
    except InvalidToken:
        return False
    return True

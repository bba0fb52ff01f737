"""The SDK's store of installations, with everything that opens a workspace encrypted.

Of a workspace, and of each who installed it, only the newest row is kept.
"""

from copy import copy
from typing import TypeVar

import sqlalchemy as sa
from slack_sdk.oauth.installation_store import Bot, Installation, InstallationStore
from slack_sdk.oauth.installation_store.sqlalchemy import SQLAlchemyInstallationStore

from bot.installing.sealing import Sealing
from bot.storage.database import writing
from bot.storage.installed_schema import BOT, INSTALLATION, SECRET

_Held = TypeVar("_Held", Bot, Installation)


class SealedInstallations(InstallationStore):
    """Installations by workspace and organisation; every method raises SQLAlchemyError.

    What is found raises InvalidToken where its key is not among those that are known.
    """

    def __init__(self, client_id: str, engine: sa.Engine, sealing: Sealing) -> None:
        self._within = SQLAlchemyInstallationStore(client_id, engine)
        self._engine = engine
        self._sealing = sealing

    def save(self, installation: Installation) -> None:
        """Keep an installation in the place of the one before it."""
        self._within.save(self._sealed(installation))
        self._forget_older(installation)

    def save_bot(self, bot: Bot) -> None:
        """Keep a bot's token."""
        self._within.save_bot(self._sealed(bot))

    def find_bot(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        is_enterprise_install: bool | None = False,
    ) -> Bot | None:
        """The bot of a workspace, or with no team of an organisation."""
        found = self._within.find_bot(
            enterprise_id=enterprise_id,
            team_id=team_id,
            is_enterprise_install=is_enterprise_install,
        )
        return self._opened(found) if found else None

    def find_installation(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None = None,
        is_enterprise_install: bool | None = False,
    ) -> Installation | None:
        """The newest installation there, or somebody's."""
        found = self._within.find_installation(
            enterprise_id=enterprise_id,
            team_id=team_id,
            user_id=user_id,
            is_enterprise_install=is_enterprise_install,
        )
        return self._opened(found) if found else None

    def has_installed(self, installation: Installation) -> bool:
        """Whether the same person has installed the bot there before."""
        there = _there(INSTALLATION, self._within.client_id, installation)
        before = sa.exists().where(there, INSTALLATION.c.user_id == installation.user_id)
        with self._engine.connect() as connection:
            return bool(connection.execute(sa.select(before)).scalar())

    def delete_bot(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        """Forget the bot of a workspace or of an organisation."""
        self._within.delete_bot(enterprise_id=enterprise_id, team_id=team_id)

    def delete_installation(
        self, *, enterprise_id: str | None, team_id: str | None, user_id: str | None = None
    ) -> None:
        """Forget installations there, or somebody's."""
        self._within.delete_installation(
            enterprise_id=enterprise_id, team_id=team_id, user_id=user_id
        )

    def _sealed(self, held: _Held) -> _Held:
        sealed = copy(held)
        for name in SECRET:
            if hasattr(sealed, name):
                setattr(sealed, name, self._sealing.sealed(getattr(held, name)))
        return sealed

    def _opened(self, held: _Held) -> _Held:
        for name in SECRET:
            if hasattr(held, name):
                setattr(held, name, self._sealing.opened(getattr(held, name)))
        return held

    def _forget_older(self, kept: Installation) -> None:
        with writing(self._engine) as connection:
            for table in (BOT, INSTALLATION):
                there = _there(table, self._within.client_id, kept)
                if table is INSTALLATION:
                    there = sa.and_(there, table.c.user_id == kept.user_id)
                newest = sa.select(sa.func.max(table.c.id)).where(there).scalar_subquery()
                connection.execute(table.delete().where(there, table.c.id < newest))


def _there(table: sa.Table, client_id: str, held: Installation) -> sa.ColumnElement[bool]:
    return sa.and_(
        table.c.client_id == client_id,
        table.c.enterprise_id == held.enterprise_id,
        table.c.team_id == held.team_id,
    )

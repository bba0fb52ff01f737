"""Under which organisation's installation a workspace is, where no request tells it."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from bot.storage.database import writing
from bot.storage.inserting import put
from bot.storage.installed_schema import BOT, ORG_TEAM


@dataclass(frozen=True, slots=True)
class Place:
    """Where an installation is: in a workspace, or, with no team, in a whole organisation."""

    enterprise: str | None
    team: str | None


@dataclass(frozen=True, slots=True)
class OrgTeams:
    """Workspaces of organisations, in the database; every method raises SQLAlchemyError."""

    engine: sa.Engine

    def places(self, team: str) -> tuple[Place, ...]:
        """Where an installation for that workspace may be: its own first, then its organisation's.

        A workspace of an organisation may have one of its own, under the organisation's id.
        """
        with self.engine.connect() as connection:
            return places(connection, team)

    def remember(self, team: str, enterprise: str, now: datetime) -> None:
        """Put on record that the workspace is answered with that organisation's installation."""
        known = sa.select(ORG_TEAM.c.enterprise).where(ORG_TEAM.c.team == team)
        with self.engine.connect() as connection:
            if connection.execute(known).scalar() == enterprise:
                return
        row = {"team": team, "enterprise": enterprise, "seen_at": now}
        with writing(self.engine) as connection:
            put(connection, ORG_TEAM, row)


def places(connection: sa.Connection, team: str) -> tuple[Place, ...]:
    """The same, in a transaction of the caller's."""
    own = sa.select(BOT.c.enterprise_id).where(BOT.c.team_id == team)
    newest = own.order_by(BOT.c.installed_at.desc()).limit(1)
    org = sa.select(ORG_TEAM.c.enterprise).where(ORG_TEAM.c.team == team)
    owned = [Place(held, team) for held in connection.execute(newest).scalars()]
    shared = [Place(held, None) for held in connection.execute(org).scalars()]
    return (*owned, *shared)

"""Deletes and tells all that is stored of a workspace, in whichever table it is."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from bot.storage.database import writing
from bot.storage.installed_schema import BOT, INSTALLATION, ORG_TEAM, SECRET
from bot.storage.org_teams import Place, places
from bot.storage.schema import DELIVERY, METADATA, SUBSCRIPTION

Counts = dict[str, int]


def tables_of_a_team(team: str) -> Iterator[tuple[sa.Table, sa.ColumnElement[bool]]]:
    """Every table with rows of a workspace, and which rows those are; dependents come first."""
    for table in reversed(METADATA.sorted_tables):
        for name in ("team", "team_id"):
            if name in table.c:
                yield table, table.c[name] == team
        if table is DELIVERY:
            # So, and not by each delivery's own subscription: there are many more of them.
            ids = sa.select(SUBSCRIPTION.c.id).where(SUBSCRIPTION.c.team == team)
            yield table, DELIVERY.c.subscription.in_(ids)


@dataclass(frozen=True, slots=True)
class Purging:
    """What is stored of workspaces and organisations; every method raises SQLAlchemyError."""

    engine: sa.Engine

    def purge(self, team: str) -> Counts:
        """Delete all that is stored of a workspace; how many rows of which table."""
        with writing(self.engine) as connection:
            return _purged(connection, team)

    def purge_organisation(self, enterprise: str) -> Counts:
        """Delete an organisation's installations, and all that is stored of its workspaces."""
        with writing(self.engine) as connection:
            return _purged_organisation(connection, enterprise)

    def left(self, team: str, enterprise: str, at: datetime) -> Counts:
        """Delete what is stored of a workspace, or with no team an organisation, that left then.

        Slack's events come late and in any order: where it has installed the bot again since, only
        what is left of the old installation goes.
        """
        with writing(self.engine) as connection:
            _delete_installations(connection, team, enterprise, at)
            if team:
                return {} if _is_served(connection, team) else _purged(connection, team)
            if _is_installed(connection, Place(enterprise, None)):
                return {}
            return _purged_members(connection, enterprise)

    def withdrawn(self, team: str, at: datetime) -> Counts:
        """Delete what is stored of a workspace that its organisation's installation left then.

        It goes on where it has its own, or where the organisation's has served it since.
        """
        until = at.replace(microsecond=999_999)
        with writing(self.engine) as connection:
            link = ORG_TEAM.delete().where(ORG_TEAM.c.team == team, ORG_TEAM.c.seen_at <= until)
            connection.execute(link)
            return {} if _is_served(connection, team) else _purged(connection, team)

    def export(self, team: str) -> dict[str, list[dict[str, Any]]]:
        """All that is stored of a workspace, by table, but for its tokens."""
        with self.engine.connect() as connection:
            return {
                table.name: [_told(row) for row in rows]
                for table, here in tables_of_a_team(team)
                if (rows := connection.execute(sa.select(table).where(here)).mappings().all())
            }


def _purged(connection: sa.Connection, team: str) -> Counts:
    counts = {
        table.name: connection.execute(table.delete().where(here)).rowcount
        for table, here in tables_of_a_team(team)
    }
    return {name: count for name, count in counts.items() if count}


def _purged_organisation(connection: sa.Connection, enterprise: str) -> Counts:
    total = Counter[str]()
    for team in _members(connection, enterprise):
        total.update(_purged(connection, team))
    for table in (BOT, INSTALLATION):
        gone = table.delete().where(_at(table, Place(enterprise, None)))
        total[table.name] += connection.execute(gone).rowcount
    return dict(+total)


def _purged_members(connection: sa.Connection, enterprise: str) -> Counts:
    """Of an organisation that left, the workspaces that have no installation of their own."""
    total = Counter[str]()
    for team in _members(connection, enterprise):
        if not _is_served(connection, team):
            total.update(_purged(connection, team))
    connection.execute(ORG_TEAM.delete().where(ORG_TEAM.c.enterprise == enterprise))
    return dict(total)


def _members(connection: sa.Connection, enterprise: str) -> list[str]:
    members = sa.select(ORG_TEAM.c.team).where(ORG_TEAM.c.enterprise == enterprise)
    return list(connection.execute(members).scalars())


def _delete_installations(
    connection: sa.Connection, team: str, enterprise: str, at: datetime
) -> None:
    """Slack's moments are whole seconds, so what was installed within that second goes too."""
    until = at.astimezone(UTC).replace(tzinfo=None, microsecond=999_999)
    for table in (BOT, INSTALLATION):
        here = table.c.team_id == team if team else _at(table, Place(enterprise, None))
        connection.execute(table.delete().where(here, table.c.installed_at <= until))


def _is_served(connection: sa.Connection, team: str) -> bool:
    """Whether there is an installation for that workspace, be it its organisation's."""
    return any(_is_installed(connection, place) for place in places(connection, team))


def _is_installed(connection: sa.Connection, place: Place) -> bool:
    return bool(connection.execute(sa.select(sa.exists().where(_at(BOT, place)))).scalar())


def _at(table: sa.Table, place: Place) -> sa.ColumnElement[bool]:
    return sa.and_(table.c.enterprise_id == place.enterprise, table.c.team_id == place.team)


def _told(row: sa.RowMapping) -> dict[str, Any]:
    return {
        name: held.isoformat() if isinstance(held, datetime) else held
        for name, held in row.items()
        if name not in SECRET
    }

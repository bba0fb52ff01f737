"""The languages that people chose."""

import logging
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from bot.core.statement import Language
from bot.storage.database import writing
from bot.storage.inserting import put
from bot.storage.schema import PREFERENCE

_LOG = logging.getLogger("bot.storage")


@dataclass(frozen=True, slots=True)
class PreferenceStore:
    """Preferences in the database."""

    engine: sa.Engine

    def language(self, team: str, person: str) -> Language | None:
        """What somebody chose; None too where the database is away: an answer needs none."""
        query = sa.select(PREFERENCE.c.language).where(_theirs(team, person))
        try:
            with self.engine.connect() as connection:
                chosen = connection.execute(query).scalar()
        except SQLAlchemyError as error:
            _LOG.warning("preference not read", extra={"error": type(error).__name__})
            return None
        return _language(chosen)

    def choose(self, team: str, person: str, language: Language | None) -> None:
        """Keep what somebody chose; None forgets it. Raises SQLAlchemyError."""
        with writing(self.engine) as connection:
            if language:
                row = {"team": team, "person": person, "language": language}
                put(connection, PREFERENCE, row)
            else:
                connection.execute(PREFERENCE.delete().where(_theirs(team, person)))


def _theirs(team: str, person: str) -> sa.ColumnElement[bool]:
    return sa.and_(PREFERENCE.c.team == team, PREFERENCE.c.person == person)


def _language(chosen: object) -> Language | None:
    match chosen:
        case "en" | "ko":
            return chosen
        case _:
            return None

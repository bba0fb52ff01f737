"""Whether passages were the right ones: nobody knows who said so."""

from dataclasses import dataclass

import sqlalchemy as sa

from bot.core.remarks import Remark
from bot.storage.database import writing
from bot.storage.inserting import insert_new
from bot.storage.schema import REMARK


@dataclass(frozen=True, slots=True)
class RemarkStore:
    """Remarks in the database; every method raises SQLAlchemyError where it is away."""

    engine: sa.Engine

    def keep(self, id: str, remark: Remark) -> None:
        """Keep a remark; one that has that id already stays as it is."""
        row = {
            "id": id,
            "team": remark.team,
            "slug": remark.slug,
            "passage": remark.passage,
            "right": remark.right,
            "wish": remark.wish,
            "made_at": remark.made_at,
        }
        with writing(self.engine) as connection:
            insert_new(connection, REMARK, row)

    def wish(self, team: str, id: str, wish: str) -> bool:
        """Add the wish to a workspace's remark that it was wrong; False where there is none."""
        theirs = sa.and_(REMARK.c.id == id, REMARK.c.team == team, REMARK.c.right.is_(False))
        with writing(self.engine) as connection:
            changed = connection.execute(REMARK.update().where(theirs).values(wish=wish))
            return changed.rowcount == 1

    def every(self) -> tuple[Remark, ...]:
        """The remarks of all workspaces, oldest first."""
        query = sa.select(REMARK).order_by(REMARK.c.made_at, REMARK.c.id)
        with self.engine.connect() as connection:
            return tuple(map(_remark_in, connection.execute(query).mappings()))


def _remark_in(row: sa.RowMapping) -> Remark:
    return Remark(
        team=row[REMARK.c.team],
        slug=row[REMARK.c.slug],
        passage=row[REMARK.c.passage],
        right=row[REMARK.c.right],
        wish=row[REMARK.c.wish],
        made_at=row[REMARK.c.made_at],
    )

"""What was acknowledged as kept, looked for in the database."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

import sqlalchemy as sa

from bot.storage.schema import PREFERENCE, REMARK, SUBSCRIPTION
from tests.support.traffic.mixing import Mix


def lost(engine: sa.Engine, mix: Mix) -> dict[str, tuple[int, int]]:
    """How much of each kind was acknowledged, and how much of it is not there."""
    with engine.connect() as connection:
        chosen = connection.execute(sa.select(PREFERENCE.c.person, PREFERENCE.c.language))
        languages = {(person, language) for person, language in chosen}
        remarks = set(connection.execute(sa.select(REMARK.c.id)).scalars())
        channels = set(connection.execute(sa.select(SUBSCRIPTION.c.channel)).scalars())
    return {
        "languages": _missing(mix.chosen.items(), languages),
        "remarks": _missing(mix.remarks, remarks),
        "digests": _missing(mix.digests, channels),
    }


def _missing(acknowledged: Iterable[object], held: AbstractSet[object]) -> tuple[int, int]:
    wanted = set(acknowledged)
    return len(wanted), len(wanted - held)

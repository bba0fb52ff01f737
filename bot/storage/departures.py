"""What is done when a workspace leaves: all that is stored of it goes."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from bot.core.errors import StorageAway
from bot.storage.purging import Counts, Purging

# A workspace's id, or none and an organisation's.
Forget = Callable[[str | None, str | None], None]
_LOG = logging.getLogger("bot.storage")


@dataclass(frozen=True, slots=True)
class DepartureStore:
    """Departures of workspaces that have their installations in the database.

    `forget` is told, so that nothing in memory outlives what was stored.
    """

    engine: sa.Engine
    forget: Forget

    def left(self, team: str, enterprise: str, at: datetime) -> None:
        """Delete what is stored of a workspace, or with no team an organisation, that left then.

        One that has installed the bot again since stays. Raises StorageAway.
        """
        _leave(self.engine, team, enterprise, at)
        self.forget(team or None, enterprise or None)

    def revoked(self, team: str, enterprise: str, at: datetime) -> None:
        """The same: without its token there is nobody to answer. Raises StorageAway."""
        self.left(team, enterprise, at)

    def withdrawn(self, team: str, at: datetime) -> None:
        """Delete what is stored of a workspace that its organisation's installation left then.

        One that it serves again since, or that has its own, stays. Raises StorageAway.
        """
        _purged(team, lambda: Purging(self.engine).withdrawn(team, at))
        self.forget(team, None)


@dataclass(frozen=True, slots=True)
class OnlyDeparture:
    """The departure of the one workspace whose token is a setting, good at `since`.

    Whatever happened before that moment has been undone: with a token that opens nothing the bot
    does not start.
    """

    engine: sa.Engine
    since: datetime

    def left(self, team: str, enterprise: str, at: datetime) -> None:
        """Delete what is stored of the workspace, unless it came back since; raises StorageAway."""
        if at >= self.since:
            _leave(self.engine, team, enterprise, at)

    def withdrawn(self, team: str, at: datetime) -> None:
        """The same as if it had left: no organisation brings it back."""
        self.left(team, "", at)

    def revoked(self, team: str, enterprise: str, at: datetime) -> None:
        """Keep all: whoever runs the bot changes its token by hand, and digests wait for it."""


def _leave(engine: sa.Engine, team: str, enterprise: str, at: datetime) -> None:
    _purged(team or enterprise, lambda: Purging(engine).left(team, enterprise, at))


def _purged(who: str, purge: Callable[[], Counts]) -> None:
    try:
        counts = purge()
    except SQLAlchemyError as error:
        _LOG.error("not purged", extra={"team": who, "error": type(error).__name__})
        raise StorageAway from None
    _LOG.info("left", extra={"team": who, "rows": sum(counts.values())})

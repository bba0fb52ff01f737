"""From a request, or from a workspace's id alone, to the bot that is installed there."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from cryptography.fernet import InvalidToken
from slack_sdk.oauth.installation_store import Bot
from sqlalchemy.exc import SQLAlchemyError

from bot.core.errors import StorageAway
from bot.installing.installations import SealedInstallations
from bot.installing.lookups import Whose
from bot.storage.org_teams import OrgTeams, Place

_LOG = logging.getLogger("bot.installing")


@dataclass(frozen=True, slots=True)
class Finding:
    """Finds a workspace's own installation or its organisation's; raises SQLAlchemyError."""

    store: SealedInstallations
    teams: OrgTeams
    now: Callable[[], datetime]

    def of_request(self, whose: Whose) -> Bot | None:
        """The bot that a request is for. That its workspace is of an organisation is kept.

        Slack says so with every request, so nothing has to be asked of it for a digest later on;
        and what a digest is set up by is such a request.
        """
        own = Place(whose.enterprise, whose.team) if whose.team else None
        org = Place(whose.enterprise, None) if whose.enterprise else None
        for place in (org, own) if whose.org_wide else (own, org):
            if place and (bot := self._at(place)):
                if not place.team and whose.team and place.enterprise:
                    self.teams.remember(whose.team, place.enterprise, self.now())
                return bot
        return None

    def of_team(self, team: str) -> Bot | None:
        """The bot of a workspace that no request has told the organisation of."""
        found = map(self._at, self.teams.places(team))
        return next(filter(None, found), None)

    def token(self, team: str) -> str | None:
        """The token that posts in a workspace, None where there is none; raises StorageAway."""
        try:
            bot = self.of_team(team)
        except SQLAlchemyError:
            raise StorageAway from None
        except InvalidToken:
            _LOG.error("token not readable: its key is missing", extra={"team": team})
            return None
        return bot.bot_token if bot else None

    def _at(self, place: Place) -> Bot | None:
        return self.store.find_bot(enterprise_id=place.enterprise, team_id=place.team)

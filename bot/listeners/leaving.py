"""A workspace removes the app, or its token: what is stored of it is deleted before Slack hears so.

Slack sends both events, in any order: https://docs.slack.dev/reference/events/app_uninstalled and
.../tokens_revoked ; of an organisation's installation it may take single workspaces away, with
.../team_access_revoked . What fails is answered with an error, and comes again.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from slack_bolt import Args

from bot.listeners.payloads import mapping

UNINSTALLED, REVOKED, WITHDRAWN = "app_uninstalled", "tokens_revoked", "team_access_revoked"


class Departures(Protocol):
    """What is stored of workspaces that leave."""

    def left(self, team: str, enterprise: str, at: datetime) -> None:
        """The app was removed there at that moment; with no team, from the organisation.

        It may be told again. Raises StorageAway where nothing could be deleted.
        """
        ...

    def revoked(self, team: str, enterprise: str, at: datetime) -> None:
        """The bot's token was revoked; otherwise the same."""
        ...

    def withdrawn(self, team: str, at: datetime) -> None:
        """Its organisation's installation was taken from that workspace; otherwise the same."""
        ...


@dataclass(frozen=True, slots=True)
class Leaving:
    """Hears of departures; an event without a moment or a place is of nobody."""

    departures: Departures

    def uninstalled(self, args: Args) -> None:
        """The app was removed."""
        if departure := _departure(args):
            self.departures.left(*departure)
        args.ack()

    def revoked(self, args: Args) -> None:
        """Tokens were revoked; those of people are nothing to the bot."""
        departure = _departure(args)
        if departure and mapping(args.event or {}, "tokens").get("bot"):
            self.departures.revoked(*departure)
        args.ack()

    def withdrawn(self, args: Args) -> None:
        """An organisation goes on with the app, but some of its workspaces do without."""
        at, teams = _moment(args), (args.event or {}).get("team_ids")
        if at and isinstance(teams, list):
            for team in filter(None, map(_id, teams)):
                self.departures.withdrawn(team, at)
        args.ack()


def _departure(args: Args) -> tuple[str, str, datetime] | None:
    """Who left, and when; in an organisation-wide installation the organisation did."""
    at, enterprise = _moment(args), _id(args.context.enterprise_id)
    team = "" if args.context.is_enterprise_install and enterprise else _id(args.context.team_id)
    return (team, enterprise, at) if at and (team or enterprise) else None


def _moment(args: Args) -> datetime | None:
    told = args.body.get("event_time")
    if not isinstance(told, int) or not 0 < told < 1 << 40:
        return None
    return datetime.fromtimestamp(told, UTC)


def _id(told: object) -> str:
    return told if isinstance(told, str) else ""

"""What is added where any workspace may install the bot: pages, and a token for each request."""

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from bot.core.statement import Language, Statement
from bot.settings import Settings

if TYPE_CHECKING:
    import sqlalchemy as sa

    from bot.installing.authorizing import Authorizing
    from bot.installing.door import InstallDoor
    from bot.installing.finding import Finding
    from bot.installing.flow import InstallFlow
    from bot.installing.installations import SealedInstallations
    from bot.installing.lookups import Lookups
    from bot.rendering.install_pages import Pages
    from bot.scheduling.slack import Token


@dataclass(frozen=True, slots=True)
class Many:
    """Many workspaces: who installs, by which pages, and what a request is answered with."""

    authorize: "Authorizing"
    flow: "InstallFlow"
    door: "InstallDoor"
    lookups: "Lookups"


def many(
    settings: Settings,
    engine: "sa.Engine",
    statement: Statement,
    executor: Executor,
    now: Callable[[], datetime],
) -> Many:
    """All of it; nothing is asked of the database or of Slack yet."""
    from bot.installing.authorizing import Authorizing
    from bot.installing.door import InstallDoor
    from bot.installing.flow import INSTALL
    from bot.installing.lookups import Lookups

    store = _store(settings, engine)
    lookups = Lookups(_finding(store, engine, now).of_request)
    pages = _pages(statement)
    flow = _flow(settings, engine, store, statement, executor, lookups, pages)
    authorizing = Authorizing(lookups, settings.public_url + INSTALL)
    return Many(authorizing, flow, InstallDoor(flow, pages), lookups)


def tokens(settings: Settings, engine: "sa.Engine", now: Callable[[], datetime]) -> "Token":
    """The token that posts a digest in a workspace."""
    if not settings.many:
        return lambda team: settings.bot_token
    return _finding(_store(settings, engine), engine, now).token


def proved(settings: Settings, engine: "sa.Engine") -> None:
    """Raise BadSettings where the keys do not open what is stored."""
    if settings.many:
        from bot.installing.sealing import Sealing, prove

        prove(engine, Sealing(settings.encryption_keys))


def _store(settings: Settings, engine: "sa.Engine") -> "SealedInstallations":
    from bot.installing.installations import SealedInstallations
    from bot.installing.sealing import Sealing

    return SealedInstallations(settings.client_id, engine, Sealing(settings.encryption_keys))


def _finding(
    store: "SealedInstallations", engine: "sa.Engine", now: Callable[[], datetime]
) -> "Finding":
    from bot.installing.finding import Finding
    from bot.storage.org_teams import OrgTeams

    return Finding(store, OrgTeams(engine), now)


def _flow(
    settings: Settings,
    engine: "sa.Engine",
    store: "SealedInstallations",
    statement: Statement,
    executor: Executor,
    lookups: "Lookups",
    pages: "Callable[[Language], Pages]",
) -> "InstallFlow":
    from bot.installing.calling import Calling
    from bot.installing.door import failed
    from bot.installing.flow import AppAtSlack, InstallFlow
    from bot.installing.states import States
    from bot.installing.welcoming import Welcoming

    app = AppAtSlack(
        *(settings.client_id, settings.client_secret, _scopes("bot")),
        *(settings.public_url, settings.api_url),
    )
    return InstallFlow(
        *(app, store, States(engine), Calling(settings.api_url), pages),
        kept=lambda done: lookups.forget(done.team_id, done.enterprise_id),
        greet=Welcoming(statement, settings.api_url, executor).greet,
        failed=failed,
    )


def _pages(statement: Statement) -> "Callable[[Language], Pages]":
    from bot.installing.flow import INSTALL
    from bot.manifest import described
    from bot.rendering.install_pages import Pages

    name, optional = described()["display_information"]["name"], _scopes("bot_optional")
    return lambda language: Pages(name, statement, tuple(optional), INSTALL, language)


def _scopes(kind: str) -> Sequence[str]:
    from bot.manifest import described

    scopes: Sequence[str] = described()["oauth_config"]["scopes"][kind]
    return scopes

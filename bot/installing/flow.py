"""Bolt's OAuth flow, with pages of our own: https://docs.slack.dev/authentication/installing-with-oauth"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from slack_bolt import BoltRequest, BoltResponse
from slack_bolt.oauth import OAuthFlow
from slack_bolt.oauth.callback_options import CallbackOptions, FailureArgs, SuccessArgs
from slack_bolt.oauth.oauth_settings import OAuthSettings
from slack_sdk.oauth.installation_store import Installation

from bot.core.statement import Language
from bot.installing.browsers import language_cookie, language_of
from bot.installing.calling import Calling
from bot.installing.installations import SealedInstallations
from bot.installing.states import StateCookie, States
from bot.rendering.install_pages import Installed, Pages

INSTALL, REDIRECT = "/slack/install", "/slack/oauth_redirect"
_TEAM = re.compile("[TE][A-Z0-9]{1,31}")
# What Slack or Bolt says where somebody did not want to, or was not quick enough.
_CANCELLED = frozenset(("access_denied",))
_EXPIRED = frozenset(("invalid_browser", "invalid_state"))


@dataclass(frozen=True, slots=True)
class AppAtSlack:
    """What Slack knows the app by, and where Slack is."""

    client_id: str
    client_secret: str
    scopes: Sequence[str]
    public_url: str
    api_url: str

    @property
    def authorize(self) -> str:
        """Slack's page of consent, which stands beside its Web API."""
        return self.api_url.removesuffix("api/") + "oauth/v2/authorize"


class InstallFlow(OAuthFlow):
    """The way to Slack and back.

    `kept` is told of each installation, `greet` of the first by somebody in a workspace; `failed`
    logs a reason and gives the id that it can be found under.
    """

    def __init__(
        self,
        app: AppAtSlack,
        store: SealedInstallations,
        states: States,
        client: Calling,
        pages: Callable[[Language], Pages],
        kept: Callable[[Installation], None],
        greet: Callable[[Installation, Language], None],
        failed: Callable[[str], str],
    ) -> None:
        settings = OAuthSettings(
            client_id=app.client_id,
            client_secret=app.client_secret,
            scopes=app.scopes,
            user_scopes=[],
            redirect_uri=app.public_url + REDIRECT,
            authorization_url=app.authorize,
            installation_store=store,
            state_store=states,
            callback_options=CallbackOptions(self._succeeded, self._failed),
            logger=client.quiet,
        )
        settings.state_utils = StateCookie()
        super().__init__(client=client, logger=client.quiet, settings=settings)
        self._app, self._pages, self._store = app, pages, store
        self._kept, self._greet, self._log_failure = kept, greet, failed

    def build_authorize_url(self, state: str, request: BoltRequest) -> str:
        """Slack's page, with the workspace chosen that the request names, if it names one."""
        asked: dict[str, str] = {
            "client_id": self._app.client_id,
            "scope": ",".join(self._app.scopes),
            "redirect_uri": self.redirect_uri or "",
            "state": state,
        }
        team = (request.query.get("team") or [""])[0]
        if _TEAM.fullmatch(team):
            asked["team"] = team
        return f"{self._app.authorize}?{urlencode(asked)}"

    def build_install_page_html(self, url: str, request: BoltRequest) -> str:
        """The page with the button."""
        return self._pages(language_of(request)).install(url)

    def append_set_cookie_headers(
        self, headers: dict[str, Any], set_cookie_value: str | None
    ) -> dict[str, Any]:
        """The state's cookie."""
        return {**headers, "Set-Cookie": [set_cookie_value]} if set_cookie_value else headers

    def handle_installation(self, request: BoltRequest) -> BoltResponse:
        """The page with the button; it remembers the language that was chosen on it."""
        response = super().handle_installation(request)
        response.headers["set-cookie"] = [
            *response.headers.get("set-cookie", ()),
            language_cookie(language_of(request)),
        ]
        return response

    def store_installation(self, request: BoltRequest, installation: Installation) -> None:
        """Keep the installation; whoever has not installed the bot before is greeted."""
        store = self._store
        before = store.has_installed(installation)
        store.save(installation)
        self._kept(installation)
        if not before:
            self._greet(installation, language_of(request))

    def _succeeded(self, args: SuccessArgs) -> BoltResponse:
        page = self._pages(language_of(args.request)).installed(_shown(args.installation))
        return self._answered(200, page)

    def _failed(self, args: FailureArgs) -> BoltResponse:
        pages = self._pages(language_of(args.request))
        if args.reason in _CANCELLED:
            return self._answered(200, pages.cancelled())
        if args.reason in _EXPIRED:
            return self._answered(400, pages.expired())
        return self._answered(400, pages.failed(self._log_failure(args.reason)))

    def _answered(self, status: int, page: str) -> BoltResponse:
        """A page that ends the installation, whose state is of no more use."""
        cookie = self.settings.state_utils.build_set_cookie_for_deletion()
        return BoltResponse(status=status, body=page, headers={"set-cookie": [cookie]})


def _shown(done: Installation) -> Installed:
    team, organisation = done.team_name or "", done.enterprise_name or ""
    return Installed(
        app=done.app_id or "",
        team=done.team_id or "",
        enterprise=done.enterprise_id or "",
        where=organisation if done.is_enterprise_install else team,
        scopes=frozenset(done.bot_scopes or ()),
        organisation_wide=done.is_enterprise_install,
    )

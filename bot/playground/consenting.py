"""An installation as Slack sees it: somebody consents, and the code they are sent back with is
exchanged for a token. https://docs.slack.dev/authentication/installing-with-oauth
"""

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from bot.playground.calls import Answer, Call
from bot.playground.refusals import Refused, Unwelcome
from bot.playground.rooms import Code
from bot.playground.workspace import Workspace


def consent(
    workspace: Workspace,
    authorize: str,
    installer: str,
    declined: frozenset[str] = frozenset(),
    organisation: str = "",
) -> str:
    """Say yes on Slack's page at that address; where Slack sends the browser then.

    Raises Unwelcome where Slack would show an error instead.
    """
    asked = dict(parse_qsl(urlsplit(authorize).query))
    if asked.get("client_id") != workspace.app.client_id:
        raise Unwelcome("invalid_client_id")
    scopes = frozenset(asked.get("scope", "").split(","))
    if not scopes or not scopes <= workspace.offered:
        raise Unwelcome("invalid_scope")
    code = new_code(
        workspace, installer, scopes - declined, asked.get("redirect_uri", ""), organisation
    )
    back = urlencode({"code": code, "state": asked.get("state", "")})
    return f"{asked['redirect_uri']}?{back}"


def new_code(
    workspace: Workspace,
    installer: str = "",
    scopes: frozenset[str] | None = None,
    redirect: str = "",
    organisation: str = "",
) -> str:
    """A code that an installation may exchange once."""
    code = secrets.token_hex(16)
    who = installer or workspace.town.people[0].id
    granted = workspace.offered if scopes is None else scopes
    with workspace.lock:
        workspace.rooms.codes[code] = Code(who, granted, redirect, organisation)
    return code


def oauth_access(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/oauth.v2.access"""
    workspace = call.workspace
    _check_client(call)
    code = call.rooms.codes.get(call.needed("code"))
    if code is None:
        raise Refused("invalid_code")
    if code.used:
        raise Refused("code_already_used")
    if code.redirect != call.text("redirect_uri"):
        raise Refused("bad_redirect_uri")
    code.used = True
    workspace.install(replace(workspace.app, scopes=code.scopes))
    app, team = workspace.app, workspace.town.team
    organisation = {"id": code.organisation, "name": f"{team.name} (all)"}
    whose: Mapping[str, object] = {
        "team": None if code.organisation else {"id": team.id, "name": team.name},
        "enterprise": organisation if code.organisation else None,
        "is_enterprise_install": bool(code.organisation),
    }
    return {
        "access_token": app.token,
        "token_type": "bot",
        "scope": ",".join(sorted(app.scopes)),
        "bot_user_id": app.bot.id,
        "app_id": app.app,
        "authed_user": {"id": code.installer},
        **whose,
    }


def _check_client(call: Call) -> None:
    app = call.workspace.app
    if app.client_id and call.text("client_id") != app.client_id:
        raise Refused("invalid_client_id")
    secret = call.text("client_secret").encode()
    if app.client_secret and not hmac.compare_digest(secret, app.client_secret.encode()):
        raise Refused("bad_client_secret")

"""What Slack says of the bot's tokens, its scopes and the time."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web import SlackResponse

from bot.credentials import code
from bot.doctor.finding import Finding, do, well
from bot.settings import APP_TOKEN, BOT_TOKEN, Settings

PATIENCE = 5
# Slack signs with its own time, and what is more than five minutes off is refused:
# https://docs.slack.dev/authentication/verifying-requests-from-slack
MOST_SKEW = timedelta(minutes=1)


def slack_findings(
    settings: Settings, manifest: Mapping[str, Any], now: Callable[[], datetime]
) -> Iterator[Finding]:
    """Whether the tokens are taken, which scopes they have, and whose clock is right."""
    if settings.many:
        yield well("Slack", f"each workspace installs it at {settings.public_url}/slack/install")
        yield from _without_a_token(settings.api_url, now)
        return
    if not settings.bot_token:
        yield well("Slack", "no token is set, so `alliance run` starts the playground")
        return
    client = _client(settings.api_url, settings.bot_token)
    told = _asked(client.auth_test)
    if isinstance(told, str):
        yield do(BOT_TOKEN.name, told)
        return
    yield well(BOT_TOKEN.name, f"Slack knows it as {told.get('user')} in {told.get('team')}")
    yield from _scopes(_header(told, "x-oauth-scopes"), manifest["oauth_config"]["scopes"])
    yield _clock(_header(told, "date"), now())
    if settings.app_token:
        yield _app_token(client, settings.app_token)


def _without_a_token(api_url: str, now: Callable[[], datetime]) -> Iterator[Finding]:
    """What can be known without a workspace's token."""
    told = _asked(_client(api_url).api_test)
    yield do("Slack", told) if isinstance(told, str) else _clock(_header(told, "date"), now())


def _client(api_url: str, token: str | None = None) -> WebClient:
    client = WebClient(token, base_url=api_url, timeout=PATIENCE)
    client.retry_handlers = []
    return client


def _header(told: SlackResponse, wanted: str) -> str:
    named = {name.lower(): value for name, value in told.headers.items()}
    return str(named.get(wanted, ""))


def _asked(call: Callable[[], SlackResponse]) -> SlackResponse | str:
    """Slack's answer, or why there is none."""
    try:
        return call()
    except SlackApiError as error:
        return f"Slack refuses it ({code(error)}): install the app again and copy it anew"
    except (SlackClientError, OSError, HTTPException) as error:
        return f"Slack cannot be reached ({type(error).__name__}): look at the network and proxies"


def _scopes(granted: str, wanted: Mapping[str, Iterable[str]]) -> Iterator[Finding]:
    """The scopes against the manifest; what is optional may be missing."""
    if not granted:
        yield do("scopes", "Slack does not tell them: compare them with `alliance manifest`")
        return
    held = {scope.strip() for scope in granted.split(",")}
    optional = set(wanted["bot_optional"])
    if missing := sorted(set(wanted["bot"]) - optional - held):
        told = f"{', '.join(missing)} missing: paste `alliance manifest` anew and reinstall the app"
        yield do("scopes", told)
    else:
        yield well("scopes", "everything that the manifest needs is granted")
    if declined := sorted(optional - held):
        yield well("optional scopes", f"without {', '.join(declined)}; README says what that costs")
    if spare := sorted(held - set(wanted["bot"])):
        yield do("scopes", f"{', '.join(spare)} granted and not needed: take them away")


def _clock(date: str, now: datetime) -> Finding:
    try:
        skew = now - parsedate_to_datetime(date).astimezone(UTC)
    except ValueError:
        return do("clock", "Slack does not tell the time: compare this machine's with another")
    seconds = round(abs(skew.total_seconds()))
    if abs(skew) > MOST_SKEW:
        return do("clock", f"{seconds} s from Slack's: let this machine keep time (NTP)")
    return well("clock", f"{seconds} s from Slack's")


def _app_token(client: WebClient, token: str) -> Finding:
    told = _asked(lambda: client.apps_connections_open(app_token=token))
    if isinstance(told, str):
        return do(APP_TOKEN.name, told)
    return well(APP_TOKEN.name, "Slack opens Socket Mode with it")

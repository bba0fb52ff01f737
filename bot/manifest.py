"""Slack's description of the app, ready to paste: manifest.yaml is the Socket Mode variant."""

from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from bot.core.errors import BadSettings

# https://docs.slack.dev/reference/app-manifest
_LONGEST_ADDRESS = 500
_NO_SERVER = (
    "--mcp-url must be the public address of `alliance mcp --http`: https://, its path included,"
    f" and at most {_LONGEST_ADDRESS} characters."
)


def manifest(base: str | None, mcp_url: str | None = None) -> str:
    """manifest.yaml as it stands, or with request URLs under the base address for HTTP.

    With the address of `alliance mcp --http` Slack's assistant may use it. Raises BadSettings
    where either is no https address.
    """
    text = _text()
    if base is None and mcp_url is None:
        return text
    described: dict[str, Any] = yaml.safe_load(text)
    if base is not None:
        _over_http(described, base)
    if mcp_url is not None:
        _for_assistants(described, mcp_url)
    return yaml.safe_dump(described, sort_keys=False, allow_unicode=True, width=100)


def described() -> dict[str, Any]:
    """What the manifest says of the app."""
    described: dict[str, Any] = yaml.safe_load(_text())
    return described


def _text() -> str:
    packaged = files("bot") / "manifest.yaml"
    if packaged.is_file():
        return packaged.read_text("utf-8")
    return (Path(__file__).parent.parent / "manifest.yaml").read_text("utf-8")


def _over_http(described: dict[str, Any], base: str) -> None:
    if not base.startswith("https://"):
        raise BadSettings(("--url must be the bot's public address and begin with https://.",))
    root = base.rstrip("/").removesuffix("/slack/events")
    address = root + "/slack/events"
    # Where Slack sends whoever installs; a bot of one workspace is never asked for it.
    described["oauth_config"]["redirect_urls"] = [root + "/slack/oauth_redirect"]
    for command in described["features"]["slash_commands"]:
        command["url"] = address
    described["settings"]["event_subscriptions"]["request_url"] = address
    described["settings"]["interactivity"]["request_url"] = address
    # What is typed into a menu goes there, for suggestions.
    described["settings"]["interactivity"]["message_menu_options_url"] = address
    described["settings"]["socket_mode_enabled"] = False


def _for_assistants(described: dict[str, Any], address: str) -> None:
    """https://docs.slack.dev/ai/slackbot-mcp-client ; it answers everybody the same: `no_auth`."""
    if not address.startswith("https://") or len(address) > _LONGEST_ADDRESS:
        raise BadSettings((_NO_SERVER,))
    scopes = described["oauth_config"]["scopes"]
    scopes["bot"] = sorted((*scopes["bot"], "mcp:connect"))
    described["mcp_servers"] = {"statement": {"url": address, "auth_type": "no_auth"}}

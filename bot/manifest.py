"""Slack's description of the app, ready to paste: manifest.yaml is the Socket Mode variant."""

from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from bot.core.errors import BadSettings


def manifest(base: str | None) -> str:
    """manifest.yaml as it stands, or with request URLs under the base address for HTTP.

    Raises BadSettings where the base is no https address.
    """
    text = _text()
    return text if base is None else _over_http(text, base)


def described() -> dict[str, Any]:
    """What the manifest says of the app."""
    described: dict[str, Any] = yaml.safe_load(_text())
    return described


def _text() -> str:
    packaged = files("bot") / "manifest.yaml"
    if packaged.is_file():
        return packaged.read_text("utf-8")
    return (Path(__file__).parent.parent / "manifest.yaml").read_text("utf-8")


def _over_http(text: str, base: str) -> str:
    if not base.startswith("https://"):
        raise BadSettings(("--url must be the bot's public address and begin with https://.",))
    address = base.rstrip("/").removesuffix("/slack/events") + "/slack/events"
    described: dict[str, Any] = yaml.safe_load(text)
    for command in described["features"]["slash_commands"]:
        command["url"] = address
    described["settings"]["event_subscriptions"]["request_url"] = address
    described["settings"]["interactivity"]["request_url"] = address
    # What is typed into a menu goes there, for suggestions.
    described["settings"]["interactivity"]["message_menu_options_url"] = address
    described["settings"]["socket_mode_enabled"] = False
    return yaml.safe_dump(described, sort_keys=False, allow_unicode=True, width=100)

"""manifest.yaml asks Slack for exactly what the code listens to, and for no more scopes."""

import json
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from slack_bolt import App

from bot.core.errors import BadSettings
from bot.core.library import Library
from bot.listeners import app as building
from bot.manifest import manifest
from tests.support.digests import Memory, planning

ROOT = Path(__file__).parent.parent
WRITTEN: dict[str, Any] = yaml.safe_load((ROOT / "manifest.yaml").read_text("utf-8"))
# What Slack wants for each: slash commands, events, and the answers that are posted.
# https://docs.slack.dev/reference/scopes and each event's own page
SCOPES = {
    "commands": ["commands"],
    "app_mention": ["app_mentions:read", "chat:write"],
    "message.im": ["im:history", "chat:write"],
}
# What the bot can do without: for conversations.history, conversations.members and users.info.
OPTIONAL = ("channels:history", "channels:read", "users:read")


class Recorder(App):
    """The App, remembering what was registered with it."""

    heard: list[tuple[str, str]]

    def __init__(self, **given: Any) -> None:
        self.heard = []
        super().__init__(**given)

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        return self._recording(name, found) if name in LISTENING else found

    def _recording(self, kind: str, register: Callable[..., Any]) -> Callable[..., Any]:
        def recording(constraint: str | re.Pattern[str], *rest: Any, **more: Any) -> Any:
            pattern = constraint if isinstance(constraint, str) else constraint.pattern
            self.heard.append((kind, pattern))
            return register(constraint, *rest, **more)

        return recording


LISTENING = frozenset(
    "command event message action shortcut global_shortcut message_shortcut view view_submission"
    " view_closed options block_action block_suggestion function step".split()
)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    monkeypatch.setattr(building, "App", Recorder)
    app = building.build_app(
        Library(()),
        random.choice,
        signing_secret="s",
        bot_token="xoxb-1",
        api_url="http://[::1]/",
        planning=planning(Memory()),
    )
    assert isinstance(app, Recorder)
    return app.heard


def of(kind: str, heard: list[tuple[str, str]]) -> list[str]:
    return sorted(constraint for named, constraint in heard if named == kind)


def test_the_slash_commands_are_those_that_are_answered(heard: list[tuple[str, str]]) -> None:
    commands = WRITTEN["features"]["slash_commands"]
    assert [command["command"] for command in commands] == ["/alliance"]
    # Once for digests and once for all else.
    assert of("command", heard) == ["/alliance"] * 2
    assert all(command["should_escape"] for command in commands)


def test_the_events_are_those_that_are_answered(heard: list[tuple[str, str]]) -> None:
    events = WRITTEN["settings"]["event_subscriptions"]["bot_events"]
    # Slack names the kind of conversation in the subscription and not in the event's type.
    assert sorted(event.split(".")[0] for event in events) == of("event", heard)


def test_interactivity_is_on_because_buttons_are_answered(heard: list[tuple[str, str]]) -> None:
    assert of("action", heard)
    assert of("options", heard)
    assert of("view", heard)
    assert WRITTEN["settings"]["interactivity"] == {"is_enabled": True}


def test_nothing_is_registered_that_the_manifest_does_not_tell(
    heard: list[tuple[str, str]],
) -> None:
    assert {kind for kind, _ in heard} == {"command", "event", "action", "options", "view"}
    assert set(WRITTEN["features"]) == {"app_home", "bot_user", "slash_commands"}


def test_the_scopes_are_the_least_that_these_need() -> None:
    events = WRITTEN["settings"]["event_subscriptions"]["bot_events"]
    needed = {scope for name in ("commands", *events) for scope in SCOPES[name]}
    scopes = WRITTEN["oauth_config"]["scopes"]
    # An optional scope stands in both lists: docs.slack.dev/changelog/2026/03/16/optional-scopes
    assert scopes == {"bot": sorted({*needed, *OPTIONAL}), "bot_optional": sorted(OPTIONAL)}


def test_the_readme_gives_a_reason_for_each_scope() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| `([a-z_]+(?::[a-z_]+)?)`( \(optional\))? \|", readme, re.MULTILINE)
    scopes = WRITTEN["oauth_config"]["scopes"]
    assert sorted(scope for scope, _ in rows) == scopes["bot"]
    assert sorted(scope for scope, optional in rows if optional) == scopes["bot_optional"]


def test_people_can_write_to_the_bot_directly() -> None:
    assert WRITTEN["features"]["app_home"] == {
        "home_tab_enabled": False,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }


def test_nothing_is_longer_than_slack_allows() -> None:
    """https://docs.slack.dev/reference/app-manifest"""
    shown = WRITTEN["display_information"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert re.fullmatch(r"#[0-9a-f]{6}", shown["background_color"])
    assert len(WRITTEN["features"]["bot_user"]["display_name"]) <= 80
    for command in WRITTEN["features"]["slash_commands"]:
        assert len(command["command"]) <= 32
        assert len(command["description"]) <= 2000
        assert len(command["usage_hint"]) <= 1000


def test_as_it_stands_it_is_for_socket_mode() -> None:
    assert manifest(None) == (ROOT / "manifest.yaml").read_text("utf-8")
    assert WRITTEN["settings"]["socket_mode_enabled"] is True
    assert "url" not in json.dumps(WRITTEN)


@pytest.mark.parametrize("base", ["https://a.b", "https://a.b/", "https://a.b/slack/events"])
def test_with_a_base_address_it_is_for_http(base: str) -> None:
    over_http = yaml.safe_load(manifest(base))
    (command,) = over_http["features"]["slash_commands"]
    settings = over_http["settings"]
    assert command.pop("url") == "https://a.b/slack/events"
    assert settings["event_subscriptions"].pop("request_url") == "https://a.b/slack/events"
    assert settings["interactivity"].pop("request_url") == "https://a.b/slack/events"
    options_url = settings["interactivity"].pop("message_menu_options_url")
    assert options_url == "https://a.b/slack/events"
    assert settings.pop("socket_mode_enabled") is False
    assert over_http == {
        **WRITTEN,
        "settings": {k: v for k, v in WRITTEN["settings"].items() if k != "socket_mode_enabled"},
    }


@pytest.mark.parametrize("base", ["", "http://a.b", "a.b"])
def test_slack_takes_no_other_address(base: str) -> None:
    with pytest.raises(BadSettings):
        manifest(base)

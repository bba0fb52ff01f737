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

from bot.core.addresses import host_of
from bot.core.answering import answer
from bot.core.errors import BadSettings
from bot.core.library import Library, library_of
from bot.core.request import parse
from bot.listeners import app as building
from bot.listeners.commands import ALLIANCE
from bot.manifest import manifest
from bot.rendering.outputs import render_outputs
from bot.rendering.talk import suggested
from bot.rendering.words import words_in
from tests.support.building import kept
from tests.support.digests import NOW, Memory, planning

ROOT = Path(__file__).parent.parent
WRITTEN: dict[str, Any] = yaml.safe_load((ROOT / "manifest.yaml").read_text("utf-8"))
# What Slack wants for each: slash commands, events, and the answers that are posted.
# https://docs.slack.dev/reference/scopes and each event's own page
SCOPES: dict[str, list[str]] = {
    "commands": ["commands"],
    "app_mention": ["app_mentions:read", "chat:write"],
    "message.im": ["im:history", "chat:write"],
    # The event and the Home cost nothing; suggested prompts do.
    "app_home_opened": ["assistant:write"],
    "app_uninstalled": [],
    "tokens_revoked": [],
    "team_access_revoked": [],
    "link_shared": ["links:read", "links:write"],
    "function_executed": [],
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
    monkeypatch.setattr(building, "NamingApp", Recorder)
    app = building.build_app(
        library_of(),
        random.choice,
        signing_secret="s",
        bot_token="xoxb-1",
        api_url="http://[::1]/",
        planning=planning(Memory()),
        keeping=kept(),
        now=lambda: NOW,
    )
    assert isinstance(app, Recorder)
    return app.heard


def of(kind: str, heard: list[tuple[str, str]]) -> list[str]:
    return sorted(constraint for named, constraint in heard if named == kind)


def test_the_slash_commands_are_those_that_are_answered(heard: list[tuple[str, str]]) -> None:
    commands = WRITTEN["features"]["slash_commands"]
    assert [command["command"] for command in commands] == ["/alliance"]
    # Once for digests and once for the language; all else a middleware answers.
    assert of("command", heard) == [ALLIANCE] * 2 == ["/alliance"] * 2
    assert all(command["should_escape"] for command in commands)


def test_the_events_are_those_that_are_answered(heard: list[tuple[str, str]]) -> None:
    events = WRITTEN["settings"]["event_subscriptions"]["bot_events"]
    # Slack names the kind of conversation in the subscription and not in the event's type.
    told = {event.split(".")[0] for event in events if event != "function_executed"}
    assert told == set(of("event", heard))
    assert ("function_executed" in events) == bool(of("function", heard))


def test_interactivity_is_on_because_buttons_are_answered(heard: list[tuple[str, str]]) -> None:
    assert of("action", heard)
    assert of("options", heard)
    assert of("view", heard)
    assert WRITTEN["settings"]["interactivity"] == {"is_enabled": True}


def test_nothing_is_registered_that_the_manifest_does_not_tell(
    heard: list[tuple[str, str]],
) -> None:
    assert {kind for kind, _ in heard} == {
        *("command", "event", "action", "options", "view", "function"),
        # Whatever else comes, there is a sentence for it.
        *("shortcut", "view_closed"),
        *("global_shortcut", "message_shortcut"),
    }
    assert set(WRITTEN["features"]) == {
        *("agent_view", "app_home", "bot_user", "shortcuts", "slash_commands", "unfurl_domains")
    }


def test_links_to_the_hosts_of_the_statements_unfurl(library: Library) -> None:
    """A domain covers what is below it: docs.slack.dev/messaging/unfurling-links-in-messages"""
    addresses = [
        address
        for statement in library.statements
        for address in (statement.source_url, statement.archive_url)
    ]
    domains = WRITTEN["features"]["unfurl_domains"]
    assert domains == list(dict.fromkeys(map(host_of, addresses)))
    assert len(domains) <= 5
    assert not [domain for domain in domains if "/" in domain or domain.startswith("www.")]


def test_the_steps_are_those_that_are_answered(heard: list[tuple[str, str]]) -> None:
    """https://docs.slack.dev/workflows/workflow-steps"""
    # Whatever else is run fails with a sentence.
    assert of("function", heard) == sorted([*WRITTEN["functions"], ".*"])
    settings = WRITTEN["settings"]
    assert (settings["function_runtime"], settings["org_deploy_enabled"]) == ("remote", True)


@pytest.mark.parametrize("query", ["climate", "quantum entanglement of whales"])
def test_a_step_hands_on_what_the_manifest_tells(library: Library, query: str) -> None:
    step = WRITTEN["functions"]["find_passage"]
    given, taken = step["input_parameters"], step["output_parameters"]
    assert given["required"] == list(given["properties"]) == ["query"]
    assert taken["required"] == list(taken["properties"])
    outputs = render_outputs(answer(library, parse(query), random.choice), "en")
    types = {
        name: {"boolean": bool, "string": str}[one["type"]]
        for name, one in taken["properties"].items()
    }
    assert {name: type(value) for name, value in outputs.items()} == types
    for parameter in (*given["properties"].values(), *taken["properties"].values()):
        assert parameter.keys() == {"type", "title", "description"}


@pytest.mark.parametrize("kind", ["global", "message"])
def test_the_shortcuts_are_those_that_are_answered(kind: str, heard: list[tuple[str, str]]) -> None:
    shortcuts = WRITTEN["features"]["shortcuts"]
    told = sorted(one["callback_id"] for one in shortcuts if one["type"] == kind)
    assert told == of(f"{kind}_shortcut", heard)


def test_the_help_names_shortcuts_and_the_step_as_slack_does() -> None:
    """Slack shows these names in one language to everybody."""
    names = {one["type"]: one["name"] for one in WRITTEN["features"]["shortcuts"]}
    (step,) = (function["title"] for function in WRITTEN["functions"].values())
    for words in (words_in("en"), words_in("ko")):
        assert f"*{names['global']}*" in words.help_search
        assert f"*{names['message']}*" in words.help_threads
        assert f"*{step}*" in words.help_steps


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


def test_there_is_a_home_and_people_can_write_to_the_bot_directly() -> None:
    assert WRITTEN["features"]["app_home"] == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }


def test_what_the_manifest_suggests_is_what_the_bot_suggests(library: Library) -> None:
    """Slack cannot translate the manifest's prompts; the bot's own come in either language."""
    prompts = WRITTEN["features"]["agent_view"]["suggested_prompts"]
    told = [(prompt["title"], prompt["message"]) for prompt in prompts]
    assert told == list(suggested(library.statements[0], "en").pairs)


def test_nothing_is_longer_than_slack_allows() -> None:
    """https://docs.slack.dev/reference/app-manifest"""
    shown = WRITTEN["display_information"]
    assert len(shown["name"]) <= 35
    assert len(shown["description"]) <= 140
    assert re.fullmatch(r"#[0-9a-f]{6}", shown["background_color"])
    assert len(WRITTEN["features"]["bot_user"]["display_name"]) <= 80
    assert len(WRITTEN["features"]["agent_view"]["agent_description"]) <= 300
    assert 1 <= len(WRITTEN["features"]["agent_view"]["suggested_prompts"]) <= 4
    for shortcut in WRITTEN["features"]["shortcuts"]:
        assert len(shortcut["name"]) <= 255
        assert len(shortcut["description"]) <= 150
    for command in WRITTEN["features"]["slash_commands"]:
        assert len(command["command"]) <= 32
        assert len(command["description"]) <= 2000
        assert len(command["usage_hint"]) <= 1000


def test_as_it_stands_it_is_for_socket_mode() -> None:
    assert manifest(None) == (ROOT / "manifest.yaml").read_text("utf-8")
    assert WRITTEN["settings"]["socket_mode_enabled"] is True
    assert not re.search(r'"(\w+_)?url"', json.dumps(WRITTEN))


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
    redirects = over_http["oauth_config"].pop("redirect_urls")
    assert redirects == ["https://a.b/slack/oauth_redirect"]
    assert over_http == {
        **WRITTEN,
        "settings": {k: v for k, v in WRITTEN["settings"].items() if k != "socket_mode_enabled"},
    }


@pytest.mark.parametrize("base", ["", "http://a.b", "a.b"])
def test_slack_takes_no_other_address(base: str) -> None:
    with pytest.raises(BadSettings):
        manifest(base)


def test_with_the_address_of_its_server_slacks_assistant_may_ask() -> None:
    described = yaml.safe_load(manifest(None, "https://a.b/mcp"))
    assert described.pop("mcp_servers") == {
        "statement": {"url": "https://a.b/mcp", "auth_type": "no_auth"}
    }
    # https://docs.slack.dev/reference/scopes/mcp.connect
    described["oauth_config"]["scopes"]["bot"].remove("mcp:connect")
    assert described == WRITTEN


def test_the_assistants_server_may_stand_beside_the_bots_own_address() -> None:
    described = yaml.safe_load(manifest("https://a.b", "https://c.d/mcp"))
    assert described.pop("mcp_servers")["statement"]["url"] == "https://c.d/mcp"
    described["oauth_config"]["scopes"]["bot"].remove("mcp:connect")
    assert described == yaml.safe_load(manifest("https://a.b"))


@pytest.mark.parametrize("address", ["", "http://a.b/mcp", "a.b/mcp", f"https://a.b/{'m' * 489}"])
def test_slack_takes_no_other_address_of_a_server(address: str) -> None:
    """https://docs.slack.dev/reference/app-manifest"""
    with pytest.raises(BadSettings):
        manifest(None, address)

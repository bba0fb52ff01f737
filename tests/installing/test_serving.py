"""`alliance serve` for many workspaces, and for one: which pages there are."""

from pathlib import Path

import pytest
from slack_bolt import App
from slack_sdk.oauth.installation_store import Installation

from bot.installing.installations import SealedInstallations
from bot.installing.sealing import Sealing
from bot.storage.database import opened
from bot.storage.migrating import migrate
from bot.web import Door
from tests.support.installing import DATA, KEY, OTHER_KEY, PUBLIC, Browser
from tests.test_cli import HTTP, alliance, free_port, started, until_listening
from tests.test_web import answered

ENVIRON = {
    "SLACK_CLIENT_ID": "1.2",
    "SLACK_CLIENT_SECRET": "hush-hush",
    "SLACK_SIGNING_SECRET": "5ec2e7c0ffee",
    "TOKEN_ENCRYPTION_KEYS": KEY,
    "PUBLIC_URL": PUBLIC,
    "KNOWLEDGE_DIR": str(DATA),
}


def test_many_workspaces_are_served_their_pages(tmp_path: Path) -> None:
    port = free_port()
    with started(tmp_path, "serve", {**ENVIRON, "PORT": str(port)}, "Started worker-1"):
        until_listening(port)
        page = Browser(port).get("/slack/install")
        assert (page.status, page.title) == (200, "Add to Slack")
        assert page.button.startswith("https://slack.com/oauth/v2/authorize?client_id=1.2&")
        assert Browser(port).get("/slack/install", "HEAD").status == 200
        assert Browser(port).get("/slack/oauth_redirect?error=access_denied").status == 200


def test_one_workspace_has_no_such_pages(app: App) -> None:
    for path in ("/slack/install", "/slack/oauth_redirect"):
        assert answered(Door(app), path, method="GET").status == 404


def test_with_keys_that_open_nothing_it_does_not_start(tmp_path: Path) -> None:
    engine = opened(f"sqlite:///{tmp_path / 'alliance.db'}")
    migrate(engine)
    told = {"app_id": "A1", "user_id": "U1", "bot_id": "B1", "bot_user_id": "U2"}
    store = SealedInstallations("1.2", engine, Sealing((OTHER_KEY,)))
    store.save(Installation(team_id="T1", bot_token="xoxb-1", **told))
    engine.dispose()
    for command in ("serve", "worker"):
        done = alliance(tmp_path, command, environ=ENVIRON)
        assert done.code == 2
        assert done.complained.startswith("TOKEN_ENCRYPTION_KEYS do not open 1 of the tokens")


def test_without_a_key_it_does_not_start(tmp_path: Path) -> None:
    done = alliance(tmp_path, "serve", environ={**ENVIRON, "TOKEN_ENCRYPTION_KEYS": ""})
    assert done.code == 2
    assert done.complained.startswith("TOKEN_ENCRYPTION_KEYS is not set: make a key with")


def test_a_token_beside_the_client_is_too_much(tmp_path: Path) -> None:
    done = alliance(tmp_path, "run", environ={**ENVIRON, **HTTP})
    assert done.code == 2
    assert done.complained.startswith("SLACK_BOT_TOKEN is set together with SLACK_CLIENT_ID")


@pytest.fixture
def app() -> App:
    return App(
        signing_secret="5ec2e7",
        authorize=lambda: None,  # type: ignore[arg-type, return-value]
        process_before_response=True,
    )

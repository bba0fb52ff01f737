"""The doctor: what is well, and what to do."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.core.library import library_of
from bot.doctor import Finding, examine
from bot.doctor.here import database_findings
from bot.doctor.web import archive_finding, request_url_finding
from bot.manifest import described
from bot.playground.people import harbour_street, installed
from bot.playground.serving import LOOPBACK, bot_server, running
from bot.playground.standing import StandIn, standing
from bot.settings import Settings, load
from bot.storage.database import opened
from bot.storage.migrating import migrate
from bot.web import Door
from tests.support.building import the_bot
from tests.support.commands import SMALL
from tests.support.installing import OTHER_KEY, office
from tests.support.slack import Settling
from tests.support.statements import HARBOUR
from tests.support.web_api import SECRET, TOKEN

ROOT = Path(__file__).parent.parent.parent


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def slack() -> Iterator[StandIn]:
    app = installed(described(), TOKEN, SECRET)
    with standing(harbour_street(app.bot.id), app) as stand_in:
        yield stand_in


def settings(folder: Path, **environ: str) -> Settings:
    return load({"DATABASE_URL": f"sqlite:///{folder / 'alliance.db'}", **SMALL, **environ})


def in_slack(folder: Path, slack: StandIn, **environ: str) -> Settings:
    named = {"SLACK_BOT_TOKEN": TOKEN, "SLACK_SIGNING_SECRET": SECRET}
    return settings(folder, **named, SLACK_API_URL=slack.api_url, **environ)


def findings(given: Settings, manifest: dict[str, Any] | None = None) -> list[Finding]:
    """All but the archive's, which is elsewhere."""
    found = examine(given, manifest or described(), None, now)
    return [one for one in found if one.subject != "archive"]


def told(found: list[Finding], subject: str) -> list[str]:
    return [one.line for one in found if one.subject == subject]


def test_a_bot_without_slack_is_well(tmp_path: Path) -> None:
    found = findings(settings(tmp_path, KNOWLEDGE_DIR=""))
    assert [one.line for one in found] == [
        "ok  settings: read; the bot would start in the mode `local`",
        "ok  digest us-rok-2023: 61 passages, each word for word in the source",
        "ok  database: an SQLite file, made at the first start",
        "ok  Slack: no token is set, so `alliance run` starts the playground",
    ]


def test_a_bot_in_slack_is_well(tmp_path: Path, slack: StandIn) -> None:
    found = findings(in_slack(tmp_path, slack))
    assert all(one.well for one in found)
    assert told(found, "SLACK_BOT_TOKEN") == [
        "ok  SLACK_BOT_TOKEN: Slack knows it as alliance in Playground"
    ]
    assert told(found, "scopes") == ["ok  scopes: everything that the manifest needs is granted"]


def test_a_token_that_slack_refuses_is_told(tmp_path: Path, slack: StandIn) -> None:
    given = replace(in_slack(tmp_path, slack), bot_token="xoxb-another")
    assert told(findings(given), "SLACK_BOT_TOKEN") == [
        "DO  SLACK_BOT_TOKEN: Slack refuses it (invalid_auth):"
        " install the app again and copy it anew"
    ]


def test_a_slack_that_is_away_is_told(tmp_path: Path) -> None:
    named = {"SLACK_BOT_TOKEN": TOKEN, "SLACK_SIGNING_SECRET": SECRET}
    given = settings(tmp_path, **named, SLACK_API_URL="http://127.0.0.1:1/")
    assert told(findings(given), "SLACK_BOT_TOKEN") == [
        "DO  SLACK_BOT_TOKEN: Slack cannot be reached (URLError): look at the network and proxies"
    ]


def test_scopes_that_are_missing_declined_or_spare_are_told(tmp_path: Path, slack: StandIn) -> None:
    manifest = described()
    manifest["oauth_config"]["scopes"] = {
        "bot": ["chat:write", "files:read", "users:read", "reactions:read"],
        "bot_optional": ["reactions:read", "users:read"],
    }
    found = findings(in_slack(tmp_path, slack), manifest)
    missing, spare = told(found, "scopes")
    assert missing == (
        "DO  scopes: files:read missing: paste `alliance manifest` anew and reinstall the app"
    )
    assert spare.startswith("DO  scopes: app_mentions:read, ")
    assert told(found, "optional scopes") == [
        "ok  optional scopes: without reactions:read; README says what that costs"
    ]


def test_a_clock_that_is_wrong_is_told(tmp_path: Path, slack: StandIn) -> None:
    given = in_slack(tmp_path, slack)
    late = examine(given, described(), None, lambda: now() + timedelta(minutes=6))
    (line,) = (one.line for one in late if one.subject == "clock")
    assert line.startswith("DO  clock: 3") and line.endswith("let this machine keep time (NTP)")


def test_an_app_token_that_slack_refuses_is_told(tmp_path: Path, slack: StandIn) -> None:
    found = findings(in_slack(tmp_path, slack, SLACK_APP_TOKEN="xapp-1"))
    assert told(found, "SLACK_APP_TOKEN") == [
        "DO  SLACK_APP_TOKEN: Slack refuses it (invalid_auth):"
        " install the app again and copy it anew"
    ]


def test_a_digest_that_does_not_hold_is_told(tmp_path: Path) -> None:
    knowledge = tmp_path / "knowledge"
    shutil.copytree(ROOT / "knowledge" / "us-rok-2023", knowledge / "us-rok-2023")
    source = knowledge / "us-rok-2023" / "source.txt"
    source.write_text(source.read_text("utf-8").replace("climate", "weather"), "utf-8")
    found = findings(settings(tmp_path, KNOWLEDGE_DIR=str(knowledge)))
    faults = told(found, "digest")
    assert faults and all(line.startswith("DO  digest: ") for line in faults)


def test_a_database_is_well_old_or_away(tmp_path: Path) -> None:
    given = settings(tmp_path)
    engine = opened(given.database_url)
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE anything (x INTEGER)"))
    assert [one.line for one in database_findings(given)] == [
        "DO  database: The database is not what this version needs: run `alliance migrate` first."
    ]
    migrate(engine)
    assert [one.line for one in database_findings(given)] == ["ok  database: sqlite, up to date"]
    away = replace(given, database_url="postgresql://nobody@127.0.0.1:1/none")
    assert [one.line for one in database_findings(away)] == [
        "DO  database: DATABASE_URL names one that cannot be reached: start it"
    ]


def test_a_database_file_without_a_folder_is_told(tmp_path: Path) -> None:
    given = settings(tmp_path, DATABASE_URL=f"sqlite:///{tmp_path / 'nowhere' / 'alliance.db'}")
    (line,) = [one.line for one in database_findings(given)]
    assert line.startswith("DO  database: the folder of ")


def test_an_address_that_the_database_refuses_is_told(tmp_path: Path) -> None:
    given = settings(tmp_path, DATABASE_URL="postgresql://nobody@127.0.0.1:1/none?foo=bar")
    (line,) = [one.line for one in database_findings(given)]
    assert line.startswith("DO  database: DATABASE_URL: refused (ProgrammingError)")


def test_a_database_file_whose_name_no_file_system_takes_is_told(tmp_path: Path) -> None:
    given = replace(settings(tmp_path), database_url=f"sqlite:///{tmp_path / ('d' * 300)}")
    assert [one.line for one in database_findings(given)] == [
        "DO  database: DATABASE_URL names one that cannot be reached: start it"
    ]


def test_the_request_url_is_tried(slack: StandIn) -> None:
    with Settling() as executor:
        server = bot_server(Door(the_bot(library_of(HARBOUR))(slack.api_url, executor)))
        base = f"http://{LOOPBACK}:{server.server_port}"
        with running(server):
            assert request_url_finding(base).line == (
                f"ok  request URL: {base}/slack/events answers, and refuses what is not signed"
            )
            assert not request_url_finding(f"{base}/elsewhere").well
    assert "cannot be reached" in request_url_finding(base).told


def test_the_archive_is_looked_at(slack: StandIn) -> None:
    there = replace(HARBOUR, archive_url=slack.address)
    assert archive_finding(there).well
    gone = replace(HARBOUR, archive_url=f"{slack.address}/static/nothing.css")
    assert "answers 404" in archive_finding(gone).told
    assert "cannot be reached" in archive_finding(replace(HARBOUR, archive_url="x")).told


def test_many_workspaces_have_their_tokens_in_the_database(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'alliance.db'}"
    with office(address) as bot:
        bot.install(bot.north)
        found = findings(bot.settings)
        assert told(found, "Slack") == [
            "ok  Slack: each workspace installs it at https://alliance.example/slack/install"
        ]
        assert told(found, "clock")[0].endswith(" s from Slack's")
        assert told(found, "request URL")[0].startswith("DO  request URL: https://alliance.exa")
        assert told(found, "keys") == ["ok  keys: every workspace's token is readable"]
        (wrong,) = told(findings(replace(bot.settings, encryption_keys=(OTHER_KEY,))), "keys")
        assert wrong.startswith("DO  keys: TOKEN_ENCRYPTION_KEYS do not open 2 of the tokens")

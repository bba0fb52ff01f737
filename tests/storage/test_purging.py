"""What is stored of a workspace goes, all of it and nothing else; on both databases."""

from datetime import UTC, datetime, timedelta

import sqlalchemy as sa

from bot.storage.installed_schema import BOT, INSTALLATION, SECRET
from bot.storage.purging import Purging, tables_of_a_team
from bot.storage.schema import METADATA
from tests.support.stored import WHEN, fill, kept

# What is of no workspace: who works, an installation of which nobody knows yet whose it is, and the
# ids of events, which are forgotten by themselves.
OF_NOBODY = {"worker", "slack_oauth_states", "event"}
EVERYTHING = {
    *("subscription", "delivery", "workspace", "preference", "turn", "remark", "miss"),
    *("slack_bots", "slack_installations"),
}
EVENT = datetime(2027, 1, 15, 9, tzinfo=UTC)


def install(
    engine: sa.Engine,
    team: str | None,
    at: datetime,
    enterprise: str | None = None,
    client: str = "1.2",
) -> None:
    row = {
        "client_id": client,
        "app_id": "A1",
        "team_id": team,
        "enterprise_id": enterprise,
        "bot_token": "sealed",
        "is_enterprise_install": team is None,
        "installed_at": at.replace(tzinfo=None),
    }
    with engine.begin() as connection:
        connection.execute(BOT.insert().values(row))
        connection.execute(INSTALLATION.insert().values({**row, "user_id": "U1"}))


def test_every_table_is_of_a_workspace_or_of_nobody() -> None:
    """A new table has to be one or the other: what is of a workspace names it in `team`."""
    covered = {table.name for table, _ in tables_of_a_team("T1")}
    assert covered == {*EVERYTHING, "slack_org_teams"}
    assert covered | OF_NOBODY == set(METADATA.tables)


def test_a_workspace_goes_and_the_others_stay(engine: sa.Engine) -> None:
    for team in ("T1", "T2"):
        fill(engine, team)
        install(engine, team, WHEN)
    assert Purging(engine).purge("T1") == dict.fromkeys(EVERYTHING, 1)
    assert kept(engine) == dict.fromkeys(EVERYTHING, 1)
    assert Purging(engine).export("T2").keys() == EVERYTHING
    assert Purging(engine).purge("T1") == {}


def test_what_is_exported_holds_no_token(engine: sa.Engine) -> None:
    fill(engine, "T1")
    install(engine, "T1", WHEN)
    told = Purging(engine).export("T1")
    assert told["miss"] == [
        {"team": "T1", "words": "bananas", "times": 2, "last_at": "2027-01-15T08:00:00+00:00"}
    ]
    assert told["slack_bots"][0]["installed_at"] == "2027-01-15T08:00:00"
    assert not [name for rows in told.values() for row in rows for name in row if name in SECRET]
    assert "sealed" not in repr(told)
    assert Purging(engine).export("T2") == {}


def test_an_organisation_goes_with_its_workspaces(engine: sa.Engine) -> None:
    fill(engine, "T1", "E1")
    fill(engine, "T2", "E2")
    for organisation in ("E1", "E2"):
        install(engine, None, WHEN, organisation)
    Purging(engine).purge_organisation("E1")
    assert set(kept(engine).values()) == {1}
    assert Purging(engine).export("T1") == {}


def test_who_leaves_is_forgotten_whatever_comes_again(engine: sa.Engine) -> None:
    fill(engine, "T1")
    install(engine, "T1", WHEN)
    assert Purging(engine).left("T1", "", EVENT) == dict.fromkeys(
        EVERYTHING - {"slack_bots", "slack_installations"}, 1
    )
    assert kept(engine) == {}
    assert Purging(engine).left("T1", "", EVENT) == {}


def test_who_came_back_before_the_event_stays(engine: sa.Engine) -> None:
    fill(engine, "T1")
    install(engine, "T1", EVENT - timedelta(hours=1))
    install(engine, "T1", EVENT + timedelta(seconds=1))
    assert Purging(engine).left("T1", "", EVENT) == {}
    assert kept(engine) == dict.fromkeys(EVERYTHING, 1)


def test_within_the_events_own_second_who_installed_has_left(engine: sa.Engine) -> None:
    """Slack tells whole seconds: 9:00:00 may be 9:00:00.9."""
    install(engine, "T1", EVENT + timedelta(milliseconds=500))
    Purging(engine).left("T1", "", EVENT)
    assert kept(engine) == {}


def test_a_workspace_stays_while_its_organisation_does(engine: sa.Engine) -> None:
    fill(engine, "T1", "E1")
    install(engine, None, WHEN, "E1")
    install(engine, "T1", WHEN, "E1")
    assert Purging(engine).left("T1", "E1", EVENT) == {}
    assert kept(engine) == dict.fromkeys(EVERYTHING | {"slack_org_teams"}, 1)


def test_an_organisation_leaves_and_who_has_an_own_installation_stays(engine: sa.Engine) -> None:
    fill(engine, "T1", "E1")
    fill(engine, "T2", "E1")
    install(engine, None, WHEN, "E1")
    install(engine, "T2", WHEN, "E1")
    Purging(engine).left("", "E1", EVENT)
    assert kept(engine) == dict.fromkeys(EVERYTHING, 1)
    assert Purging(engine).export("T2").keys() == EVERYTHING


def test_an_organisation_that_came_back_stays(engine: sa.Engine) -> None:
    fill(engine, "T1", "E1")
    install(engine, None, EVENT + timedelta(minutes=1), "E1")
    Purging(engine).left("", "E1", EVENT)
    assert kept(engine) == dict.fromkeys(EVERYTHING | {"slack_org_teams"}, 1)

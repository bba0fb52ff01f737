"""A digest is posted with the token of its own workspace, without anybody asking for it."""

from datetime import UTC, datetime, time

import sqlalchemy as sa

from bot.assembly.many import tokens
from bot.core.digests import EVERY_DAY, Cadence, Owner, Plan, Subscription
from bot.rendering.message import Message
from bot.scheduling.ports import Posted, Refused, Unreached
from bot.scheduling.slack import WebSlack
from tests.support.installing import Office, said

HELLO = Message("hello")


def digest(team: str) -> Subscription:
    plan = Plan(Cadence(EVERY_DAY, time(9), "UTC"))
    return Subscription("s1", team, "C0POLICY", plan, Owner("U0MINA", "mina"), None)


def worker(office: Office) -> WebSlack:
    """What posts in a process that has no web door."""
    found = tokens(office.settings, office.engine, lambda: datetime.now(UTC))
    return WebSlack(found, office.settings.api_url)


def test_each_workspace_gets_its_post(office: Office) -> None:
    office.install(office.north)
    office.install(office.south)
    slack = worker(office)
    for team, where in (("T0PLAY", office.north), ("T0SOUTH", office.south)):
        before = said(where, "C0POLICY")
        assert isinstance(slack.post(digest(team), HELLO, "d1"), Posted)
        assert said(where, "C0POLICY") == [*before, "hello"]


def test_a_workspace_that_has_gone_is_as_one_whose_token_was_revoked(office: Office) -> None:
    office.install(office.north)
    slack = worker(office)
    office.north.stage.uninstall()
    assert slack.post(digest("T0PLAY"), HELLO, "d1") == Refused("token_revoked")


def test_while_the_database_is_away_nothing_is_lost(office: Office) -> None:
    office.install(office.north)
    slack = worker(office)
    with office.engine.begin() as connection:
        connection.execute(sa.text("ALTER TABLE slack_bots RENAME TO elsewhere"))
    assert slack.post(digest("T0PLAY"), HELLO, "d1") == Unreached()


def test_a_member_of_an_organisation_gets_its_post(office: Office) -> None:
    office.install(office.north, organisation="E0ORG")
    org_wide = {"enterprise_id": "E0ORG", "is_enterprise_install": "true"}
    office.command("digest status", "T0MEMBER", **org_wide)
    assert isinstance(worker(office).post(digest("T0MEMBER"), HELLO, "d1"), Posted)

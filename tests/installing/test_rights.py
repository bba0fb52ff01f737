"""Which token a request is answered with: a workspace's, its organisation's, and what it may."""

import json
from urllib.parse import urlencode

from bot.installing.finding import Finding
from bot.installing.installations import SealedInstallations
from bot.installing.sealing import Sealing
from bot.storage.org_teams import OrgTeams
from tests.support.digests import NOW
from tests.support.installing import JORDAN, MINA, NORTH_TOKEN, Office, said
from tests.support.slack import FORM

DIGEST = "digest weekdays 09:00 Asia/Seoul"


def finding(office: Office) -> Finding:
    """As a worker in a process of its own has it."""
    store = SealedInstallations("1.2", office.engine, Sealing(office.settings.encryption_keys))
    return Finding(store, OrgTeams(office.engine), lambda: NOW)


def calls(office: Office) -> list[str]:
    return [one.name for _, one in office.north.ledger.entries() if one.kind == "from bot"]


def test_without_the_right_to_see_people_slack_is_not_asked(office: Office) -> None:
    office.install(office.north, declined=frozenset(("users:read",)))
    office.north.ledger.clear()
    told = json.loads(office.command("land grab", "T0PLAY", user_id=MINA).body)
    assert "no aggrandizement" in told["text"]
    assert "users.info" not in calls(office)


def test_with_the_right_people_are_answered_in_their_language(office: Office) -> None:
    office.install(office.north)
    told = json.loads(office.command("land grab", "T0PLAY", user_id=MINA).body)
    assert "*영토*" in told["text"]


def test_the_worker_finds_a_workspaces_token(office: Office) -> None:
    assert finding(office).token("T0PLAY") is None
    office.install(office.north)
    assert finding(office).token("T0PLAY") == NORTH_TOKEN
    assert finding(office).token("T0SOUTH") is None


def test_a_workspace_of_an_organisation_is_answered_with_the_organisations_token(
    office: Office,
) -> None:
    office.install(office.north, organisation="E0ORG")
    org_wide = {"enterprise_id": "E0ORG", "is_enterprise_install": "true"}
    told = json.loads(office.command("land grab", "T0MEMBER", **org_wide).body)
    assert "no aggrandizement" in told["text"]
    other = json.loads(office.command("land grab", "T0ELSE").body)
    assert "has not installed the bot" in other["text"]


def test_a_digest_finds_the_organisation_of_its_workspace_later(office: Office) -> None:
    office.install(office.north, organisation="E0ORG")
    assert finding(office).token("T0MEMBER") is None
    org_wide = {"enterprise_id": "E0ORG", "is_enterprise_install": "true"}
    office.command("borders", "T0MEMBER", **org_wide)
    assert finding(office).token("T0MEMBER") == NORTH_TOKEN


def test_so_does_one_that_is_set_up_where_slack_names_no_workspace(office: Office) -> None:
    office.install(office.north, organisation="E0ORG")
    home = {"id": "V1", "type": "home", "team_id": "E0ORG", "app_installed_team_id": "E0ORG"}
    pressed = {
        **{"type": "block_actions", "team": None, "is_enterprise_install": True, "view": home},
        **{"enterprise": {"id": "E0ORG"}, "user": {"id": "U1", "team_id": "T0MEMBER"}},
        "actions": [{"type": "button", "action_id": "help", "block_id": "b", "value": "x"}],
    }
    body = urlencode({"payload": json.dumps(pressed)}).encode()
    assert office.deliver(body, FORM).status == 200
    assert finding(office).token("T0MEMBER") == NORTH_TOKEN


def test_an_own_installation_comes_before_the_organisations(office: Office) -> None:
    office.install(office.south, organisation="E0ORG")
    office.command("x", "T0PLAY", enterprise_id="E0ORG", is_enterprise_install="true")
    office.install(office.north)
    assert finding(office).token("T0PLAY") == NORTH_TOKEN


def test_what_the_bot_itself_says_is_no_question(office: Office) -> None:
    office.install(office.north)
    before = len(said(office.north, "C0POLICY"))
    own = {"type": "app_mention", "user": "U0ALLIANCE", "text": "borders", "channel": "C0POLICY"}
    assert office.event({**own, "ts": "1.2"}, "T0PLAY").status == 200
    office.event({**own, "ts": "1.2", "user": JORDAN}, "T0PLAY", event_id="Ev2")
    assert len(said(office.north, "C0POLICY")) == before + 1


def test_a_request_of_nobody_is_answered_with_where_to_install(office: Office) -> None:
    told = json.loads(office.command("borders", "").body)
    assert "has not installed the bot" in told["text"]

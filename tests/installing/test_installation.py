"""From the button to the first answer, over HTTP, in two workspaces."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest
import sqlalchemy as sa

from bot.installing import states
from bot.manifest import described
from bot.playground.consenting import consent
from bot.playground.faults import CLOSED, refused
from tests.support import stored
from tests.support.installing import (
    JORDAN,
    MINA,
    NORTH_TOKEN,
    PUBLIC,
    SOUTH_TOKEN,
    Browser,
    Office,
    said,
)

SCOPES = ",".join(described()["oauth_config"]["scopes"]["bot"])


def test_the_page_leads_to_slack(office: Office) -> None:
    page = office.browser.get("/slack/install")
    assert (page.status, page.title) == (200, "Add to Slack")
    address = urlsplit(page.button)
    assert f"{address.scheme}://{address.netloc}/api/" == office.north.api_url
    assert address.path == "/oauth/v2/authorize"
    asked = parse_qs(address.query)
    assert asked.pop("state")[0] in page.cookies["alliance-oauth-state"]
    assert asked == {
        "client_id": ["1.2"],
        "scope": [SCOPES],
        "redirect_uri": [f"{PUBLIC}/slack/oauth_redirect"],
    }


def test_two_workspaces_are_answered_each_with_its_own_token(office: Office) -> None:
    assert office.install(office.north).title == "Installed in Playground"
    assert office.install(office.south).title == "Installed in South <b>& Co</b>"
    for where, token in ((office.north, NORTH_TOKEN), (office.south, SOUTH_TOKEN)):
        where.stage.say(JORDAN, "C0POLICY", "@alliance land grab")
        office.settle()
        (answer,) = said(where, "C0POLICY")
        assert "no aggrandizement, territorial or other" in answer
        assert where.workspace.app.token == token


def test_a_workspace_without_the_bot_is_told_where_to_get_it(office: Office) -> None:
    told = json.loads(office.command("borders", "T0PLAY").body)
    assert told["response_type"] == "ephemeral"
    english, korean = told["text"].split("\n")
    link = f"<{PUBLIC}/slack/install|{PUBLIC}/slack/install>"
    assert english.endswith(f"or has removed it. Install it: {link}")
    assert korean.endswith(f"설치하기: {link}")
    mention = {"type": "app_mention", "user": JORDAN, "text": "x", "channel": "C1", "ts": "1.2"}
    answer = office.event(mention, "T0PLAY")
    assert (answer.status, answer.body) == (200, "")
    assert [entry.name for _, entry in office.north.ledger.entries()] == []


def test_once_installed_the_command_is_answered(office: Office) -> None:
    office.command("borders", "T0PLAY")
    office.install(office.north)
    told = json.loads(office.command("land grab", "T0PLAY").body)
    assert "no aggrandizement" in told["text"]


def test_no_token_stands_in_the_database(office: Office) -> None:
    office.install(office.north)
    with office.engine.connect() as connection:
        for table in sa.inspect(office.engine).get_table_names():
            rows = connection.execute(sa.text(f'SELECT * FROM "{table}"')).all()
            assert NORTH_TOKEN not in repr(rows)
            assert table != "slack_bots" or rows
    file = office.engine.url.database
    if office.engine.dialect.name == "sqlite" and file:
        with open(file, "rb") as raw:  # noqa: PTH123
            assert NORTH_TOKEN.encode() not in raw.read()


def test_a_state_is_used_once(office: Office) -> None:
    browser = office.browser
    authorize = browser.get("/slack/install").button
    kept = dict(browser.cookies)
    back = consent(office.north.workspace, authorize, JORDAN)
    assert browser.get(back).status == 200
    browser.cookies = kept
    again = browser.get(back)
    assert (again.status, again.title) == (400, "Please begin again")
    assert again.button == "/slack/install"


def test_a_state_of_another_browser_is_refused(office: Office) -> None:
    authorize = office.browser.get("/slack/install").button
    back = consent(office.north.workspace, authorize, JORDAN)
    other = office.browser
    other.get("/slack/install")
    assert (other.get(back).status, other.get(back).title) == (400, "Please begin again")
    assert office.browser.get(back).title == "Please begin again"


def test_whoever_asks_for_the_page_without_end_fills_no_database(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(states, "MOST", 3)
    issuing = states.States(office.engine)
    issued = [issuing.issue() for _ in range(5)]
    assert stored.kept(office.engine)["slack_oauth_states"] == 3
    assert [issuing.consume(state) for state in issued] == [False, False, True, True, True]


def test_a_forged_state_is_refused(office: Office) -> None:
    browser = Browser(office.port, cookies={"alliance-oauth-state": "forged"})
    page = browser.get("/slack/oauth_redirect?code=1&state=forged")
    assert (page.status, page.title) == (400, "Please begin again")
    browser = Browser(office.port, cookies={"alliance-oauth-state": "a\x01b"})
    assert browser.get("/slack/oauth_redirect?code=1&state=a%01b").status == 400


def test_a_state_expires_after_ten_minutes(office: Office) -> None:
    browser = office.browser
    page = browser.get("/slack/install")
    assert "Max-Age=600" in page.cookies["alliance-oauth-state"]
    back = consent(office.north.workspace, page.button, JORDAN)
    with office.engine.begin() as connection:
        moment = connection.execute(sa.text("SELECT expire_at FROM slack_oauth_states")).scalar()
        assert moment
        connection.execute(
            sa.text("UPDATE slack_oauth_states SET expire_at = '2020-01-01 00:00:00.000000'")
        )
    assert browser.get(back).title == "Please begin again"


def test_states_that_were_never_used_are_forgotten(office: Office) -> None:
    office.browser.get("/slack/install")
    with office.engine.begin() as connection:
        connection.execute(
            sa.text("UPDATE slack_oauth_states SET expire_at = '2020-01-01 00:00:00.000000'")
        )
    office.browser.get("/slack/install")
    with office.engine.connect() as connection:
        count = connection.execute(sa.text("SELECT count(*) FROM slack_oauth_states")).scalar()
    assert count == 1


def test_who_installs_is_greeted_once(office: Office) -> None:
    office.install(office.north)
    (welcome,) = said(office.north, "D0JORDAN")
    assert welcome.startswith("You have installed the bot that quotes the *Atlantic Charter*")
    assert "> The President of the United States of America and the Prime Minister" in welcome
    assert "`/alliance digest`" in welcome
    office.install(office.north)
    assert len(said(office.north, "D0JORDAN")) == 1
    office.install(office.north, MINA)
    (korean,) = said(office.north, "D0MINA")
    assert korean.startswith("*대서양 헌장* 원문을 그대로 인용하는 봇이 설치되었습니다.")
    assert "예를 들어 ‘세계의 희망’ 구절은 다음과 같습니다." in korean
    assert "`/alliance 정기 게시` 명령을 입력하시면" in korean


def test_without_the_right_to_see_a_locale_the_browser_tells_it(office: Office) -> None:
    korean = Browser(office.port, "ko-KR,ko;q=0.9,en;q=0.8")
    office.install(office.north, JORDAN, korean, declined=frozenset(("users:read",)))
    (welcome,) = said(office.north, "D0JORDAN")
    assert welcome.startswith("*대서양 헌장* 원문을")


def test_an_installation_does_not_fail_with_its_greeting(office: Office) -> None:
    office.north.faults.fail("chat.postMessage", CLOSED)
    assert office.install(office.north).title == "Installed in Playground"


@pytest.mark.parametrize("word", ["bad_client_secret", "code_already_used"])
def test_what_slack_refuses_is_told_with_an_id(
    office: Office, word: str, caplog: pytest.LogCaptureFixture
) -> None:
    office.north.faults.fail("oauth.v2.access", refused(word))
    page = office.install(office.north)
    assert (page.status, page.title) == (500, "That did not work")
    (record,) = [one for one in caplog.records if one.message == "not installed"]
    assert record.__dict__["slack"] == word
    assert record.__dict__["failure"] in page.html
    assert word not in page.html


def test_where_slack_is_away_nothing_is_installed(office: Office) -> None:
    office.north.faults.fail("auth.test", CLOSED)
    page = office.install(office.north)
    assert (page.status, page.title) == (500, "That did not work")
    with office.engine.connect() as connection:
        assert connection.execute(sa.text("SELECT * FROM slack_bots")).all() == []

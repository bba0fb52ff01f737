"""What the pages of an installation look like, in both languages, and what they let through."""

import base64
import hashlib
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from bot.manifest import described
from bot.playground.consenting import consent
from bot.rendering.install_pages import Installed
from bot.rendering.words import install_words_in
from tests.support import installing
from tests.support.installing import JORDAN, Browser, Office, Page


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """On one kind of database: what a page looks like does not depend on it."""
    with installing.office(f"sqlite:///{tmp_path / 'alliance.db'}") as made:
        yield made


OPTIONAL = described()["oauth_config"]["scopes"]["bot_optional"]


class Reader(HTMLParser):
    """The tags of a page and its addresses."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.feed(page.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            assert not name.startswith("on"), "a script would run"
            assert name != "style", "the policy shows no such style"
            if name in ("href", "src", "action"):
                self.addresses.append(value or "")


def check(page: Page) -> None:
    """Nothing is fetched, nothing runs, and the style is the one that the policy names."""
    read = Reader(page)
    assert not {"script", "img", "link", "iframe", "form", "object"} & set(read.tags)
    (style,) = re.findall("<style>(.*?)</style>", page.html, re.DOTALL)
    assert "url(" not in style and "@import" not in style
    named = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert page.headers["content-security-policy"] == (
        f"default-src 'none'; style-src 'sha256-{named}'; base-uri 'none'; form-action 'none';"
        " frame-ancestors 'none'"
    )
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["cache-control"] == "no-store"
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["x-content-type-options"] == "nosniff"


def test_the_page_says_what_the_bot_is_and_shows_it(office: Office) -> None:
    page = office.browser.get("/slack/install")
    check(page)
    assert "word for word: the Atlantic Charter." in page.html
    assert '<p lang="en">The President of the United States of America' in page.html
    assert "Hopes for the world ¶1" in page.html
    assert '<html lang="en">' in page.html


def test_a_korean_browser_gets_a_korean_page(office: Office) -> None:
    page = Browser(office.port, "ko-KR,ko;q=0.9,en;q=0.8").get("/slack/install")
    check(page)
    assert (page.title, '<html lang="ko">' in page.html) == ("Slack에 추가", True)
    assert "대상 문서는 대서양 헌장입니다." in page.html


@pytest.mark.parametrize(
    ("accepted", "title"),
    [
        ("", "Add to Slack"),
        ("*", "Add to Slack"),
        ("fr-FR,fr;q=0.9", "Add to Slack"),
        ("en-US,ko;q=0.5", "Add to Slack"),
        ("en;q=0.4,ko;q=0.5", "Slack에 추가"),
        ("fr, ko", "Slack에 추가"),
        ("KO", "Slack에 추가"),
        ("ko;q=two, ;;;, q=1" + "x" * 5000, "Add to Slack"),
    ],
)
def test_the_browsers_language_is_weighed(office: Office, accepted: str, title: str) -> None:
    assert Browser(office.port, accepted).get("/slack/install").title == title


def test_the_language_can_be_switched_and_stays_until_the_end(office: Office) -> None:
    browser = office.browser
    page = browser.get("/slack/install")
    assert "/slack/install?lang=ko" in Reader(page).addresses
    korean = browser.get("/slack/install?lang=ko")
    assert "/slack/install?lang=en" in Reader(korean).addresses
    done = browser.get(consent(office.north.workspace, korean.button, JORDAN))
    check(done)
    assert done.title == "Playground에 설치했습니다"


def test_head_gets_the_headers_alone(office: Office) -> None:
    page = office.browser.get("/slack/install", "HEAD")
    assert (page.status, page.html) == (200, "")
    assert int(page.headers["content-length"]) > 1000


def test_other_methods_find_nothing(office: Office) -> None:
    assert office.browser.get("/slack/install", "DELETE").status == 404


def test_cookies_are_of_this_site_and_out_of_reach(office: Office) -> None:
    for cookie in office.browser.get("/slack/install").cookies.values():
        assert "Secure" in cookie and "HttpOnly" in cookie and "SameSite=Lax" in cookie


def test_a_workspace_can_be_chosen_beforehand(office: Office) -> None:
    page = office.browser.get("/slack/install?team=T0PLAY")
    assert parse_qs(urlsplit(page.button).query)["team"] == ["T0PLAY"]
    forged = office.browser.get("/slack/install?" + urlencode({"team": "T1&scope=admin"}))
    asked = parse_qs(urlsplit(forged.button).query)
    assert "team" not in asked and "admin" not in asked["scope"][0]


def test_who_says_no_is_told_that_nothing_was_installed(office: Office) -> None:
    page = office.browser.get("/slack/oauth_redirect?error=access_denied&state=x")
    check(page)
    assert (page.status, page.title) == (200, "Nothing was installed")
    assert page.button == "/slack/install"


@pytest.mark.parametrize(
    "error", ['"><script>alert(1)</script>', "x" * 9000, "\r\nset-cookie: a=b", "", "한국어"]
)
def test_no_error_is_repeated(office: Office, error: str, caplog: pytest.LogCaptureFixture) -> None:
    page = office.browser.get("/slack/oauth_redirect?" + urlencode({"error": error, "state": "x"}))
    check(page)
    assert page.status == 400
    assert not error or error not in page.html
    assert not error or error not in repr([record.__dict__ for record in caplog.records])
    assert "set-cookie: a" not in repr(page.headers)


def test_without_a_code_it_does_not_work(office: Office) -> None:
    browser = office.browser
    state = parse_qs(urlsplit(browser.get("/slack/install").button).query)["state"][0]
    page = browser.get(f"/slack/oauth_redirect?state={state}")
    check(page)
    assert (page.status, page.title) == (400, "That did not work")
    assert re.search(r"look it up under [0-9a-f]{8}\.", page.html)


def test_a_workspaces_name_is_text(office: Office) -> None:
    page = office.install(office.south)
    check(page)
    assert "Installed in South &lt;b&gt;&amp; Co&lt;/b&gt;" in page.html


def test_what_was_left_out_is_told_with_what_it_means(office: Office) -> None:
    whole = office.install(office.north)
    assert "What you left out" not in whole.html
    page = office.install(office.south, declined=frozenset(("users:read", "channels:history")))
    check(page)
    assert "What you left out" in page.html
    assert "a digest by UTC unless you name a time zone" in page.html
    assert "it is marked as unconfirmed" in page.html
    assert "type the command in that channel" not in page.html


def test_every_optional_scope_has_its_sentences() -> None:
    for language in ("en", "ko"):
        words = install_words_in(language)
        assert set(OPTIONAL) <= words.granted.keys()
        assert set(OPTIONAL) <= words.declined.keys()


def test_an_organisation_chooses_its_workspaces_next(office: Office) -> None:
    page = office.install(office.north, organisation="E0ORG")
    check(page)
    assert page.title == "Installed in Playground (all)"
    assert page.button == (
        "https://app.slack.com/manage/E0ORG/integrations/profile/A0ALLIANCE/workspaces/add"
    )


def test_ids_that_are_none_lead_nowhere() -> None:
    forged = Installed("A1", 'T1"><script>', "E1/../x", "x", frozenset(), True)
    assert forged.open_slack == "https://app.slack.com/"
    assert forged.choose_workspaces == ""

"""Answers go to Slack's own hosts: what is signed may still name any address."""

import pytest

from bot.listeners.speaking import SLACKS, Speaking, Undelivered, answering_origins, unheard
from bot.rendering.message import Message
from tests.support.slack import Slack

BUTTON = {"type": "button", "action_id": "show_passage:1", "value": "harbour/ferries-cross/en"}
FOREIGN = (
    *("http://169.254.169.254/latest/meta-data/", "https://hooks.slack.com.evil.example/x"),
    *("http://hooks.slack.com/x", "https://hooks.slack.com@evil.example/x", "file:///etc/passwd"),
    *("https://hooks.slack.com:8080/x", "https://[::1/", "//hooks.slack.com/x", "ftp://x", ""),
    *("https://hooks.slack.com/a b", "https://hooks.slack.com/\n", "https://hooks.slack.com/가"),
)


@pytest.mark.parametrize("url", FOREIGN)
def test_nothing_is_sent_to_another_host(url: str) -> None:
    with pytest.raises(Undelivered):
        Speaking(1, SLACKS, unheard).whisper(url, Message("x"), "")


def test_a_click_that_names_another_host_is_logged_and_not_followed(
    slack: Slack, caplog: pytest.LogCaptureFixture
) -> None:
    assert slack.press(BUTTON, response_url="http://169.254.169.254/").status == 200
    assert slack.heard() == []
    assert [(record.message, record.__dict__["error"]) for record in caplog.records] == [
        ("failed", "Undelivered")
    ]


@pytest.mark.parametrize(
    ("api", "origins"),
    [
        ("https://slack.com/api/", {"https://hooks.slack.com", "https://hooks.slack-gov.com"}),
        ("https://slack-gov.com/api/", {"https://hooks.slack.com", "https://hooks.slack-gov.com"}),
        ("http://127.0.0.1:3033/api/", {"http://127.0.0.1:3033"}),
        ("https://stand-in.example/api/", {"https://stand-in.example"}),
    ],
)
def test_where_answers_go_depends_on_which_slack_is_spoken_to(api: str, origins: set[str]) -> None:
    assert answering_origins(api) == origins

"""Slack's rules for response_urls: how often, how long, and who sees what is said."""

from typing import Any

import pytest
from slack_sdk.webhook import WebhookClient

from bot.playground.posts import Post
from bot.playground.standing import StandIn

GENERAL, JORDAN, MINA = "C0GENERAL", "U0JORDAN", "U0MINA"
BAD = [{"type": "section", "text": {"type": "mrkdwn", "text": "a" * 3001}}]


def url(stand_in: StandIn, post: Post | None = None) -> str:
    key = stand_in.workspace.response_key(GENERAL, JORDAN, post and post.ts)
    return f"{stand_in.address}/responses/{key}"


def posted(address: str, **body: Any) -> tuple[int, str]:
    response = WebhookClient(address, retry_handlers=[]).send_dict(body)
    return response.status_code, response.body


def seen(stand_in: StandIn, person: str) -> list[tuple[str, bool]]:
    """What that person sees in #general, and whether it is ephemeral."""
    posts = stand_in.workspace.rooms.posts.seen(GENERAL, person)
    return [(post.text, post.only_for is not None) for post in posts]


def test_it_takes_five_and_no_more(stand_in: StandIn) -> None:
    address = url(stand_in)
    assert [posted(address, text="a") for _ in range(5)] == [(200, "ok")] * 5
    assert posted(address, text="a") == (404, "used_url")


def test_it_lives_for_half_an_hour(stand_in: StandIn) -> None:
    address = url(stand_in)
    stand_in.workspace.agenda.advance(1800)
    assert posted(address, text="a") == (200, "ok")
    stand_in.workspace.agenda.advance(1)
    assert posted(address, text="a") == (404, "expired_url")


def test_one_that_slack_never_gave_is_refused(stand_in: StandIn) -> None:
    assert posted(f"{stand_in.address}/responses/T1/2/x", text="a") == (403, "invalid_token")


def test_what_is_said_is_ephemeral_unless_it_says_otherwise(stand_in: StandIn) -> None:
    address = url(stand_in)
    posted(address, text="to you")
    posted(address, text="to all", response_type="in_channel")
    assert seen(stand_in, JORDAN) == [("to you", True), ("to all", False)]
    assert seen(stand_in, MINA) == [("to all", False)]
    assert posted(address, text="a", response_type="loud") == (400, "invalid_response_type")


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ({}, "invalid_payload"),
        ({"text": " "}, "no_text"),
        ({"text": "a", "blocks": BAD}, "invalid_blocks"),
    ],
)
def test_what_slack_cannot_show_is_refused_and_uses_nothing_up(
    stand_in: StandIn, body: dict[str, Any], word: str
) -> None:
    address = url(stand_in)
    assert posted(address, **body) == (400, word)
    assert [posted(address, text="a")[0] for _ in range(5)] == [200] * 5
    assert seen(stand_in, MINA) == []


@pytest.mark.parametrize("only_for", [None, JORDAN])
def test_an_original_is_replaced_and_deleted(stand_in: StandIn, only_for: str | None) -> None:
    bot = stand_in.workspace.app.bot.id
    original = stand_in.workspace.post(GENERAL, bot, "first", only_for=only_for)
    address = url(stand_in, original)
    posted(address, text="second", replace_original=True)
    assert seen(stand_in, JORDAN) == [("second", only_for is not None)]
    posted(address, text="beside", replace_original=False)
    assert len(seen(stand_in, JORDAN)) == 2
    posted(address, delete_original=True)
    assert seen(stand_in, JORDAN) == [("beside", True)]

"""What each of Slack's answers means for a post, against the stand-in."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.core.digests import EVERY_DAY, Cadence, Owner, Plan, Subscription
from bot.core.errors import StorageAway
from bot.playground.faults import CLOSED, HANGING, SERVER_ERROR, Fault, rate_limited, refused
from bot.playground.people import Installed
from bot.playground.standing import StandIn, standing
from bot.rendering.blocks import section
from bot.rendering.message import Message
from bot.scheduling.ports import Absent, Limited, Posted, Refused, Unreached, Unseen, Unsure
from bot.scheduling.slack import WebSlack
from tests.support.web_api import INSTALLED, TOKEN, TOWN

HELLO = Message("hello", (section("hello"),))
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
SEEING = replace(INSTALLED, scopes=INSTALLED.scopes | {"channels:history"})
POST = "chat.postMessage"


def digest(channel: str = "C1") -> Subscription:
    plan = Plan(Cadence(EVERY_DAY, time(9), "UTC"))
    return Subscription("s1", "T1", channel, plan, Owner("U1", "one"), None)


@contextmanager
def slack(app: Installed = INSTALLED) -> Iterator[tuple[WebSlack, StandIn]]:
    with standing(TOWN, app) as stand_in:
        yield WebSlack(lambda team: TOKEN, stand_in.api_url, patience=1), stand_in


def test_a_post_arrives_with_the_deliverys_id_in_its_metadata() -> None:
    with slack(SEEING) as (web, stand_in):
        outcome = web.post(digest(), HELLO, "d1")
        (post,) = stand_in.workspace.rooms.posts.public("C1")
    assert outcome == Posted(post.ts)
    assert post.metadata == {"event_type": "alliance_digest", "event_payload": {"delivery": "d1"}}


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (rate_limited(30), Limited(30.0)),
        (Fault(429), Limited(30.0)),
        (Fault(429, headers={"Retry-After": "99999999"}), Limited(3600.0)),
        (refused("ratelimited"), Limited(30.0)),
        (refused("restricted_action"), Refused("restricted_action")),
        (refused("not such a word"), Unsure()),
        (refused("internal_error"), Unsure()),
        (SERVER_ERROR, Unsure()),
        (Fault(503, b"<html>"), Unreached()),
        (Fault(200, b"<html>a proxy's page</html>"), Unsure()),
        (Fault(200, b'{"ok": true}'), Unsure()),
        (CLOSED, Unsure()),
        (HANGING, Unsure()),
    ],
)
def test_what_an_answer_means_for_the_post(fault: Fault, outcome: object) -> None:
    with slack() as (web, stand_in):
        stand_in.faults.fail(POST, fault)
        assert web.post(digest(), HELLO, "d1") == outcome
        # Whatever it was, the call was made once.
        assert len(stand_in.ledger.entries()) == 1


def test_without_a_server_nothing_was_sent() -> None:
    with slack() as (_, stand_in):
        gone = WebSlack(lambda team: TOKEN, stand_in.api_url, patience=1)
    assert gone.post(digest(), HELLO, "d1") == Unreached()
    assert gone.find(digest(), "d1", LONG_AGO) == Unreached()


def test_a_channel_without_the_bot_refuses() -> None:
    with slack() as (web, stand_in):
        stand_in.workspace.dismiss("C1", INSTALLED.bot.id)
        assert web.post(digest(), HELLO, "d1") == Refused("not_in_channel")


def test_without_a_token_there_is_nobody_to_post() -> None:
    tokenless = WebSlack(lambda team: None, "http://127.0.0.1:9/")
    assert tokenless.post(digest(), HELLO, "d1") == Refused("token_revoked")
    assert tokenless.find(digest(), "d1", LONG_AGO) == Unseen()


def test_where_nobody_can_tell_the_token_it_is_tried_again() -> None:
    def away(team: str) -> str | None:
        raise StorageAway

    waiting = WebSlack(away, "http://127.0.0.1:9/")
    assert waiting.post(digest(), HELLO, "d1") == Unreached()
    assert waiting.find(digest(), "d1", LONG_AGO) == Unreached()
    waiting.tell("T1", "U1", HELLO)


def test_a_post_is_found_by_its_delivery() -> None:
    with slack(SEEING) as (web, _):
        began = datetime.now(UTC)
        posted = [web.post(digest(), HELLO, id) for id in ("d1", "d2", "d3")]
        assert web.find(digest(), "d2", began) == posted[1]
        assert web.find(digest(), "d4", began) == Absent()


def test_a_post_is_found_on_a_later_page() -> None:
    with slack(SEEING) as (web, stand_in):
        posted = web.post(digest(), HELLO, "d1")
        for number in range(250):
            stand_in.workspace.post("C1", "U1", f"chatter {number}")
        assert web.find(digest(), "d1", datetime.now(UTC)) == posted


def test_where_too_much_was_said_nobody_can_tell() -> None:
    with slack(SEEING) as (web, stand_in):
        web.post(digest(), HELLO, "d1")
        for number in range(1_000):
            stand_in.workspace.post("C1", "U1", f"chatter {number}")
        assert web.find(digest(), "d1", datetime.now(UTC)) == Unseen()


@pytest.mark.parametrize("hours", [-1, 1])
def test_only_what_was_posted_at_about_that_moment_is_looked_at(hours: int) -> None:
    with slack(SEEING) as (web, _):
        web.post(digest(), HELLO, "d1")
        called_at = datetime.now(UTC) - timedelta(hours=hours)
        assert web.find(digest(), "d1", called_at) == Absent()


def test_without_the_scope_nobody_looks() -> None:
    with slack() as (web, _):
        web.post(digest(), HELLO, "d1")
        assert web.find(digest(), "d1", LONG_AGO) == Unseen()


@pytest.mark.parametrize(
    ("fault", "sight"),
    [(rate_limited(7), Limited(7.0)), (SERVER_ERROR, Unreached()), (CLOSED, Unreached())],
)
def test_where_slack_is_not_well_looking_has_to_wait(fault: Fault, sight: object) -> None:
    with slack(SEEING) as (web, stand_in):
        stand_in.faults.fail("conversations.history", fault)
        assert web.find(digest(), "d1", LONG_AGO) == sight


def test_an_owner_is_told_where_that_can_be_done() -> None:
    with slack() as (web, stand_in):
        web.tell("T1", "U1", HELLO)
        assert [post.text for post in stand_in.workspace.rooms.posts.public("D1")] == ["hello"]
        stand_in.faults.fail(POST, SERVER_ERROR, CLOSED)
        for _ in range(2):
            web.tell("T1", "U1", HELLO)

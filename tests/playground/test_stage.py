"""What people do reaches the bot as Slack would send it, signed; and its answers come back."""

from typing import Any

import pytest

from bot.playground.faults import REQUEST
from bot.playground.posts import Post
from bot.playground.refusals import Unwelcome
from bot.playground.standing import StandIn
from tests.playground.conftest import Bot, impatient

GENERAL, DIGEST, OLD, DIRECT = "C0GENERAL", "C0DIGEST", "C0SUMMIT23", "D0MINA"
JORDAN, MINA = "U0JORDAN", "U0MINA"
PLAIN = {"type": "plain_text", "text": "a"}
BUTTON = {"type": "button", "action_id": "go", "text": PLAIN, "value": "v"}
OPTION = {"text": PLAIN, "value": "v"}
MENU = {"type": "static_select", "action_id": "pick", "options": [OPTION]}
ROW = {"type": "actions", "block_id": "row", "elements": [BUTTON, MENU]}


def at(post: Post, given: dict[str, Any]) -> dict[str, Any]:
    """What is given, with the message that it is done to."""
    return {"channel": post.channel, "ts": post.ts, **given}


def seen(stand_in: StandIn, person: str, channel: str = GENERAL) -> list[Post]:
    return list(stand_in.workspace.rooms.posts.seen(channel, person))


def test_a_command_comes_as_a_form(stand_in: StandIn, bot: Bot) -> None:
    stand_in.stage.say(JORDAN, GENERAL, "/alliance <b> & @mina")
    (form,) = bot.got
    assert form["text"] == "&lt;b&gt; &amp; <@U0MINA>"
    assert (form["command"], form["channel_name"], form["user_id"]) == (
        *("/alliance", "general", JORDAN),
    )
    assert form["response_url"].startswith(f"{stand_in.address}/responses/")
    assert seen(stand_in, JORDAN) == []


@pytest.mark.parametrize(
    ("answer", "mine", "others"),
    [
        (b"plain", ["plain"], []),
        (b'{"text": "json"}', ["json"], []),
        (b'{"text": "all", "response_type": "in_channel"}', ["all"], ["all"]),
        (b'{"response_type": "in_channel"}', ["/alliance a"], ["/alliance a"]),
    ],
)
def test_the_acknowledgement_is_the_answer(
    stand_in: StandIn, bot: Bot, answer: bytes, mine: list[str], others: list[str]
) -> None:
    bot.answer = answer
    stand_in.stage.say(JORDAN, GENERAL, "/alliance a")
    assert [post.text for post in seen(stand_in, JORDAN)] == mine
    assert [post.text for post in seen(stand_in, MINA)] == others


@pytest.mark.parametrize(
    ("status", "answer", "error"),
    [
        (500, b"", "dispatch_failed"),
        (200, b"{", "invalid_command_response"),
        (
            200,
            b'{"text": "a", "blocks": [{"type": "nova"}]}',
            "invalid_blocks: [ERROR] unsupported",
        ),
        (200, b'{"text": ""}', "no_text"),
    ],
)
def test_a_bad_acknowledgement_is_told_to_the_one_who_typed(
    stand_in: StandIn, bot: Bot, status: int, answer: bytes, error: str
) -> None:
    bot.status, bot.answer = status, answer
    stand_in.stage.say(JORDAN, GENERAL, "/alliance a")
    (post,) = seen(stand_in, JORDAN)
    assert post.error is not None and post.error.startswith(error)
    assert seen(stand_in, MINA) == []


@impatient
def test_three_seconds_are_all_the_time_there_is(stand_in: StandIn, bot: Bot) -> None:
    bot.asleep = True
    stand_in.stage.say(JORDAN, GENERAL, "/alliance a")
    (post,) = seen(stand_in, JORDAN)
    assert post.error == "operation_timeout"


@pytest.mark.parametrize(
    ("channel", "text", "thread", "sentence"),
    [
        (GENERAL, "/alliance a", "started", "not supported in threads"),
        (GENERAL, "/weather", None, "not a valid command"),
        (GENERAL, "  ", None, "nothing to send"),
        (OLD, "a", None, "archived"),
        ("D0JORDAN", "a", None, "no such channel"),
        (GENERAL, "a", "1.1", "no more"),
    ],
)
def test_what_slack_does_not_let_a_person_do(
    stand_in: StandIn, bot: Bot, channel: str, text: str, thread: str | None, sentence: str
) -> None:
    started = stand_in.workspace.post(GENERAL, MINA, "a").ts
    with pytest.raises(Unwelcome, match=sentence):
        stand_in.stage.say(MINA, channel, text, started if thread == "started" else thread)
    assert bot.got == []


def test_a_mention_comes_as_an_event_where_the_bot_is(stand_in: StandIn, bot: Bot) -> None:
    stand_in.stage.say(MINA, GENERAL, "hello @alliance, ferries?")
    stand_in.stage.say(MINA, GENERAL, "hello all")
    stand_in.stage.say(MINA, DIGEST, "@alliance ferries")
    (envelope,) = bot.got
    event = envelope["event"]
    assert (event["type"], event["user"], event["channel"]) == ("app_mention", MINA, GENERAL)
    assert event["text"] == "hello <@U0ALLIANCE>, ferries?"
    assert envelope["type"] == "event_callback" and envelope["event_id"].startswith("Ev")
    assert [post.only_for for post in seen(stand_in, MINA, DIGEST)] == [None, MINA]


def test_a_direct_message_comes_as_an_event_with_its_thread(stand_in: StandIn, bot: Bot) -> None:
    stand_in.stage.say(MINA, DIRECT, "ferries")
    (first,) = seen(stand_in, MINA, DIRECT)
    stand_in.stage.say(MINA, DIRECT, "more", first.ts)
    events = [envelope["event"] for envelope in bot.got]
    assert [event["channel_type"] for event in events] == ["im", "im"]
    assert [event.get("thread_ts") for event in events] == [None, first.ts]


def due(stand_in: StandIn, seconds: float) -> None:
    stand_in.workspace.agenda.advance(seconds)
    stand_in.workspace.agenda.run_due()


def test_an_event_is_repeated_three_times(stand_in: StandIn, bot: Bot) -> None:
    bot.status = 500
    stand_in.stage.say(MINA, DIRECT, "ferries")
    assert bot.retries == [(None, None)]
    for seconds, number in ((0, "1"), (60, "2"), (300, "3")):
        due(stand_in, seconds)
        assert bot.retries[-1] == (number, "http_error")
    due(stand_in, 10_000)
    assert len(bot.retries) == 4
    assert len({envelope["event_id"] for envelope in bot.got}) == 1


@impatient
def test_an_event_that_hangs_is_repeated_with_the_reason(stand_in: StandIn, bot: Bot) -> None:
    bot.asleep = True
    stand_in.stage.say(MINA, DIRECT, "ferries")
    bot.asleep = False
    due(stand_in, 0)
    assert bot.retries == [(None, None), ("1", "http_timeout")]


def test_a_bot_can_decline_the_repetition(stand_in: StandIn, bot: Bot) -> None:
    bot.status, bot.headers = 500, {"x-slack-no-retry": "1"}
    stand_in.stage.say(MINA, DIRECT, "ferries")
    due(stand_in, 10_000)
    assert bot.retries == [(None, None)]


@pytest.mark.parametrize(
    ("kind", "at_once", "later"), [("twice", 2, 2), ("late", 0, 1), ("drop", 0, 1)]
)
def test_an_event_comes_twice_or_late_on_request(
    stand_in: StandIn, bot: Bot, kind: str, at_once: int, later: int
) -> None:
    assert stand_in.faults.choose(REQUEST, kind, 1)
    stand_in.stage.say(MINA, DIRECT, "ferries")
    assert len(bot.got) == at_once
    due(stand_in, 60)
    assert len(bot.got) == later
    assert len({envelope["event_id"] for envelope in bot.got}) == 1


@pytest.mark.parametrize("only_for", [None, JORDAN])
def test_a_button_comes_with_its_message(stand_in: StandIn, bot: Bot, only_for: str | None) -> None:
    post = stand_in.workspace.post(GENERAL, "U0ALLIANCE", "a", blocks=[ROW], only_for=only_for)
    stand_in.stage.act(JORDAN, at(post, {"block_id": "row", "action_id": "go"}))
    picked = {"block_id": "row", "action_id": "pick", "selected_option": {"value": "v"}}
    stand_in.stage.act(JORDAN, at(post, picked))
    pressed, chosen = bot.got
    assert (pressed["type"], pressed["actions"][0]["value"]) == ("block_actions", "v")
    assert chosen["actions"][0]["selected_option"] == OPTION
    assert ("message" in pressed) is (only_for is None)
    assert pressed["container"]["is_ephemeral"] is (only_for is not None)


def test_only_what_is_there_is_pressed(stand_in: StandIn, bot: Bot) -> None:
    post = stand_in.workspace.post(GENERAL, "U0ALLIANCE", "a", blocks=[ROW], only_for=JORDAN)
    absent = {"block_id": "row", "action_id": "pick", "selected_option": {"value": "w"}}
    for person, given in ((MINA, {"block_id": "row", "action_id": "go"}), (JORDAN, absent)):
        with pytest.raises(Unwelcome):
            stand_in.stage.act(person, at(post, given))
    assert bot.got == []


@impatient
def test_a_press_that_fails_is_told(stand_in: StandIn, bot: Bot) -> None:
    post = stand_in.workspace.post(GENERAL, "U0ALLIANCE", "a", blocks=[ROW])
    bot.status = 404
    with pytest.raises(Unwelcome, match="404"):
        stand_in.stage.act(JORDAN, at(post, {"block_id": "row", "action_id": "go"}))
    bot.asleep = True
    with pytest.raises(Unwelcome, match="operation_timeout"):
        stand_in.stage.act(JORDAN, at(post, {"block_id": "row", "action_id": "go"}))


def drop(stand_in: StandIn) -> None:
    assert stand_in.faults.choose(REQUEST, "drop", 1)


def test_a_dropped_command_is_told_and_the_next_one_comes(stand_in: StandIn, bot: Bot) -> None:
    drop(stand_in)
    stand_in.stage.say(JORDAN, GENERAL, "/alliance a")
    (post,) = seen(stand_in, JORDAN)
    assert (post.error, seen(stand_in, MINA), bot.got) == ("dispatch_failed", [], [])
    (entry,) = stand_in.ledger.face(0)
    assert (entry["name"], entry["verdict"]) == ("/alliance", "fault: drop")
    assert stand_in.faults.face() == []
    stand_in.stage.say(JORDAN, GENERAL, "/alliance a")
    assert len(bot.got) == 1


def test_a_dropped_press_is_told_and_the_next_one_comes(stand_in: StandIn, bot: Bot) -> None:
    post = stand_in.workspace.post(GENERAL, "U0ALLIANCE", "a", blocks=[ROW])
    drop(stand_in)
    with pytest.raises(Unwelcome, match="dispatch_failed"):
        stand_in.stage.act(JORDAN, at(post, {"block_id": "row", "action_id": "go"}))
    assert (bot.got, stand_in.faults.face()) == ([], [])
    stand_in.stage.act(JORDAN, at(post, {"block_id": "row", "action_id": "go"}))
    assert len(bot.got) == 1


@pytest.mark.parametrize("kind", ["twice", "late"])
def test_what_befalls_only_events_waits_for_one(stand_in: StandIn, bot: Bot, kind: str) -> None:
    assert stand_in.faults.choose(REQUEST, kind, 1)
    stand_in.stage.say(JORDAN, GENERAL, "/alliance a")
    assert len(bot.got) == 1
    assert stand_in.faults.face() == [{"method": REQUEST, "kind": kind, "times": 1}]

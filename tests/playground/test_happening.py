"""What the bot is told of that is neither said to it nor pressed, and only where it may know."""

from dataclasses import replace
from typing import Any

import pytest

from bot.playground.faults import REQUEST
from bot.playground.people import Installed
from bot.playground.refusals import Unwelcome
from bot.playground.standing import StandIn
from tests.playground.conftest import EVERY_SCOPE, Bot, app, stand_in_of
from tests.playground.test_stage import due, seen
from tests.playground.test_web_api import SECTION, client, refusal

GENERAL, DIGEST, OLD, DIRECT = "C0GENERAL", "C0DIGEST", "C0SUMMIT23", "D0MINA"
BOT, MINA, JORDAN, AIKO = "U0ALLIANCE", "U0MINA", "U0JORDAN", "U0AIKO"
LINK = "https://www.a.example/x?a=1&b=2#:~:text=whales"
KEPT = "https://www.a.example/x?a=1&amp;b=2#:~:text=whales"


def events(bot: Bot, kind: str) -> list[dict[str, Any]]:
    return [told["event"] for told in bot.got if told["event"]["type"] == kind]


def kinds(bot: Bot) -> list[str]:
    return [told["event"]["type"] for told in bot.got]


@pytest.mark.parametrize(("channel", "member"), [(GENERAL, True), (DIGEST, False)])
def test_links_to_the_apps_domains_are_told_everywhere(
    stand_in: StandIn, bot: Bot, channel: str, member: bool
) -> None:
    stand_in.stage.say(MINA, channel, f"see {LINK}, and https://b.example/ and {LINK}.")
    (event,) = events(bot, "link_shared")
    (post,) = seen(stand_in, MINA, channel)
    assert post.text == f"see <{KEPT}>, and <https://b.example/> and <{KEPT}>."
    unfurl_id = event.pop("unfurl_id")
    assert event == {
        "type": "link_shared",
        "channel": channel,
        "is_bot_user_member": member,
        "user": MINA,
        "message_ts": post.ts,
        "source": "conversations_history",
        "links": [{"domain": "a.example", "url": KEPT}],
        "user_locale": "ko-KR",
        "event_ts": post.ts,
    }
    shown = {KEPT: {"blocks": [SECTION]}}
    slack = client(stand_in)
    assert slack.chat_unfurl(unfurl_id=unfurl_id, source=event["source"], unfurls=shown)["ok"]
    assert post.unfurls == shown
    strange = refusal(lambda: slack.chat_unfurl(unfurl_id="x", source="composer", unfurls=shown))
    assert strange["error"] == "invalid_unfurl_id"
    sourceless = refusal(
        lambda: slack.api_call("chat.unfurl", json={"unfurl_id": unfurl_id, "unfurls": shown})
    )
    assert sourceless["error"] == "invalid_source"


def test_a_button_below_a_link_is_pressed_without_a_message(stand_in: StandIn, bot: Bot) -> None:
    stand_in.stage.say(MINA, GENERAL, LINK)
    (post,) = seen(stand_in, JORDAN)
    button = {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}}
    row = {"type": "actions", "elements": [button]}
    post.unfurls = {KEPT: {"blocks": [row]}}
    named = {"block_id": "b0", "action_id": "go"}
    place = {"channel": GENERAL, "ts": post.ts, **named}
    stand_in.stage.act(JORDAN, {**place, "unfurl": KEPT})
    press = bot.got[-1]
    told = {"is_app_unfurl": True, "app_unfurl_url": KEPT}
    assert press["container"].items() >= {"type": "message_attachment", **told}.items()
    assert press["app_unfurl"] == {"id": 1, **told, "blocks": [row]}
    assert (press["actions"][0]["action_id"], "message" in press) == ("go", False)
    for wrong in ("https://www.a.example/", ["x"], ""):
        with pytest.raises(Unwelcome):
            stand_in.stage.act(JORDAN, {**place, "unfurl": wrong})
    with pytest.raises(Unwelcome):
        stand_in.stage.act(JORDAN, place)


@pytest.mark.parametrize(
    "text", ["a.example", "https://b.example/?https://a.example", "https://nota.example/", "a"]
)
def test_other_links_are_not_told(stand_in: StandIn, bot: Bot, text: str) -> None:
    stand_in.stage.say(MINA, GENERAL, text)
    stand_in.workspace.post(GENERAL, BOT, LINK)
    assert bot.got == []


def test_a_link_in_a_mention_is_told_beside_it(stand_in: StandIn, bot: Bot) -> None:
    stand_in.stage.say(MINA, GENERAL, f"@alliance {LINK}")
    assert kinds(bot) == ["app_mention", "link_shared"]
    (section,) = events(bot, "app_mention")[0]["blocks"][0]["elements"]
    assert section["elements"] == [
        {"type": "user", "user_id": BOT},
        {"type": "text", "text": " "},
        {"type": "link", "url": LINK},
    ]


@pytest.mark.parametrize(
    "told",
    [
        replace(app(), events=frozenset(("message.im",))),
        app(EVERY_SCOPE - {"links:read", "channels:read", "groups:read"}),
    ],
    ids=["without the event", "without the scope"],
)
def test_what_the_manifest_does_not_ask_for_is_not_told(told: Installed) -> None:
    with stand_in_of(told) as stand_in:
        stand_in.stage.say(MINA, GENERAL, LINK)
        stand_in.stage.invite(MINA, DIGEST, BOT)
        assert stand_in.ledger.entries() == []


def test_the_bot_is_invited_and_told_of_it(stand_in: StandIn, bot: Bot) -> None:
    stand_in.stage.say(MINA, DIGEST, "/invite @alliance")
    (event,) = events(bot, "member_joined_channel")
    assert event.pop("event_ts")
    assert event == {
        "type": "member_joined_channel",
        "user": BOT,
        "channel": DIGEST,
        "channel_type": "C",
        "team": "T0PLAY",
        "inviter": MINA,
    }
    (joined,) = seen(stand_in, JORDAN, DIGEST)
    assert (joined.text, joined.subtype) == ("<@U0ALLIANCE> has joined the channel", "channel_join")
    assert client(stand_in).chat_postMessage(channel=DIGEST, text="hello")["ok"]


def test_the_bot_is_taken_out(stand_in: StandIn, bot: Bot) -> None:
    stand_in.stage.say(MINA, GENERAL, "/remove @alliance")
    answer = refusal(lambda: client(stand_in).chat_postMessage(channel=GENERAL, text="a"))
    assert answer["error"] == "not_in_channel"
    assert [post.text for post in seen(stand_in, MINA)] == [
        "You removed <@U0ALLIANCE> from #general"
    ]
    assert (seen(stand_in, JORDAN), bot.got) == ([], [])


@pytest.mark.parametrize(
    ("channel", "typed", "thread", "sentence"),
    [
        (GENERAL, "/invite @alliance", None, "already in this channel"),
        (DIGEST, "/invite @alliance", "started", "not supported in threads"),
        (DIGEST, "/invite", None, "needs the @name"),
        (DIGEST, "/kick @alliance", None, "is not in this channel"),
        (DIRECT, "/invite @jordan", None, "in channels only"),
        (OLD, "/invite @alliance", None, "archived"),
        (GENERAL, "/invite @aiko", None, "not shared"),
    ],
)
def test_what_nobody_can_do_about_members(
    stand_in: StandIn, bot: Bot, channel: str, typed: str, thread: str | None, sentence: str
) -> None:
    started = stand_in.workspace.post(channel, MINA, "a").ts
    with pytest.raises(Unwelcome, match=sentence):
        stand_in.stage.say(MINA, channel, typed, thread and started)
    assert bot.got == []


def test_an_app_that_goes_is_told_so(stand_in: StandIn, bot: Bot) -> None:
    stand_in.stage.uninstall()
    assert kinds(bot) == ["tokens_revoked", "app_uninstalled"]
    assert bot.got[0]["event"]["tokens"] == {"oauth": [], "bot": [BOT]}
    assert refusal(client(stand_in).auth_test)["error"] == "account_inactive"
    stand_in.stage.say(MINA, DIRECT, "hello?")
    assert len(bot.got) == 2
    with pytest.raises(Unwelcome):
        stand_in.stage.invite(MINA, DIGEST, BOT)


def test_the_two_events_of_an_uninstallation_come_in_any_order(stand_in: StandIn, bot: Bot) -> None:
    assert stand_in.faults.choose(REQUEST, "out_of_order", 1)
    stand_in.stage.uninstall()
    assert kinds(bot) == ["app_uninstalled", "tokens_revoked"]


def test_a_revoked_token_is_told(stand_in: StandIn, bot: Bot) -> None:
    stand_in.stage.revoke()
    assert kinds(bot) == ["tokens_revoked"]
    assert refusal(client(stand_in).auth_test)["error"] == "token_revoked"


def said(bot: Bot) -> list[str]:
    return [event["text"] for event in events(bot, "message")]


def test_two_events_are_swapped_as_often_as_it_is_asked(stand_in: StandIn, bot: Bot) -> None:
    assert stand_in.faults.choose(REQUEST, "out_of_order", 2)
    for text in "abcde":
        stand_in.stage.say(MINA, DIRECT, text)
    assert said(bot) == ["b", "a", "d", "c", "e"]
    due(stand_in, 1000)
    assert len(bot.got) == 5


def test_an_event_that_nothing_follows_comes_late(stand_in: StandIn, bot: Bot) -> None:
    assert stand_in.faults.choose(REQUEST, "out_of_order", 1)
    stand_in.stage.say(MINA, DIRECT, "a")
    assert bot.got == []
    due(stand_in, 60)
    assert said(bot) == ["a"]


def test_a_step_of_a_workflow_runs_and_is_completed_once(stand_in: StandIn, bot: Bot) -> None:
    id = stand_in.stage.run_function("find", {"query": "whales"})
    (event,) = events(bot, "function_executed")
    assert (event["function"]["callback_id"], event["inputs"]) == ("find", {"query": "whales"})
    assert event["function"]["input_parameters"] == [
        {"name": "query", "is_required": True, "type": "string"}
    ]
    assert event["function_execution_id"] == id
    slack = client(stand_in, event["bot_access_token"])
    for wrong in ({}, {"found": "yes"}, {"found": True, "else": "a"}):
        refused = refusal(
            lambda outputs=wrong: slack.functions_completeSuccess(
                function_execution_id=id, outputs=outputs
            )
        )
        assert refused["error"] == "parameter_validation_failed"
    outputs = {"found": True, "quote": "Whales."}
    assert slack.functions_completeSuccess(function_execution_id=id, outputs=outputs)["ok"]
    assert stand_in.workspace.rooms.functions[id].outcome == {"outputs": outputs}
    again = refusal(lambda: slack.functions_completeError(function_execution_id=id, error="a"))
    assert again["error"] == "execution_not_in_running_state"
    gone = refusal(lambda: slack.functions_completeError(function_execution_id="Fx2", error="a"))
    assert gone["error"] == "function_execution_not_found"


@pytest.mark.parametrize(
    ("callback_id", "inputs"),
    [("lose", {"query": "a"}), ("find", {}), ("find", {"query": "a", "else": "b"})],
)
def test_a_step_that_is_not_so_declared_does_not_run(
    stand_in: StandIn, bot: Bot, callback_id: str, inputs: dict[str, str]
) -> None:
    with pytest.raises(Unwelcome):
        stand_in.stage.run_function(callback_id, inputs)
    assert bot.got == []


def test_a_stranger_is_of_their_own_team(stand_in: StandIn, bot: Bot) -> None:
    stand_in.stage.say(AIKO, "C0POLICY", "@alliance whales")
    button = {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Go"}}
    row = {"type": "actions", "block_id": "row", "elements": [button]}
    post = stand_in.workspace.post("C0POLICY", BOT, "a", blocks=[row])
    place = {"channel": "C0POLICY", "ts": post.ts, "block_id": "row", "action_id": "go"}
    stand_in.stage.act(AIKO, place)
    mention, press = bot.got
    assert (mention["team_id"], mention["event"]["team"]) == ("T0PLAY", "T0ELSEWHERE")
    assert mention["is_ext_shared_channel"] is True
    assert (press["team"]["id"], press["user"]["team_id"]) == ("T0PLAY", "T0ELSEWHERE")
    with pytest.raises(Unwelcome):
        stand_in.stage.say(AIKO, GENERAL, "hello")

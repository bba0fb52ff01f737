"""Slack's rules for the Web API: for each, a call that Slack accepts and one that it refuses."""

from collections.abc import Callable
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.playground.standing import StandIn
from bot.playground.web_api import METHODS
from tests.playground.conftest import TOKEN, app, stand_in_of

GENERAL, DIGEST, OLD, DIRECT = "C0GENERAL", "C0DIGEST", "C0SUMMIT23", "D0MINA"
JORDAN, MINA = "U0JORDAN", "U0MINA"
SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "a"}}
PLAIN = {"type": "plain_text", "text": "a"}
QUOTE = {"type": "rich_text_quote", "elements": [{"type": "text", "text": "a"}]}
RICH = {"type": "rich_text", "elements": [QUOTE]}
Does = Callable[[WebClient], Any]


def client(stand_in: StandIn, token: str = TOKEN) -> WebClient:
    return WebClient(token, base_url=stand_in.api_url, retry_handlers=[])


def refusal(does: Callable[[], Any]) -> dict[str, Any]:
    with pytest.raises(SlackApiError) as raised:
        does()
    answer: dict[str, Any] = raised.value.response.data
    assert answer["ok"] is False
    return answer


def wide(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "plain_text", "text": text}}


RULES: dict[str, tuple[str, Does, Does]] = {
    "a channel must exist": (
        "channel_not_found",
        lambda slack: slack.chat_postMessage(channel=GENERAL, text="a"),
        lambda slack: slack.chat_postMessage(channel="C0NOWHERE", text="a"),
    ),
    "the bot must be a member": (
        "not_in_channel",
        lambda slack: slack.chat_postMessage(channel=DIRECT, text="a"),
        lambda slack: slack.chat_postMessage(channel=DIGEST, text="a"),
    ),
    "nothing is written in an archive": (
        "is_archived",
        lambda slack: slack.conversations_info(channel=OLD),
        lambda slack: slack.chat_postMessage(channel=OLD, text="a"),
    ),
    "a message must say something": (
        "no_text",
        lambda slack: raw(slack, channel=GENERAL, blocks=[SECTION]),
        lambda slack: raw(slack, channel=GENERAL, text=" "),
    ),
    "a text has an end": (
        "msg_too_long",
        lambda slack: slack.chat_postMessage(channel=GENERAL, text="a" * 40_000),
        lambda slack: slack.chat_postMessage(channel=GENERAL, text="a" * 40_001),
    ),
    "all blocks together have an end": (
        "msg_blocks_too_long",
        lambda slack: slack.chat_postMessage(
            channel=GENERAL, text="a", blocks=[wide("a" * 2800)] * 4
        ),
        lambda slack: slack.chat_postMessage(
            channel=GENERAL, text="a", blocks=[wide("a" * 2900)] * 4
        ),
    ),
    "fifty blocks are enough": (
        "invalid_blocks",
        lambda slack: slack.chat_postMessage(channel=GENERAL, text="a", blocks=[SECTION] * 50),
        lambda slack: slack.chat_postMessage(channel=GENERAL, text="a", blocks=[SECTION] * 51),
    ),
    "an ephemeral message needs a member": (
        "user_not_in_channel",
        lambda slack: slack.chat_postEphemeral(channel=GENERAL, user=MINA, text="a"),
        lambda slack: slack.chat_postEphemeral(channel=DIRECT, user=JORDAN, text="a"),
    ),
    "a link needs its message": (
        "message_not_found",
        lambda slack: slack.chat_getPermalink(channel=GENERAL, message_ts=posted(slack)),
        lambda slack: slack.chat_getPermalink(channel=GENERAL, message_ts="1.1"),
    ),
    "only what exists is changed": (
        "message_not_found",
        lambda slack: slack.chat_update(channel=GENERAL, ts=posted(slack), text="b"),
        lambda slack: slack.chat_update(channel=GENERAL, ts="1.1", text="b"),
    ),
    "a change has an end": (
        "msg_too_long",
        lambda slack: slack.chat_update(channel=GENERAL, ts=posted(slack), text="b" * 4000),
        lambda slack: slack.chat_update(channel=GENERAL, ts=posted(slack), text="b" * 4001),
    ),
    "only what exists is deleted": (
        "message_not_found",
        lambda slack: slack.chat_delete(channel=GENERAL, ts=posted(slack)),
        lambda slack: slack.chat_delete(channel=GENERAL, ts="1.1"),
    ),
    "a thread must exist": (
        "thread_not_found",
        lambda slack: slack.conversations_replies(channel=GENERAL, ts=posted(slack)),
        lambda slack: slack.conversations_replies(channel=GENERAL, ts="1.1"),
    ),
    "only members read": (
        "not_in_channel",
        lambda slack: slack.conversations_history(channel=GENERAL),
        lambda slack: slack.conversations_history(channel=DIGEST),
    ),
    "a page has a size": (
        "invalid_limit",
        lambda slack: slack.conversations_members(channel=GENERAL, limit=1),
        lambda slack: slack.conversations_members(channel=GENERAL, limit=0),
    ),
    "a cursor is Slack's": (
        "invalid_cursor",
        lambda slack: slack.conversations_list(cursor="2"),
        lambda slack: slack.conversations_list(cursor="x"),
    ),
    "types are known": (
        "invalid_types",
        lambda slack: slack.conversations_list(types="public_channel,im"),
        lambda slack: slack.conversations_list(types="rooms"),
    ),
    "a person must exist": (
        "user_not_found",
        lambda slack: slack.users_info(user=MINA),
        lambda slack: slack.users_info(user="U0NOBODY"),
    ),
    "a thread begins with a message of somebody's": (
        "cannot_reply_to_message",
        lambda slack: raw(slack, channel=GENERAL, text="a", thread_ts=posted(slack)),
        lambda slack: raw(slack, channel=GENERAL, text="a", thread_ts=announced(slack)),
    ),
    "what Slack announces is not the bot's": (
        "cant_delete_message",
        lambda slack: slack.chat_delete(channel=GENERAL, ts=posted(slack)),
        lambda slack: slack.chat_delete(channel=GENERAL, ts=announced(slack)),
    ),
    "history begins at a moment": (
        "invalid_ts_oldest",
        lambda slack: slack.conversations_history(channel=GENERAL, oldest="1.5"),
        lambda slack: slack.conversations_history(channel=GENERAL, oldest="today"),
    ),
    "history ends at a moment": (
        "invalid_ts_latest",
        lambda slack: slack.conversations_history(channel=GENERAL, latest="9" * 10),
        lambda slack: slack.conversations_history(channel=GENERAL, latest="-1"),
    ),
    "metadata has a type": (
        "invalid_metadata_format",
        lambda slack: noted(slack, {"event_type": "digest", "event_payload": {}}),
        lambda slack: noted(slack, {"event_type": 7, "event_payload": {}}),
    ),
    "metadata has a payload": (
        "invalid_metadata_format",
        lambda slack: noted(slack, {"event_type": "digest", "event_payload": {"id": "1"}}),
        lambda slack: noted(slack, {"event_type": "digest", "event_payload": "1"}),
    ),
    "metadata is small": (
        "metadata_too_large",
        lambda slack: noted(slack, {"event_type": "d", "event_payload": {"a": "b" * 7900}}),
        lambda slack: noted(slack, {"event_type": "d", "event_payload": {"a": "b" * 8000}}),
    ),
    "an unfurl is of the app's domain": (
        "cannot_unfurl_url",
        lambda slack: unfurled(slack, SECTION, "https://www.a.example/", "https://www.a.example/"),
        lambda slack: unfurled(slack, SECTION, "https://b.example/", "https://b.example/"),
    ),
    "an unfurl has no rich text": (
        "invalid_blocks",
        lambda slack: unfurled(slack, SECTION),
        lambda slack: unfurled(slack, RICH),
    ),
    "an unfurl needs its address": (
        "cannot_unfurl_url",
        lambda slack: unfurled(slack, SECTION),
        lambda slack: unfurled(slack, SECTION, "https://other.example/"),
    ),
    "a status has short words": (
        "invalid_arguments",
        lambda slack: slack.assistant_threads_setStatus(
            channel_id=DIRECT, thread_ts="1.1", status="reads", loading_messages=["a" * 50]
        ),
        lambda slack: slack.assistant_threads_setStatus(
            channel_id=DIRECT, thread_ts="1.1", status="reads", loading_messages=["a" * 51]
        ),
    ),
    "four prompts are enough": (
        "invalid_arguments",
        lambda slack: prompted(slack, 4),
        lambda slack: prompted(slack, 5),
    ),
    "a Home is a home": (
        "invalid_arguments",
        lambda slack: slack.views_publish(
            user_id=MINA, view={"type": "home", "blocks": [SECTION] * 100}
        ),
        lambda slack: slack.views_publish(
            user_id=MINA, view={"type": "home", "blocks": [SECTION] * 101}
        ),
    ),
}


def raw(slack: WebClient, **arguments: Any) -> Any:
    """chat.postMessage without the client's own opinions."""
    return slack.api_call("chat.postMessage", json=arguments)


def posted(slack: WebClient, text: str = "a") -> str:
    return str(slack.chat_postMessage(channel=GENERAL, text=text)["ts"])


def announced(slack: WebClient) -> str:
    """The message that says who has come into the channel."""
    (first, *_) = slack.conversations_history(channel=GENERAL)["messages"][::-1]
    assert first["subtype"] == "channel_join"
    return str(first["ts"])


def noted(slack: WebClient, metadata: Any) -> Any:
    return raw(slack, channel=GENERAL, text="a", metadata=metadata)


def unfurled(
    slack: WebClient,
    block: dict[str, Any],
    at: str = "https://a.example/",
    written: str = "https://a.example/",
) -> Any:
    ts = posted(slack, f"see {written}")
    return slack.chat_unfurl(channel=GENERAL, ts=ts, unfurls={at: {"blocks": [block]}})


def prompted(slack: WebClient, count: int) -> Any:
    prompts = [{"title": "a", "message": "b"}] * count
    return slack.assistant_threads_setSuggestedPrompts(
        channel_id=DIRECT, thread_ts="1.1", prompts=prompts
    )


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_of_slacks(stand_in: StandIn, rule: str) -> None:
    error, accepted, refused = RULES[rule]
    slack = client(stand_in)
    stand_in.workspace.post(
        GENERAL, "U0ALLIANCE", "<@U0ALLIANCE> has joined the channel", subtype="channel_join"
    )
    assert accepted(slack)["ok"] is True
    assert refusal(lambda: refused(slack))["error"] == error


def test_an_invalid_block_is_pointed_at(stand_in: StandIn) -> None:
    blocks = [SECTION, wide("a" * 3001)]
    answer = refusal(
        lambda: client(stand_in).chat_postMessage(channel=GENERAL, text="a", blocks=blocks)
    )
    reason = "[ERROR] must be less than 3001 characters [json-pointer:/blocks/1/text/text]"
    assert answer["response_metadata"]["messages"] == [reason]
    ((_, entry),) = stand_in.ledger.entries()
    assert entry.verdict == f"invalid_blocks: {reason}"


def test_a_token_is_needed_and_must_be_right(stand_in: StandIn) -> None:
    assert client(stand_in).auth_test()["user_id"] == stand_in.workspace.app.bot.id
    assert refusal(client(stand_in, "xoxb-other").auth_test)["error"] == "invalid_auth"
    assert refusal(client(stand_in, "").auth_test)["error"] == "not_authed"
    stand_in.workspace.rooms.token_revoked = True
    assert refusal(client(stand_in).auth_test)["error"] == "token_revoked"


def test_an_unknown_method_is_unknown(stand_in: StandIn) -> None:
    answer = refusal(lambda: client(stand_in).api_call("chat.shout"))
    assert (answer["error"], answer["req_method"]) == ("unknown_method", "chat.shout")


SCOPED = sorted(name for name, method in METHODS.items() if method.scopes)


@pytest.mark.parametrize("name", [*SCOPED, "conversations.info", "conversations.history"])
def test_a_scope_is_needed(name: str) -> None:
    with stand_in_of(app(frozenset(("commands",)))) as stand_in:
        answer = refusal(
            lambda: client(stand_in).api_call(name, params={"channel": GENERAL, "user": MINA})
        )
    assert answer["error"] == "missing_scope"
    assert answer["provided"] == "commands"
    assert answer["needed"]


def test_with_the_manifests_scopes_the_bot_can_do_what_it_does_and_no_more() -> None:
    with stand_in_of(app(None)) as stand_in:
        slack = client(stand_in)
        assert slack.chat_postMessage(channel=GENERAL, text="a")["ok"]
        assert slack.conversations_history(channel=GENERAL)["ok"]
        reading = refusal(lambda: slack.conversations_info(channel="D0MINA"))
        assert reading["needed"] == "im:read"


def test_a_person_of_another_language_and_zone(stand_in: StandIn) -> None:
    user = client(stand_in).users_info(user=MINA, include_locale=True)["user"]
    assert (user["locale"], user["tz"], user["tz_offset"]) == ("ko-KR", "Asia/Seoul", 32_400)


def test_a_bot_that_was_removed_cannot_write(stand_in: StandIn) -> None:
    stand_in.workspace.dismiss(GENERAL, "U0ALLIANCE")
    answer = refusal(lambda: client(stand_in).chat_postMessage(channel=GENERAL, text="a"))
    assert answer["error"] == "not_in_channel"


def test_only_its_own_messages_are_the_bots(stand_in: StandIn) -> None:
    ts = stand_in.workspace.post(GENERAL, MINA, "mine").ts
    slack = client(stand_in)
    update = refusal(lambda: slack.chat_update(channel=GENERAL, ts=ts, text="yours"))
    delete = refusal(lambda: slack.chat_delete(channel=GENERAL, ts=ts))
    assert (update["error"], delete["error"]) == ("cant_update_message", "cant_delete_message")


def test_the_stamps_of_messages_are_unique_and_rise(stand_in: StandIn) -> None:
    slack = client(stand_in)
    stamps = [posted(slack) for _ in range(20)]
    assert stamps == sorted(set(stamps))
    pages = slack.conversations_history(channel=GENERAL, limit=15)
    assert [message["ts"] for message in pages["messages"]] == stamps[:4:-1]
    assert pages["response_metadata"]["next_cursor"] == "15"


@pytest.mark.parametrize(
    ("bounds", "found"),
    [
        ({}, "cba"),
        ({"oldest": 0}, "cb"),
        ({"latest": 2}, "ba"),
        ({"oldest": 0, "latest": 2}, "b"),
        ({"oldest": 0, "latest": 2, "inclusive": True}, "cba"),
        ({"oldest": 1, "inclusive": True}, "cb"),
        ({"oldest": 2}, ""),
    ],
)
def test_history_between_two_moments(stand_in: StandIn, bounds: dict[str, Any], found: str) -> None:
    slack = client(stand_in)
    stamps = [posted(slack, text) for text in "abc"]
    told = {key: stamps[of] if key != "inclusive" else of for key, of in bounds.items()}
    messages = slack.conversations_history(channel=GENERAL, **told)["messages"]
    assert "".join(message["text"] for message in messages) == found


def test_replies_between_two_moments(stand_in: StandIn) -> None:
    slack = client(stand_in)
    ts = posted(slack)
    raw(slack, channel=GENERAL, text="b", thread_ts=ts)
    later = slack.conversations_replies(channel=GENERAL, ts=ts, oldest=ts)["messages"]
    assert [message["text"] for message in later] == ["b"]


NOTE = {"event_type": "alliance_digest", "event_payload": {"delivery": "7"}}


@pytest.mark.parametrize(
    ("whole", "shown"), [(True, NOTE), (False, {"event_type": "alliance_digest"})]
)
def test_metadata_is_shown_whole_only_on_request(
    stand_in: StandIn, whole: bool, shown: dict[str, Any]
) -> None:
    slack = client(stand_in)
    assert noted(slack, NOTE)["message"]["metadata"] == NOTE
    history = slack.conversations_history(channel=GENERAL, include_all_metadata=whole)
    assert history["messages"][0]["metadata"] == shown


def test_metadata_of_a_strange_type_is_ignored_with_a_warning(stand_in: StandIn) -> None:
    answer = noted(client(stand_in), {"event_type": "alliance.digest", "event_payload": {}})
    assert answer["warning"] == "invalid_metadata_schema"
    assert "metadata" not in answer["message"]


def test_a_change_keeps_metadata_unless_it_says_otherwise(stand_in: StandIn) -> None:
    slack = client(stand_in)
    ts = noted(slack, NOTE)["ts"]
    changed = {"channel": GENERAL, "ts": ts, "text": "b"}
    assert slack.chat_update(**changed)["message"]["metadata"] == NOTE
    assert "metadata" not in slack.chat_update(**changed, metadata={})["message"]


def test_an_answer_to_a_message_that_is_gone_stands_in_the_channel(stand_in: StandIn) -> None:
    slack = client(stand_in)
    ts = posted(slack)
    answered = raw(slack, channel=GENERAL, text="b", thread_ts=ts)
    assert answered["message"]["thread_ts"] == ts
    slack.chat_delete(channel=GENERAL, ts=ts)
    kept = raw(slack, channel=GENERAL, text="c", thread_ts=ts)
    gone = raw(slack, channel=GENERAL, text="d", thread_ts="1.1")
    assert kept["message"]["thread_ts"] == ts and "thread_ts" not in gone["message"]


def test_an_admin_a_member_and_a_stranger(stand_in: StandIn) -> None:
    slack = client(stand_in)
    keys = ("is_admin", "is_owner", "is_primary_owner", "is_stranger", "team_id")
    faces = [slack.users_info(user=id)["user"] for id in (JORDAN, "U0ROSA", "U0AIKO")]
    assert [[face[key] for key in keys] for face in faces] == [
        [True, False, False, False, "T0PLAY"],
        [False, False, False, False, "T0PLAY"],
        [False, False, False, False, "T0ELSEWHERE"],
    ]
    stand_in.workspace.dismiss("C0POLICY", "U0ALLIANCE")
    assert slack.users_info(user="U0AIKO")["user"]["is_stranger"] is True
    shared = [slack.conversations_info(channel=id)["channel"] for id in ("C0POLICY", GENERAL)]
    assert [channel["is_ext_shared"] for channel in shared] == [True, False]


def test_a_second_is_needed_for_each_message_after_a_short_burst() -> None:
    with stand_in_of(app(), paced=True) as stand_in:
        slack = client(stand_in)
        for _ in range(3):
            posted(slack)
        with pytest.raises(SlackApiError) as limited:
            posted(slack)
        response = limited.value.response
        assert (response.status_code, response.headers["Retry-After"]) == (429, "1")
        assert slack.chat_postMessage(channel="C0POLICY", text="elsewhere")["ok"]
        stand_in.workspace.agenda.advance(1)
        posted(slack)
        assert stand_in.ledger.entries()[3][1].verdict == "ratelimited"


def test_without_that_option_a_bot_posts_as_it_likes(stand_in: StandIn) -> None:
    assert len({posted(client(stand_in)) for _ in range(9)}) == 9

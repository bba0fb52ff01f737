"""Who may set up a digest and where, and what the bot does without the scopes it may lack."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import time

import pytest

from bot.core.digests import Cadence, Owner, Plan, Subscription
from bot.core.library import Library
from bot.manifest import described
from bot.playground.faults import HANGING, Fault
from bot.playground.people import installed
from tests.support.building import the_bot
from tests.support.digests import Memory, planning
from tests.support.slack import nobody, workspace
from tests.support.visiting import Visitor, visiting
from tests.support.web_api import SECRET, TOKEN

SET_UP = "/alliance digest weekdays 09:00 Asia/Seoul"
CHANGES = ("pause", "resume", "off", "now")
ADMINS = "In this workspace only admins set up digests. Please ask one of them."
Guarded = Callable[..., AbstractContextManager[Visitor]]
PLAN = Plan(Cadence(frozenset(range(5)), time(9), "Asia/Seoul"))


@pytest.fixture
def guarded(harbour: Library, store: Memory) -> Guarded:
    """Rosa in #policy, where only admins set up digests and the app lacks some of its scopes."""

    @contextmanager
    def entered(*lacking: str) -> Iterator[Visitor]:
        app = installed(described(), TOKEN, SECRET)
        scoped = replace(app, scopes=app.scopes - set(lacking))
        build = the_bot(harbour, planning=planning(store, admins_only=True), look=nobody)
        with visiting(build, scoped) as somebody:
            yield somebody.other("U0ROSA")

    return entered


@pytest.fixture
def bare(harbour: Library, store: Memory) -> Iterator[Visitor]:
    """Jordan in #policy, where the app has none of the optional scopes."""
    app = installed(described(), TOKEN, SECRET)
    scopes = app.scopes - {"users:read", "channels:read", "channels:history"}
    build = the_bot(harbour, planning=planning(store), look=nobody)
    with visiting(build, replace(app, scopes=scopes)) as somebody:
        yield somebody.other("U0JORDAN")


def kept(store: Memory, origin: str = "slack") -> Subscription:
    """A digest of #policy."""
    rosa = Owner("U0ROSA", "rosa")
    subscription = Subscription("s0", "T0PLAY", "C0POLICY", PLAN, rosa, None)
    if origin == "file":
        subscription = replace(subscription, origin="file", owner=Owner("", ""))
    store.save(subscription)
    return subscription


def test_only_admins_set_up_digests_where_that_is_wanted(guarded: Guarded, store: Memory) -> None:
    subscription = kept(store)
    with guarded() as rosa:
        for words in (SET_UP, "/alliance digest", *(f"/alliance digest {w}" for w in CHANGES)):
            rosa.say(words)
            assert rosa.reply.text == ADMINS
            assert not rosa.has_modal
        assert store.held == {("T0PLAY", "C0POLICY"): subscription}
        assert store.deliveries == []
        rosa.say("/alliance digest status")
        assert rosa.reply.text.startswith("*State:* on\n")
        rosa.other("U0JORDAN").say("/alliance digest off")
        assert store.held == {}


def test_whoever_lost_their_rights_cannot_save(guarded: Guarded, store: Memory) -> None:
    with guarded() as rosa:
        jordan = rosa.other("U0JORDAN")
        jordan.say("/alliance digest")
        people = jordan.stand_in.workspace.people
        people["U0JORDAN"] = replace(people["U0JORDAN"], is_admin=False)
        assert jordan.submit({}) == {"channel": ADMINS}
        assert store.held == {}


def test_where_nobody_can_be_seen_to_be_an_admin_the_scope_is_named(
    guarded: Guarded, store: Memory
) -> None:
    with guarded("users:read") as rosa:
        rosa.say(SET_UP)
        assert rosa.reply.text == (
            "In this workspace only admins set up digests, and I cannot see who is one:"
            " I lack the permission `users:read`."
        )
        assert store.held == {}
        assert rosa.refused() == ["users.info: missing_scope"]


def test_where_slack_does_not_say_in_time_who_is_an_admin_nothing_is_done(
    guarded: Guarded, store: Memory
) -> None:
    with guarded() as rosa:
        rosa.stand_in.faults.fail("users.info", HANGING)
        rosa.say(SET_UP)
        assert "Slack did not say in time whether you are one." in rosa.reply.text
        assert store.held == {}
        rosa.refused()


def test_without_profiles_the_time_is_utc_and_the_answer_says_so(
    bare: Visitor, store: Memory
) -> None:
    bare.say("/alliance digest weekdays 09:00")
    assert "at 9:00 AM, UTC\n" in bare.reply.text
    assert "I cannot see the time zone of your profile, so I took UTC." in bare.reply.text
    bare.say(SET_UP)
    bare.say("/alliance digest weekdays 10:00")
    assert "at 10:00 AM, Asia/Seoul (UTC+9)\n" in bare.reply.text
    assert "The time zone is the one it had before.\n" in bare.reply.text
    assert bare.refused() == ["users.info: missing_scope"] * 3


def test_a_slow_profile_is_not_waited_for(jordan: Visitor) -> None:
    jordan.stand_in.faults.fail("users.info", HANGING, HANGING, HANGING)
    jordan.say("/alliance digest")
    assert jordan.view.title == "Statement digest"
    assert "UTC" in jordan.view.words
    jordan.refused()


def test_without_a_view_of_its_members_another_channel_is_refused(
    bare: Visitor, store: Memory
) -> None:
    bare.say("/alliance digest")
    assert bare.submit({"channel": "C0GENERAL"}) == {
        "channel": "I cannot see who is in that channel. Please type `/alliance digest` in it."
    }
    assert store.held == {}
    assert bare.submit({"channel": "C0POLICY"}) == {}
    assert store.of_channel("T0PLAY", "C0POLICY")
    assert set(bare.refused()) == {
        "users.info: missing_scope",
        "conversations.members: missing_scope",
    }


@pytest.mark.parametrize(
    ("following", "refusal"),
    [
        ("", "You are not a member of that channel."),
        ("more", "I cannot see who is in that channel. Please type `/alliance digest` in it."),
    ],
)
def test_a_channel_of_others_is_refused(
    jordan: Visitor, store: Memory, following: str, refusal: str
) -> None:
    jordan.say("/alliance digest")
    page = {"ok": True, "members": ["U0ROSA"], "response_metadata": {"next_cursor": following}}
    jordan.stand_in.faults.fail("conversations.members", Fault(body=json.dumps(page).encode()))
    assert jordan.submit({"channel": "C0GENERAL"}) == {"channel": refusal}
    assert store.held == {}
    jordan.refused()


def test_a_stranger_from_another_workspace_is_refused(jordan: Visitor, store: Memory) -> None:
    jordan.say(SET_UP)
    jordan.say("/alliance digest now")
    (subscription,) = store.held.values()
    aiko = jordan.other("U0AIKO")
    jordan.stand_in.workspace.post("C0POLICY", "U0ALLIANCE", "…", blocks=post(jordan))
    aiko.press("Change this digest")
    assert aiko.reply.text == "Only members of this workspace can do that."
    assert not aiko.has_modal
    aiko.say("@alliance digest status")
    assert aiko.reply.text == "Only members of this workspace can do that."
    assert tuple(store.held.values()) == (subscription,)


def post(somebody: Visitor) -> list[dict[str, object]]:
    """The blocks of a digest's post, as its preview shows them."""
    somebody.say("/alliance digest preview")
    return list(somebody.posts[-1].blocks)


def test_a_digest_that_is_kept_in_a_file_is_changed_there(jordan: Visitor, store: Memory) -> None:
    subscription = kept(store, "file")
    told = (
        "This digest is kept in a file, and can only be changed there. Please ask whoever runs me."
    )
    for words in (SET_UP, "/alliance digest", "/alliance digest off"):
        jordan.say(words)
        assert jordan.reply.text == told
        assert not jordan.has_modal
    jordan.among("C0GENERAL").say("/alliance digest")
    jordan.pick("choose:channel", "C0POLICY")
    assert jordan.view.words[0] == told
    assert jordan.submit({"channel": "C0POLICY"}) == {"channel": told}
    assert tuple(store.held.values()) == (subscription,)
    jordan.say("/alliance digest preview")
    assert jordan.reply.labels == ["Read the whole paragraph"]
    assert "1 of 3 · set up in a file" in jordan.reply.prose


def test_two_peoples_direct_message_is_no_place_for_a_digest(
    jordan: Visitor, store: Memory
) -> None:
    rooms = jordan.stand_in.workspace.rooms
    rooms.channels["D0BOTH"] = replace(
        rooms.channels["D0MINA"], id="D0BOTH", members=frozenset(("U0MINA", "U0JORDAN"))
    )
    private = jordan.among("D0BOTH")
    private.say(SET_UP)
    assert private.reply.text == "A digest goes to a channel, or to your direct message with me."
    assert store.held == {}
    private.say("/alliance digest")
    assert private.submit({}) == {}
    assert jordan.among("D0JORDAN").reply.text == private.reply.text
    assert store.held == {}
    assert jordan.refused() == ["chat.postMessage: channel_not_found"] * 2


def test_a_conversation_is_told_the_state_and_all_else_by_command(jordan: Visitor) -> None:
    jordan.say(SET_UP)
    jordan.say("@alliance digest status")
    assert jordan.reply.text.startswith("*State:* on\n")
    jordan.say("@alliance digest help")
    assert "`/alliance digest weekdays 09:00 Asia/Seoul`" in jordan.reply.prose
    jordan.say("@alliance 다이제스트 끄기")
    assert jordan.reply.text.startswith("그 일은 `/alliance 정기 게시` 명령으로 해 주십시오.")
    direct = jordan.among("D0JORDAN")
    direct.say("digest pause 2w")
    assert direct.reply.text == (
        "Please type `/alliance digest` for that; only you see the answer."
    )


def test_where_nothing_keeps_digests_that_is_said(harbour: Library) -> None:
    with workspace(harbour) as slack:
        told = "I run without a database here, so there are no digests."
        for reply in (slack.command("digest"), slack.mention("digest status")):
            assert reply.text == told
        assert slack.command("다이제스트 상태").text == (
            "이곳에서는 데이터베이스 없이 실행되므로 정기 게시를 쓸 수 없습니다."
        )

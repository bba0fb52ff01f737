"""Digests as people set them up, see and stop them, in a workspace that keeps Slack's rules."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.core.digests import (
    EVERY_DAY,
    WEEKDAYS,
    Ailing,
    Cadence,
    Chosen,
    Delivery,
    Paused,
    Plan,
    Shuffled,
    Subscription,
)
from bot.core.library import library_of
from bot.manifest import described
from bot.playground.faults import SERVER_ERROR, refused
from bot.playground.people import installed
from tests.support.building import the_bot
from tests.support.planning import NOW, Digests, planning
from tests.support.statements import FERRIES, HARBOUR, KEEPER, LANTERNS
from tests.support.visiting import Visitor, visiting
from tests.support.web_api import SECRET, TOKEN

JORDAN, ROSA, AIKO = "U0JORDAN", "U0ROSA", "U0AIKO"
Visit = Callable[..., AbstractContextManager[Visitor]]


@pytest.fixture
def store() -> Digests:
    return Digests()


@pytest.fixture
def visit(store: Digests) -> Visit:
    @contextmanager
    def visiting_jordan(without: str = "", admins_only: bool = False) -> Iterator[Visitor]:
        app = installed(described(), TOKEN, SECRET)
        app = replace(app, scopes=app.scopes - {without})
        kept = planning(store, admins_only=admins_only)
        with visiting(the_bot(library_of(HARBOUR), planning=kept), app) as mina:
            yield mina.other(JORDAN)

    return visiting_jordan


def only(store: Digests) -> Subscription:
    (found,) = store.held.values()
    return found


def test_a_digest_is_set_up_in_words_and_the_channel_is_told(visit: Visit, store: Digests) -> None:
    with visit() as jordan:
        jordan.say("/alliance digest weekdays 09:00 Asia/Seoul")
        assert jordan.reply.text.splitlines() == [
            "The digest of <#C0POLICY> is set up.",
            "*When:* on weekdays at 9:00 AM, Asia/Seoul (UTC+9)",
            "*What:* every theme, in the statement’s order",
            "*Next posts*",
            "• Friday, January 15, 2027, 9:00 AM · Lanterns &lt;&amp; lights&gt;",
            "• Monday, January 18, 2027, 9:00 AM · Ferries",
            "• Tuesday, January 19, 2027, 9:00 AM · Whales",
            "`/alliance digest status` shows it, `/alliance digest off` ends it.",
        ]
        public = [post.text for post in jordan.posts if post.only_for is None]
        assert len(public) == 1 and "jordan" in public[0] and "<@" not in public[0]
    made = only(store)
    assert made.plan == Plan(Cadence(WEEKDAYS, time(9), "Asia/Seoul"))
    assert (made.team, made.channel, made.owner.id) == ("T0PLAY", "C0POLICY", JORDAN)
    assert made.next_slot == datetime(2027, 1, 15, tzinfo=UTC)


def test_a_korean_sets_one_up_in_korean(visit: Visit, store: Digests) -> None:
    with visit() as jordan:
        jordan.other("U0MINA").say("/alliance 다이제스트 월수금 오후 5시 30분 서울")
        first, when, *_ = jordan.other("U0MINA").reply.text.splitlines()
        assert first == "<#C0POLICY> 채널의 정기 게시를 설정했습니다."
        assert when == "*일시:* 매주 월·수·금요일 오후 5시 30분, Asia/Seoul(UTC+9)"
    assert only(store).plan.language == "ko"
    assert only(store).plan.cadence.days == {0, 2, 4}


def test_the_zone_is_the_persons_own_else_the_channels_last_else_utc(
    visit: Visit, store: Digests
) -> None:
    with visit() as jordan:
        jordan.say("/alliance digest daily 8:00")
        assert only(store).plan.cadence.zone == "America/New_York"
    with visit(without="users:read") as jordan:
        jordan.say("/alliance digest daily 9:00")
        assert only(store).plan.cadence == Cadence(EVERY_DAY, time(9), "America/New_York")
        store.held.clear()
        jordan.say("/alliance digest daily 9:00")
        assert only(store).plan.cadence.zone == "UTC"
        assert jordan.refused() == [
            "users.info: missing_scope",
            "users.info: missing_scope",
        ]


def test_words_that_are_wrong_are_told_with_what_to_write(visit: Visit, store: Digests) -> None:
    with visit() as jordan:
        jordan.say("/alliance digest weekdays 25:10 Seoul")
        assert jordan.reply.text.splitlines() == [
            "I read: `weekdays Asia/Seoul`",
            "• “25:10” is not a time of day. Did you mean `09:00`?",
            "To write instead: `/alliance digest weekdays 09:00 Asia/Seoul`",
            "`/alliance digest help` shows what I understand.",
        ]
        jordan.say("/alliance digest weekdays 9am Seoul time")
        assert "“Seoul time” is not the name of a time zone" in jordan.reply.text
        jordan.say("/alliance digest funday 09:00 <!channel> *`x`*")
        assert "“funday” is not a day" in jordan.reply.text
        assert "<!channel>" not in jordan.reply.text
    assert store.held == {}


def test_the_modal_shows_what_will_come_and_saves_it(visit: Visit, store: Digests) -> None:
    with visit() as jordan:
        jordan.say("/alliance digest")
        assert jordan.view.title == "Statement digest"
        assert "Lanterns" in str(jordan.view.told["blocks"])
        jordan.pick("choose:program", "Chosen themes")
        faults = jordan.submit(
            {
                "channel": "C0POLICY",
                "days": "Every day",
                "time": "10:30",
                "zone": "Asia/Kathmandu",
                "program": "Chosen themes",
                "themes": ["Ferries"],
                "language": "English",
                "holidays": ["KR"],
                "until": "2027-02-01",
            }
        )
        assert faults == {}
        assert not jordan.has_modal
    made = only(store)
    assert made.plan.cadence == Cadence(EVERY_DAY, time(10, 30), "Asia/Kathmandu")
    assert made.plan.program == Chosen(("ferries",))
    assert made.plan.holidays == {"KR"}
    assert made.paused == Paused(date(2027, 2, 1))
    assert made.next_slot == datetime(2027, 2, 1, 4, 45, tzinfo=UTC)


def test_the_modal_warns_where_there_is_a_digest_and_saving_changes_it(
    visit: Visit, store: Digests
) -> None:
    with visit() as jordan:
        jordan.say("/alliance digest weekdays 09:00 UTC shuffled")
        before = only(store)
        assert isinstance(before.plan.program, Shuffled)
        jordan.other(ROSA).say("/alliance digest")
        assert "There is a digest in <#C0POLICY> already" in str(
            jordan.other(ROSA).view.told["blocks"]
        )
        jordan.other(ROSA).submit({"time": "11:00"})
    after = only(store)
    assert (after.id, after.owner.id) == (before.id, ROSA)
    assert after.plan.program == before.plan.program


def test_another_channel_needs_somebody_who_is_in_it(visit: Visit, store: Digests) -> None:
    with visit() as jordan:
        jordan.say("/alliance digest")
        assert jordan.submit({"channel": "C0GENERAL"}) == {}
    assert only(store).channel == "C0GENERAL"
    with visit(without="channels:read") as jordan:
        jordan.say("/alliance digest")
        faults = jordan.submit({"channel": "C0GENERAL"})
        assert list(faults) == ["channel"]
        assert jordan.refused() == ["conversations.members: missing_scope"]
    assert len(store.held) == 1


def test_a_channel_without_the_bot_is_saved_and_the_person_told_to_invite_it(
    visit: Visit, store: Digests
) -> None:
    with visit() as jordan:
        jordan.among("C0DIGEST").say("/alliance digest daily 09:00 UTC")
        assert "/invite" in jordan.among("C0DIGEST").reply.text
        assert jordan.refused() == ["chat.postMessage: not_in_channel"]
    assert only(store).channel == "C0DIGEST"


def test_only_admins_where_that_is_wanted(visit: Visit, store: Digests) -> None:
    with visit(admins_only=True) as jordan:
        jordan.other(ROSA).say("/alliance digest daily 09:00 UTC")
        assert "admin" in jordan.other(ROSA).reply.text
        assert store.held == {}
        jordan.say("/alliance digest daily 09:00 UTC")
        for change in ("off", "pause", "now"):
            jordan.other(ROSA).say(f"/alliance digest {change}")
            assert "admin" in jordan.other(ROSA).reply.text
        assert store.held and not store.asked
    with visit(without="users:read", admins_only=True) as jordan:
        jordan.say("/alliance digest off")
        assert "users:read" in jordan.reply.text
        assert jordan.refused() == ["users.info: missing_scope"]
    assert store.held


def test_it_is_paused_resumed_asked_for_and_ended(visit: Visit, store: Digests) -> None:
    with visit() as jordan:
        jordan.say("/alliance digest daily 09:00 UTC")
        jordan.say("/alliance digest pause 2w")
        assert only(store).paused == Paused(date(2027, 1, 28))
        jordan.say("/alliance digest resume")
        assert only(store).paused is None
        assert only(store).next_slot == datetime(2027, 1, 14, 9, tzinfo=UTC)
        jordan.say("/alliance digest now")
        assert store.asked == [(only(store).id, NOW)]
        jordan.say("/alliance digest off")
        assert store.held == {}
        jordan.say("/alliance digest off")
        assert jordan.reply.text.startswith("There is no digest in <#C0POLICY> yet.")


def test_a_preview_is_for_the_person_alone(visit: Visit) -> None:
    with visit() as jordan:
        jordan.say("/alliance digest preview")
        assert jordan.reply.quote == LANTERNS
        assert jordan.posts[-1].only_for == JORDAN
        assert [post for post in jordan.other("U0MINA").posts if post.blocks] == []


def test_status_tells_of_posts_that_did_not_come(visit: Visit, store: Digests) -> None:
    with visit() as jordan:
        jordan.say("/alliance digest daily 09:00 UTC")
        made = only(store)
        store.held[made.id] = replace(made, ailing=Ailing("not_in_channel", NOW))
        slot = datetime(2027, 1, 13, 9, tzinfo=UTC)
        store.deliveries[made.id] = (
            Delivery("d3", made.id, slot, "unconfirmed"),
            Delivery("d2", made.id, slot, "skipped", "late"),
            Delivery("d1", made.id, slot, "failed", "not_in_channel"),
        )
        jordan.say("/alliance digest status")
        told = jordan.reply.text.lower()
        assert "/invite" in told
        for word in ("unconfirmed", "skipped", "failed"):
            assert word in told


def test_strangers_of_another_workspace_change_nothing(visit: Visit, store: Digests) -> None:
    with visit() as jordan:
        jordan.say("/alliance digest daily 09:00 UTC")
        aiko = jordan.other(AIKO)
        aiko.say("@alliance digest off")
        assert aiko.reply.text == "Only members of this workspace can do that."
    assert len(store.held) == 1


def test_a_paragraph_is_read_whole_and_privately(visit: Visit, store: Digests) -> None:
    with visit() as jordan:
        jordan.say("/alliance digest preview")
        jordan.press("Read the whole paragraph")
        assert jordan.reply.quote == f"{LANTERNS} {KEEPER}"
        assert jordan.posts[-1].only_for == JORDAN


def test_slack_that_does_not_open_the_modal_is_told_of(visit: Visit) -> None:
    with visit() as jordan:
        jordan.stand_in.faults.fail("views.open", refused("expired_trigger_id"))
        jordan.say("/alliance digest")
        assert not jordan.has_modal
        assert jordan.reply.text
        jordan.refused()


def test_where_slack_is_not_well_the_digest_is_saved_all_the_same(
    visit: Visit, store: Digests
) -> None:
    with visit() as jordan:
        jordan.stand_in.faults.fail("users.info", SERVER_ERROR)
        jordan.stand_in.faults.fail("chat.postMessage", SERVER_ERROR)
        jordan.say("/alliance digest daily 09:00 Asia/Tokyo")
        jordan.refused()
    assert only(store).plan.cadence.zone == "Asia/Tokyo"


def test_without_a_store_digests_are_not_available_and_the_rest_is() -> None:
    with visiting(the_bot(library_of(HARBOUR))) as mina:
        mina.say("/alliance digest")
        assert mina.reply.text == "I run without a database here, so there are no digests."
        mina.say("/alliance boats")
        assert mina.reply.quote == FERRIES

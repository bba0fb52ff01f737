"""A person sets up a digest in words, looks at it, pauses it and ends it."""

import logging
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.core.digests import (
    Ailing,
    Cadence,
    Delivery,
    InOrder,
    OneSection,
    Owner,
    Paused,
    Plan,
    Shuffled,
)
from bot.playground.faults import SERVER_ERROR
from tests.support.digests import NOW, Memory
from tests.support.statements import LANTERNS
from tests.support.visiting import Visitor

WEEKDAYS = frozenset(range(5))
SET_UP = "/alliance digest weekdays 09:00 Asia/Seoul"


def test_a_digest_is_set_up_and_the_channel_is_told(jordan: Visitor, store: Memory) -> None:
    jordan.say(SET_UP)
    assert jordan.reply.text == (
        "The digest of <#C0POLICY> is set up.\n"
        "*When:* on weekdays at 9:00 AM, Asia/Seoul (UTC+9)\n"
        "*What:* every theme, in the statement’s order\n"
        "*Next posts*\n"
        "• Monday, January 18, 2027, 9:00 AM · Lanterns &lt;&amp; lights&gt;\n"
        "• Tuesday, January 19, 2027, 9:00 AM · Ferries\n"
        "• Wednesday, January 20, 2027, 9:00 AM · Whales\n"
        "`/alliance digest status` shows it, `/alliance digest off` ends it."
    )
    assert jordan.other("U0ROSA").reply.text == (
        "jordan set up a digest here: passages of *Joint Statement on the Harbour*,"
        " on weekdays at 9:00 AM, Asia/Seoul (UTC+9).\n"
        "The next post comes on Monday, January 18, 2027, 9:00 AM.\n"
        "`/alliance digest` changes this digest, `/alliance digest off` ends it"
    )
    (kept,) = store.held.values()
    assert kept.plan == Plan(Cadence(WEEKDAYS, time(9), "Asia/Seoul"), InOrder(), "en")
    assert kept.owner == Owner("U0JORDAN", "jordan")
    assert kept.next_slot == datetime(2027, 1, 18, 0, tzinfo=UTC)


def test_korean_words_get_korean_answers(mina: Visitor, store: Memory) -> None:
    mina.say("/alliance 다이제스트 월수금 17:30")
    assert mina.reply.text == (
        "<#C0POLICY> 채널의 정기 게시를 설정했습니다.\n"
        "*일시:* 매주 월·수·금요일 오후 5시 30분, Asia/Seoul(UTC+9)\n"
        "*내용:* 모든 주제를 성명에 나오는 순서대로\n"
        "시간대는 Slack 프로필의 시간대를 따랐습니다.\n"
        "*다음 게시*\n"
        "• 2027년 1월 15일(금) 오후 5시 30분 · 등불\n"
        "• 2027년 1월 18일(월) 오후 5시 30분 · 여객선\n"
        "• 2027년 1월 20일(수) 오후 5시 30분 · 고래\n"
        "상태 보기: `/alliance 정기 게시 상태` · 해지: `/alliance 정기 게시 해지`"
    )
    (kept,) = store.held.values()
    assert kept.plan.language == "ko"
    assert mina.other("U0ROSA").reply.text == (
        "mina 님이 이곳에 정기 게시를 설정했습니다: ‘항구 공동성명’의 구절,"
        " 매주 월·수·금요일 오후 5시 30분, Asia/Seoul(UTC+9).\n"
        "다음 게시: 2027년 1월 15일(금) 오후 5시 30분\n"
        "변경: `/alliance 정기 게시` · 해지: `/alliance 정기 게시 해지`"
    )


def test_every_option_can_be_written(jordan: Visitor, store: Memory) -> None:
    jordan.say("/alliance digest mon 9am Asia/Seoul section 1 skip us in Korean")
    (kept,) = store.held.values()
    assert kept.plan == Plan(
        Cadence(frozenset((0,)), time(9), "Asia/Seoul"),
        OneSection(1),
        "ko",
        frozenset(("US",)),
    )
    assert "*Days off:* public holidays of the United States\n" in jordan.reply.text
    # January 18 is a holiday.
    assert "*Next posts*\n• Monday, January 25, 2027, 9:00 AM · Ferries\n" in jordan.reply.text


def test_what_is_not_said_stays_as_it_was(jordan: Visitor, store: Memory) -> None:
    jordan.say("/alliance digest daily 9am Asia/Seoul shuffled skip us,kr in Korean")
    (before,) = store.held.values()
    assert isinstance(before.plan.program, Shuffled)
    jordan.say("/alliance digest weekdays 10:00")
    (after,) = store.held.values()
    cadence = Cadence(WEEKDAYS, time(10), "America/New_York")
    assert after.plan == replace(before.plan, cadence=cadence)
    assert after.id == before.id
    assert jordan.reply.text.startswith("The digest of <#C0POLICY> is changed.\n")
    assert "The time zone is that of your Slack profile.\n" in jordan.reply.text


def test_what_is_shown_of_a_shuffled_digest_is_what_is_kept(jordan: Visitor) -> None:
    jordan.say("/alliance digest daily 9am Asia/Seoul shuffled")
    shown = jordan.reply.text.partition("*Next posts*\n")[2].splitlines()[:3]
    jordan.say("/alliance digest status")
    assert jordan.reply.text.partition("*Next posts*\n")[2].splitlines()[:3] == shown


def test_a_section_that_is_not_there_is_answered_by_how_many_there_are(
    jordan: Visitor, store: Memory
) -> None:
    jordan.say("/alliance digest daily 9am section 9")
    assert jordan.reply.text == "The statement has 1 numbered section."
    assert store.held == {}


def test_where_the_bot_is_not_in_the_channel_it_asks_to_be_invited(
    jordan: Visitor, store: Memory
) -> None:
    outside = jordan.among("C0DIGEST")
    outside.say(SET_UP)
    assert (
        "I am not in <#C0DIGEST> yet. Type `/invite @alliance` there, and the digest starts by"
        " itself.\n" in outside.reply.text
    )
    assert store.of_channel("T0PLAY", "C0DIGEST")
    assert jordan.refused() == ["chat.postMessage: not_in_channel"]


def test_a_direct_message_with_the_bot_may_have_a_digest(jordan: Visitor, store: Memory) -> None:
    direct = jordan.among("D0JORDAN")
    direct.say(SET_UP)
    assert direct.reply.text.startswith("The digest of this direct message is set up.\n")
    assert store.of_channel("T0PLAY", "D0JORDAN")


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (
            "digest weekdays 25:10 Seoul time",
            "I read: `weekdays`\n"
            "• “25:10” is not a time of day. Did you mean `09:00`?\n"
            "• “Seoul time” is not the name of a time zone. Did you mean `Asia/Seoul`?\n"
            "Write this instead: `/alliance digest weekdays 09:00 Asia/Seoul`\n"
            "`/alliance digest help` shows what I understand.",
        ),
        (
            "digest stauts",
            "• I do not understand “stauts”. Did you mean `status`?\n"
            "Write this instead: `/alliance digest status`\n"
            "`/alliance digest help` shows what I understand.",
        ),
        (
            "다이제스트 매일",
            "이해한 내용: `매일`\n"
            "• 시각이 빠졌습니다. 예: `09:00`\n"
            "이렇게 적어 주십시오: `/alliance 정기 게시 매일 09:00`\n"
            "사용법 보기: `/alliance 정기 게시 도움말`",
        ),
    ],
)
def test_what_is_unclear_is_answered_by_what_to_write(
    jordan: Visitor, words: str, answer: str
) -> None:
    jordan.say(f"/alliance {words}")
    assert jordan.reply.text == answer


def test_help_tells_everything_that_can_be_written(jordan: Visitor) -> None:
    jordan.say("/alliance digest help")
    for word in ("weekdays 09:00", "status", "list", "preview", "now", "pause 2w", "resume", "off"):
        assert word in jordan.reply.prose
    jordan.say("/alliance 다이제스트 도움말")
    for word in (
        "평일 09:00",
        "상태",
        "목록",
        "미리보기",
        "지금",
        "일시 중지 2주",
        "다시 시작",
        "해지",
    ):
        assert word in jordan.reply.prose


def test_without_a_digest_there_is_nothing_to_change(jordan: Visitor, store: Memory) -> None:
    for word in ("status", "pause", "resume", "off", "now"):
        jordan.say(f"/alliance digest {word}")
        assert jordan.reply.text == (
            "There is no digest in <#C0POLICY> yet. `/alliance digest` sets one up."
        )
    jordan.say("/alliance digest list")
    assert jordan.reply.text == (
        "No channel of this workspace has a digest yet. `/alliance digest` sets one up."
    )
    assert (store.held, store.deliveries) == ({}, [])


def test_a_pause_has_an_end_or_none(jordan: Visitor, store: Memory) -> None:
    jordan.say(SET_UP)
    jordan.say("/alliance digest pause 2w")
    assert jordan.reply.text == (
        "The digest of <#C0POLICY> is paused. Posts resume from January 29, 2027."
    )
    (kept,) = store.held.values()
    assert (kept.paused, kept.next_slot) == (
        Paused(date(2027, 1, 29)),
        datetime(2027, 1, 29, 0, tzinfo=UTC),
    )
    jordan.say("/alliance digest pause until 2027-12-24")
    assert "Posts resume from December 24, 2027." in jordan.reply.text
    jordan.say("/alliance digest pause")
    assert jordan.reply.text == (
        "The digest of <#C0POLICY> is paused. `/alliance digest resume` resumes it."
    )
    (kept,) = store.held.values()
    assert (kept.paused, kept.next_slot) == (Paused(None), None)
    jordan.say("/alliance digest status")
    assert jordan.reply.text.startswith("*State:* paused. `/alliance digest resume` resumes it.\n")
    assert "\nNo posts are planned.\n" in jordan.reply.text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "*State:* paused. `/alliance digest resume` resumes it."),
        (" until 2027-12-24", "*State:* paused; posts resume from December 24, 2027"),
    ],
)
def test_a_pause_outlives_a_change(jordan: Visitor, store: Memory, words: str, told: str) -> None:
    jordan.say(SET_UP)
    jordan.say(f"/alliance digest pause{words}")
    (before,) = store.held.values()
    jordan.say("/alliance digest weekdays 10:00")
    assert told in jordan.reply.text
    (kept,) = store.held.values()
    assert before.paused
    assert (kept.paused, kept.plan.cadence.at) == (before.paused, time(10))


@pytest.mark.parametrize("words", ["resume", "ko weekdays 9:00 Asia/Seoul"])
def test_a_slot_that_is_due_and_not_taken_up_stays_due(
    jordan: Visitor, store: Memory, words: str
) -> None:
    jordan.say("/alliance digest weekdays 9:00 Asia/Seoul")
    ((key, kept),) = store.held.items()
    store.held[key] = replace(kept, next_slot=NOW)
    jordan.say(f"/alliance digest {words}")
    assert store.held[key].next_slot == NOW
    jordan.say("/alliance digest weekdays 9:30 Asia/Seoul")
    assert store.held[key].next_slot == datetime(2027, 1, 18, 0, 30, tzinfo=UTC)


def test_a_digest_that_was_stopped_begins_again(jordan: Visitor, store: Memory) -> None:
    jordan.say("/alliance digest weekdays 9:00 Asia/Seoul")
    ((key, kept),) = store.held.items()
    store.held[key] = replace(kept, next_slot=None)
    jordan.say("/alliance digest weekdays 9:00 Asia/Seoul")
    assert store.held[key].next_slot == datetime(2027, 1, 18, 0, tzinfo=UTC)


@pytest.mark.parametrize("words", ["until 2027-01-15", "until 2028-06-01", "900d"])
def test_a_pause_ends_within_a_year(jordan: Visitor, store: Memory, words: str) -> None:
    jordan.say(SET_UP)
    jordan.say(f"/alliance digest pause {words}")
    assert jordan.reply.text.startswith("A pause ends on a day after today and within a year")
    (kept,) = store.held.values()
    assert kept.paused is None


def test_a_digest_is_resumed_and_ended(mina: Visitor, store: Memory) -> None:
    mina.say(SET_UP)
    mina.say("/alliance 다이제스트 일시정지")
    mina.say("/alliance 다이제스트 재개")
    assert mina.reply.text.startswith(
        "<#C0POLICY> 채널의 정기 게시를 다시 시작합니다.\n"
        "*다음 게시*\n"
        "• 2027년 1월 18일(월) 오전 9시 · 등불\n"
    )
    (kept,) = store.held.values()
    assert (kept.paused, kept.next_slot) == (None, datetime(2027, 1, 18, 0, tzinfo=UTC))
    mina.say("/alliance 다이제스트 끄기")
    assert mina.reply.text == (
        "<#C0POLICY> 채널의 정기 게시를 해지했습니다. 다시 설정하기: `/alliance 정기 게시`"
    )
    assert store.held == {}


def test_now_asks_for_the_next_post(jordan: Visitor, store: Memory) -> None:
    jordan.say(SET_UP)
    jordan.say("/alliance digest now")
    assert jordan.reply.text == (
        "“Lanterns &lt;&amp; lights&gt;” is about to be posted in <#C0POLICY>."
    )
    assert store.deliveries == [Delivery("d0", "s1", NOW, "asked")]


def test_every_request_is_one_line_without_its_words(
    jordan: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        for words in ("digest status", "다이제스트 목록", "digest zqx"):
            jordan.say(f"/alliance {words}")
    lines = [vars(line) for line in caplog.records if line.name == "bot.digests"]
    assert [(line["asked"], line["language"], line["team"]) for line in lines] == [
        ("status", "en", "T0PLAY"),
        ("everywhere", "ko", "T0PLAY"),
        ("unclear", "en", "T0PLAY"),
    ]
    assert "zqx" not in str(lines)


def test_a_preview_goes_to_one_person(jordan: Visitor, store: Memory) -> None:
    jordan.say("/alliance digest preview")
    assert jordan.reply.text.startswith("Only you see this preview. Nothing was posted.\n*Lanterns")
    assert jordan.reply.quote == LANTERNS
    assert jordan.other("U0ROSA").posts == []
    assert (store.held, store.deliveries) == ({}, [])


def test_the_status_tells_what_became_of_the_last_posts(jordan: Visitor, store: Memory) -> None:
    jordan.say(SET_UP)
    ailing = Ailing("not_in_channel", NOW - timedelta(days=1))
    (kept,) = store.held.values()
    store.held = {("T0PLAY", "C0POLICY"): replace(kept, ailing=ailing)}
    store.deliveries = [
        Delivery("d1", "s1", NOW - timedelta(days=3), "posted", theme="ferries"),
        Delivery("d2", "s1", NOW - timedelta(days=2), "unconfirmed", theme="whales"),
        Delivery("d3", "s1", NOW - timedelta(days=1), "failed", "not_in_channel", "gone"),
    ]
    jordan.say("/alliance digest status")
    assert jordan.reply.text == (
        "*State:* no post has arrived since Thursday, January 14, 2027, 5:00 PM. I am not in"
        " <#C0POLICY>: type `/invite @alliance` there, and it goes on by itself.\n"
        "*When:* on weekdays at 9:00 AM, Asia/Seoul (UTC+9)\n"
        "*What:* every theme, in the statement’s order\n"
        "*Next posts*\n"
        "• Monday, January 18, 2027, 9:00 AM · Lanterns &lt;&amp; lights&gt;\n"
        "• Tuesday, January 19, 2027, 9:00 AM · Ferries\n"
        "• Wednesday, January 20, 2027, 9:00 AM · Whales\n"
        "*Last posts*\n"
        "• Thursday, January 14, 2027, 5:00 PM · failed: I was not in the channel;"
        " `/invite @alliance` helps\n"
        "• Wednesday, January 13, 2027, 5:00 PM · Whales · unconfirmed: the connection broke,"
        " and I am not allowed to look whether it arrived. Please look in the channel; I do not"
        " post it twice\n"
        "• Tuesday, January 12, 2027, 5:00 PM · Ferries · posted\n"
        "`/alliance digest` changes this digest, `/alliance digest off` ends it"
    )


def test_the_list_names_channels_and_nobodys_direct_messages(jordan: Visitor) -> None:
    for channel in ("C0POLICY", "C0GENERAL", "D0JORDAN"):
        jordan.among(channel).say(SET_UP)
    jordan.among("C0GENERAL").say("/alliance digest pause")
    jordan.say("/alliance digest list")
    listed = (
        "*Digests in this workspace*\n"
        "• <#C0GENERAL>: on weekdays at 9:00 AM, Asia/Seoul (UTC+9) · paused\n"
        "• <#C0POLICY>: on weekdays at 9:00 AM, Asia/Seoul (UTC+9)"
        " · next Monday, January 18, 2027, 9:00 AM"
    )
    assert jordan.reply.text == listed
    jordan.among("D0JORDAN").say("/alliance digest list")
    assert jordan.among("D0JORDAN").reply.text == (
        f"{listed}\n• this direct message: on weekdays at 9:00 AM, Asia/Seoul (UTC+9)"
        " · next Monday, January 18, 2027, 9:00 AM"
    )


def test_where_slack_is_not_well_the_digest_is_set_up_all_the_same(
    jordan: Visitor, store: Memory
) -> None:
    jordan.stand_in.faults.fail("users.info", SERVER_ERROR)
    jordan.stand_in.faults.fail("chat.postMessage", SERVER_ERROR)
    jordan.say(SET_UP)
    assert jordan.reply.text.startswith("The digest of <#C0POLICY> is set up.\n")
    assert store.held
    jordan.refused()

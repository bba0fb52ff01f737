"""A person opens the settings of a digest, chooses, sees what would come, and saves."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

from bot.core.digests import Cadence, Chosen, InOrder, Owner, Paused, Plan, Subscription
from bot.core.library import Library
from tests.support.building import the_bot
from tests.support.digests import Memory, planning
from tests.support.statements import FERRIES
from tests.support.visiting import Visitor, visiting

WEEKDAYS = frozenset(range(5))
KST, EST = "Asia/Seoul", "America/New_York"


def test_the_settings_begin_with_what_is_usual_in_the_persons_language(
    mina: Visitor, jordan: Visitor
) -> None:
    mina.say("/alliance digest")
    assert mina.view.title == "공동성명 정기 게시"
    assert {"평일(월요일~금요일)", "Asia/Seoul (UTC+9)", "한국어"} <= set(mina.view.words)
    assert mina.view.words[-1] == (
        "*다음 게시*\n"
        "• 2027년 1월 18일(월) 오전 9시 · 등불\n"
        "• 2027년 1월 19일(화) 오전 9시 · 여객선\n"
        "• 2027년 1월 20일(수) 오전 9시 · 고래"
    )
    jordan.say("/alliance digest")
    assert jordan.view.title == "Statement digest"
    assert "America/New_York (UTC-5)" in jordan.view.words
    assert jordan.view.words[-1] == (
        "*Next posts*\n"
        "• Friday, January 15, 2027, 9:00 AM · Lanterns &lt;&amp; lights&gt;\n"
        "• Monday, January 18, 2027, 9:00 AM · Ferries\n"
        "• Tuesday, January 19, 2027, 9:00 AM · Whales"
    )


def test_korean_words_open_a_korean_form(jordan: Visitor) -> None:
    jordan.say("/alliance 다이제스트")
    assert jordan.view.title == "공동성명 정기 게시"


def test_saving_sets_it_up_and_tells_the_channel(jordan: Visitor, store: Memory) -> None:
    jordan.say("/alliance digest")
    assert jordan.submit({}) == {}
    assert not jordan.has_modal
    (kept,) = store.held.values()
    assert kept.plan == Plan(Cadence(WEEKDAYS, time(9), EST), InOrder(), "en")
    assert kept.owner == Owner("U0JORDAN", "jordan")
    assert kept.next_slot == datetime(2027, 1, 15, 14, tzinfo=UTC)
    assert jordan.other("U0ROSA").reply.text == (
        "jordan set up a digest here: passages of *Joint Statement on the Harbour*,"
        " on weekdays at 9:00 AM, America/New_York (UTC-5).\n"
        "The next post comes on Friday, January 15, 2027, 9:00 AM.\n"
        "`/alliance digest` changes this digest, `/alliance digest off` ends it"
    )


def test_the_next_posts_follow_every_choice(jordan: Visitor) -> None:
    jordan.say("/alliance digest")
    jordan.pick("choose:zone", KST)
    jordan.pick("choose:days", "Chosen days")
    jordan.pick("choose:weekdays", ["Saturday", "Sunday"])
    jordan.pick("choose:time", "17:30")
    jordan.pick("choose:program", "One section")
    assert jordan.view.words[-1] == (
        "The next posts are shown here as soon as everything is chosen."
    )
    jordan.pick("choose:section", "1. On the Water")
    assert jordan.view.words[-1] == (
        "*Next posts*\n"
        "• Saturday, January 16, 2027, 5:30 PM · Ferries\n"
        "• Sunday, January 17, 2027, 5:30 PM · Whales\n"
        "• Saturday, January 23, 2027, 5:30 PM · Ferries"
    )
    jordan.pick("choose:until", "2027-01-23")
    assert jordan.view.words[-1].startswith(
        "*Next posts*\n• Saturday, January 23, 2027, 5:30 PM · Ferries\n"
    )


def test_holidays_are_left_out(jordan: Visitor) -> None:
    jordan.say("/alliance digest")
    assert "January 18" in jordan.view.words[-1]
    jordan.pick("choose:holidays", ["the United States"])
    assert "January 18" not in jordan.view.words[-1]


def test_everything_that_was_chosen_is_kept(jordan: Visitor, store: Memory) -> None:
    jordan.say("/alliance digest")
    jordan.pick("choose:days", "Chosen days")
    jordan.pick("choose:program", "Chosen themes")
    chosen = {
        "weekdays": ["Monday", "Wednesday"],
        "time": "17:30",
        "zone": KST,
        "themes": ["Whales", "Lanterns <& lights>"],
        "language": "한국어 (Korean)",
        "holidays": ["the United States", "Korea"],
        "until": "2027-02-01",
    }
    assert jordan.submit(chosen) == {}
    (kept,) = store.held.values()
    assert kept.plan == Plan(
        Cadence(frozenset((0, 2)), time(17, 30), KST),
        Chosen(("lanterns", "whales")),
        "ko",
        frozenset(("US", "KR")),
    )
    assert kept.paused == Paused(date(2027, 2, 1))
    assert kept.next_slot == datetime(2027, 2, 1, 8, 30, tzinfo=UTC)


def test_a_digest_that_there_is_stands_in_the_settings(jordan: Visitor, store: Memory) -> None:
    jordan.say("/alliance digest mon,wed 17:30 Asia/Seoul section 1 skip kr in Korean")
    (before,) = store.held.values()
    jordan.say("/alliance digest")
    assert jordan.view.words[0] == (
        "*There is a digest in <#C0POLICY> already:* on Monday and Wednesday at 5:30 PM,"
        " Asia/Seoul (UTC+9), set up by jordan. Saving changes it."
    )
    assert jordan.submit({}) == {}
    (after,) = store.held.values()
    assert after == before
    assert jordan.reply.text.startswith(
        "jordan 님이 이곳의 정기 게시를 변경했습니다: 매주 월·수요일 오후 5시 30분,"
    )


def test_choosing_a_channel_with_a_digest_warns(jordan: Visitor) -> None:
    jordan.among("C0GENERAL").say("/alliance digest daily 8am Asia/Seoul")
    jordan.say("/alliance digest")
    assert jordan.view.words[0] == "Channel"
    jordan.pick("choose:channel", "C0GENERAL")
    assert jordan.view.words[0].startswith("*There is a digest in <#C0GENERAL> already:*")


def test_another_of_the_persons_channels_can_be_chosen(jordan: Visitor, store: Memory) -> None:
    jordan.say("/alliance digest")
    assert jordan.submit({"channel": "C0GENERAL"}) == {}
    assert store.of_channel("T0PLAY", "C0GENERAL")
    assert "set up a digest here" in jordan.among("C0GENERAL").reply.text


def test_where_the_bot_is_not_in_the_channel_the_person_is_told(
    mina: Visitor, store: Memory
) -> None:
    mina.among("C0DIGEST").say("/alliance digest")
    assert mina.submit({}) == {}
    assert mina.among("D0MINA").reply.text.startswith(
        "<#C0DIGEST> 채널의 정기 게시를 설정했습니다.\n"
        "제가 아직 <#C0DIGEST> 채널에 없습니다. 그곳에서 `/invite @alliance` 명령을 입력하시면"
        " 정기 게시가 저절로 시작됩니다.\n"
        "*일시:* 평일 오전 9시, Asia/Seoul(UTC+9)\n"
    )
    assert store.of_channel("T0PLAY", "C0DIGEST")
    assert mina.refused() == ["chat.postMessage: not_in_channel"]


def test_what_is_left_out_is_told_under_its_field(jordan: Visitor, store: Memory) -> None:
    jordan.say("/alliance digest")
    jordan.pick("choose:until", "2027-01-15")
    assert jordan.view.words[-1] == (
        "The next posts are shown here as soon as everything is chosen."
    )
    assert jordan.submit({}) == {
        "until": "Please choose a day after today and within a year, or leave it empty."
    }
    assert store.held == {}
    assert jordan.submit({"until": "2027-01-16"}) == {}
    assert store.held


def test_the_button_under_a_post_opens_the_settings_in_the_persons_language(
    mina: Visitor, jordan: Visitor
) -> None:
    mina.say("/alliance 다이제스트 평일 9시")
    for person in (mina, jordan):
        person.say("/alliance digest preview")
        person.press("정기 게시 변경")
    assert mina.view.words[0].startswith("*<#C0POLICY> 채널에는 이미 정기 게시가 있습니다.*")
    assert jordan.view.words[0].startswith("*There is a digest in <#C0POLICY> already:*")


def test_a_pause_that_is_over_is_none(jordan: Visitor, store: Memory) -> None:
    jordan.say("/alliance digest daily 9:00 Asia/Seoul")
    (kept,) = store.held.values()
    store.held = {("T0PLAY", "C0POLICY"): replace(kept, paused=Paused(date(2027, 1, 15)))}
    jordan.say("/alliance digest status")
    assert jordan.reply.text.startswith("*State:* on\n")
    jordan.say("/alliance digest list")
    assert "next Saturday, January 16, 2027" in jordan.reply.text
    jordan.say("/alliance digest")
    assert jordan.submit({}) == {}
    (after,) = store.held.values()
    assert after.paused is None


def test_a_pause_that_waits_to_be_ended_has_no_field_and_stays(
    jordan: Visitor, store: Memory
) -> None:
    jordan.say("/alliance digest daily 9:00 Asia/Seoul")
    jordan.say("/alliance digest pause")
    jordan.say("/alliance digest")
    assert jordan.submit({}) == {}
    (after,) = store.held.values()
    assert (after.paused, after.next_slot) == (Paused(None), None)


class Database(Memory):
    """A database that may go away."""

    is_away = False

    def of_channel(self, team: str, channel: str) -> Subscription | None:
        if self.is_away:
            raise OSError
        return super().of_channel(team, channel)


def test_while_the_database_is_away_nothing_seems_to_be_saved(harbour: Library) -> None:
    database = Database()
    with visiting(the_bot(harbour, planning=planning(database))) as mina:
        mina.say("/alliance digest")
        database.is_away = True
        (sentence,) = mina.submit({}).values()
        assert sentence.startswith("Sorry, something went wrong on my side.")
        assert mina.has_modal
        mina.say("/alliance digest status")
        assert mina.reply.text.startswith("Sorry, something went wrong on my side.")
        mina.say("/alliance boats")
        assert mina.reply.quote == FERRIES


def test_the_whole_paragraph_is_read_by_one_person(jordan: Visitor) -> None:
    jordan.say("/alliance digest preview")
    jordan.press("Read the whole paragraph")
    assert jordan.view.title == "Read in context"
    assert jordan.view.quote.startswith("Lanterns light the harbour every night & every morning.")
    assert jordan.view.quote.endswith("and `reports` to <!channel>.")
    assert jordan.view.words[0] == "*Opening*\n¶1 of 3"
    assert jordan.other("U0ROSA").posts == []

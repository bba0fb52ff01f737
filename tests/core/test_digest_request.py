"""What a person asks of a digest, from the words they typed."""

from datetime import date, time
from zoneinfo import available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.digest_request import (
    DigestRequest,
    Everywhere,
    Now,
    Off,
    Pause,
    Preview,
    Resume,
    Settings,
    SetUp,
    Status,
    Unclear,
    Usage,
    parse_digest,
)
from bot.core.digests import EVERY_DAY, WEEKDAYS, Chosen, InOrder, OneSection, Shuffled
from bot.core.statement import Language
from bot.core.understood import Misread, Understood
from bot.core.zones import Zones

ZONES = Zones(tuple(sorted(available_timezones())))
NINE, HALF_PAST_FIVE = time(9), time(17, 30)
SEOUL, NEW_YORK = "Asia/Seoul", "America/New_York"
MON_WED_FRI = frozenset((0, 2, 4))
KOREAN, BOTH = frozenset(("KR",)), frozenset(("US", "KR"))


def asked(words: str) -> DigestRequest | None:
    return parse_digest(f"digest {words}", ZONES)


@pytest.mark.parametrize(
    ("typed", "request_"),
    [
        ("", Settings()),
        ("setup", Settings()),
        ("설정", Settings()),
        ("help", Usage()),
        ("도움말", Usage()),
        ("status", Status()),
        ("STATUS?", Status()),
        ("상태", Status()),
        ("list", Everywhere()),
        ("목록", Everywhere()),
        ("pause", Pause()),
        ("pause 2w", Pause(days=14)),
        ("pause for 10 days", Pause(days=10)),
        ("pause until 2026-12-24", Pause(until=date(2026, 12, 24))),
        ("pause until December 24, 2026", Pause(until=date(2026, 12, 24))),
        ("일시정지 2주", Pause(days=14)),
        ("2주 동안 일시 정지", Pause(days=14)),
        ("2026년 12월 24일까지 중지", Pause(until=date(2026, 12, 24))),
        ("pause two weeks, please", Pause(days=14)),
        ("resume", Resume()),
        ("재개", Resume()),
        ("off", Off()),
        ("끄기", Off()),
        ("해지", Off()),
        ("now", Now()),
        ("지금", Now()),
        ("preview", Preview()),
        ("미리보기", Preview()),
        ("help", Usage()),
        ("도움말", Usage()),
    ],
)
def test_commands(typed: str, request_: DigestRequest) -> None:
    assert asked(typed) == request_


@pytest.mark.parametrize(
    ("typed", "set_up"),
    [
        ("weekdays 09:00 Asia/Seoul", SetUp(WEEKDAYS, NINE, SEOUL)),
        ("every day 9am", SetUp(EVERY_DAY, NINE)),
        ("mon,wed,fri 17:30 KST", SetUp(MON_WED_FRI, HALF_PAST_FIVE, SEOUL)),
        ("Mon, Wed and Fri at 5:30 PM in Seoul", SetUp(MON_WED_FRI, HALF_PAST_FIVE, SEOUL)),
        ("09:00 weekdays", SetUp(WEEKDAYS, NINE)),
        ("Mon–Fri 0900 New York", SetUp(WEEKDAYS, NINE, NEW_YORK)),
        ("MON - FRI 9 a.m. America/New_York", SetUp(WEEKDAYS, NINE, NEW_YORK)),
        ("weekdays 9am Washington, D.C.", SetUp(WEEKDAYS, NINE, NEW_YORK)),
        ("“weekdays” ‘09:00’ Asia/Seoul", SetUp(WEEKDAYS, NINE, SEOUL)),
        ("weekdays\u00a009：00\u00a0Asia/Seoul", SetUp(WEEKDAYS, NINE, SEOUL)),
        ("weekdays ０９:００ \u200basia/seoul", SetUp(WEEKDAYS, NINE, SEOUL)),
        ("daily 09:00 skip kr", SetUp(EVERY_DAY, NINE, holidays=KOREAN)),
        ("daily 09:00 skip us and korean public holidays", SetUp(EVERY_DAY, NINE, holidays=BOTH)),
        ("daily 09:00 skip us,kr", SetUp(EVERY_DAY, NINE, holidays=BOTH)),
        ("skip us daily 9am skip kr", SetUp(EVERY_DAY, NINE, holidays=BOTH)),
        ("daily 9am Korea skip kr", SetUp(EVERY_DAY, NINE, SEOUL, KOREAN)),
        ("daily 9am skip none", SetUp(EVERY_DAY, NINE, holidays=frozenset())),
        ("daily 9am shuffled", SetUp(EVERY_DAY, NINE, program=Shuffled(0))),
        ("daily 9am section 2 in Korean",
         SetUp(EVERY_DAY, NINE, program=OneSection(2), language="ko")),
        ("평일 09:00 서울", SetUp(WEEKDAYS, NINE, SEOUL)),
        ("매일 오전 9시", SetUp(EVERY_DAY, NINE)),
        ("월수금 17:30", SetUp(MON_WED_FRI, HALF_PAST_FIVE)),
        ("월·수·금 오후 5시 반 뉴욕", SetUp(MON_WED_FRI, HALF_PAST_FIVE, NEW_YORK)),
        ("매주 월요일에 오전 9시 30분", SetUp(frozenset((0,)), time(9, 30))),
        ("주말 정오 휴일 제외", SetUp(frozenset((5, 6)), time(12), holidays=KOREAN)),
        ("평일 9시 순서대로 영어로", SetUp(WEEKDAYS, NINE, program=InOrder(), language="en")),
        ("평일오전9시 서울로", SetUp(WEEKDAYS, NINE, SEOUL)),
        ("월수금17:30으로 바꿔줘", SetUp(MON_WED_FRI, HALF_PAST_FIVE)),
        ("weekdays 09:00KST please", SetUp(WEEKDAYS, NINE, SEOUL)),
        ("timezone: Asia/Seoul, weekly: M-F, 9:00AM", SetUp(WEEKDAYS, NINE, SEOUL)),
        ("weekdays midnight UTC", SetUp(WEEKDAYS, time(0), "UTC")),
    ],
)  # fmt: skip
def test_setting_up(typed: str, set_up: SetUp) -> None:
    assert asked(typed) == set_up


@pytest.mark.parametrize(
    ("typed", "understood", "misread", "instead"),
    [
        ("weekdays 25:10 Asia/Seoul",
         Understood(WEEKDAYS, zone=SEOUL),
         [Misread("time", "25:10", "09:00")],
         "digest weekdays 09:00 Asia/Seoul"),
        ("weekdays 09:00 Seoul time",
         Understood(WEEKDAYS, NINE),
         [Misread("zone", "Seoul time", SEOUL)],
         "digest weekdays 09:00 Asia/Seoul"),
        ("평일 9시 한국 시간",
         Understood(WEEKDAYS, NINE),
         [Misread("zone", "한국 시간", SEOUL)],
         "정기 게시 평일 09:00 Asia/Seoul"),
        ("Funday 9am",
         Understood(at=NINE),
         [Misread("day", "Funday", "sunday")],
         "digest sun 09:00"),
        ("mon 9",
         Understood(frozenset((0,))),
         [Misread("time", "9", "09:00")],
         "digest mon 09:00"),
        ("weekdays Seoul skip kr",
         Understood(WEEKDAYS, zone=SEOUL, holidays=KOREAN),
         [Misread("missing_time", suggestion="09:00")],
         "digest weekdays 09:00 Asia/Seoul skip kr"),
        ("9:30 pm",
         Understood(at=time(21, 30)),
         [Misread("missing_days", suggestion="weekdays")],
         "digest weekdays 21:30"),
        ("weekdays 9am Asia/Soul",
         Understood(WEEKDAYS, NINE),
         [Misread("zone", "Asia/Soul", SEOUL, ("Asia/Oral", "Asia/Istanbul"))],
         "digest weekdays 09:00 Asia/Seoul"),
        ("weekdays 9am New Yrok time",
         Understood(WEEKDAYS, NINE),
         [Misread("zone", "New Yrok time", NEW_YORK)],
         "digest weekdays 09:00 America/New_York"),
        ("daily 13 pm UTC-5",
         Understood(EVERY_DAY),
         [Misread("time", "13 pm", "13:00"), Misread("word", "UTC-5")],
         "digest daily 13:00"),
        ("daily 9am and 5pm",
         Understood(EVERY_DAY, NINE),
         [Misread("twice", "5pm")],
         "digest daily 09:00"),
        ("daily 9am Seoul, Tokyo",
         Understood(EVERY_DAY, NINE, SEOUL),
         [Misread("twice", "Tokyo")],
         "digest daily 09:00 Asia/Seoul"),
        ("daily 9am shuffled section 2",
         Understood(EVERY_DAY, NINE, program=Shuffled(0)),
         [Misread("twice", "section 2")],
         "digest daily 09:00 shuffled"),
        ("daily 9am skip fr",
         Understood(EVERY_DAY, NINE),
         [Misread("holidays", "skip fr", "skip us,kr")],
         "digest daily 09:00 skip kr,us"),
        ("weekdays 9am my time",
         Understood(WEEKDAYS, NINE),
         [Misread("word", "my time")],
         "digest weekdays 09:00"),
        ("평일 9시 서욱",
         Understood(WEEKDAYS, NINE),
         [Misread("zone", "서욱", SEOUL)],
         "정기 게시 평일 09:00 Asia/Seoul"),
        ("banana split",
         Understood(),
         [Misread("word", "banana split"),
          Misread("missing_days", suggestion="weekdays"),
          Misread("missing_time", suggestion="09:00")],
         "digest weekdays 09:00"),
        ("Statsu", Understood(), [Misread("command", "Statsu", "status")], "digest status"),
        ("미리보가",
         Understood(),
         [Misread("command", "미리보가", "미리보기")],
         "정기 게시 미리보기"),
        ("정지 나중에",
         Understood(),
         [Misread("pause", "나중에", "일시 중지 2주")],
         "정기 게시 일시 중지 2주"),
        ("17시 성탄절 제외",
         Understood(at=time(17)),
         [Misread("holidays", "성탄절 제외", "미국 한국 공휴일 제외"),
          Misread("missing_days", suggestion="평일")],
         "정기 게시 평일 17:00 한국 미국 공휴일 제외"),
        ("pause until Dec 24",
         Understood(),
         [Misread("pause", "until Dec 24", "pause 2w")],
         "digest pause 2w"),
    ],
)  # fmt: skip
def test_what_is_unclear_is_told_with_what_to_write_instead(
    typed: str, understood: Understood, misread: list[Misread], instead: str
) -> None:
    language: Language = "ko" if instead.startswith("정기 게시") else "en"
    assert asked(typed) == Unclear(understood, tuple(misread), instead, language)


@pytest.mark.parametrize(
    "text",
    ["Digest status", "digests status", "다이제스트 상태", "정기게시 상태", "정기 게시 상태"],
)
def test_a_digest_has_several_names(text: str) -> None:
    assert parse_digest(text, ZONES) == Status()


@pytest.mark.parametrize("text", ["", "climate", "digestion", "정기", "게시 상태", "the digest"])
def test_all_else_is_left_to_others(text: str) -> None:
    assert parse_digest(text, ZONES) is None


def test_slacks_markup_is_taken_off() -> None:
    assert asked("weekdays 09:00 <http://Asia/Seoul|Asia/Seoul>") == SetUp(WEEKDAYS, NINE, SEOUL)


def test_only_the_beginning_of_a_very_long_text_is_read() -> None:
    assert asked("daily 9am" + 10_000 * " &") == SetUp(EVERY_DAY, NINE)
    assert asked("daily" + 300 * " &" + " 9am") == asked("daily")


def test_at_most_five_words_are_told_to_be_wrong() -> None:
    request = asked("25:10 funday " * 10 + "daily 9am")
    assert isinstance(request, Unclear)
    assert len(request.misread) == 5


class CountedZones(Zones):
    """Counts how often it is asked."""

    asked = 0

    def named(self, word: str) -> str | None:
        self.asked += 1
        return super().named(word)


def test_a_word_is_looked_at_a_bounded_number_of_times() -> None:
    zones = CountedZones(("Asia/Seoul",))
    parse_digest("digest" + " x" * 200, zones)
    # In phrases of one word to six, as a zone and as a zone's time; and so what to write instead.
    assert zones.asked <= 2 * 6 * (200 + 2)


WORDS = st.lists(
    st.text(max_size=12)
    | st.sampled_from(
        "weekdays mon-fri - ~ 9 am 25:10 0900 09:00 skip us kr none section 2 seoul time zone"
        " pause until 2w 2026-99-99 월수금 오전 9시 반 휴일 제외 서울 시간 까지 부터"
        " / & § ' \" < > ´".split()
    )
).map(" ".join)


@settings(max_examples=400)
@given(words=WORDS)
def test_any_text_is_answered_and_what_to_write_instead_is_clear(words: str) -> None:
    request = asked(words)
    assert request is not None
    if isinstance(request, Unclear):
        assert request.misread
        assert not isinstance(parse_digest(request.instead, ZONES), Unclear | None)


UNDERSTOOD = st.builds(
    Understood,
    days=st.frozensets(st.integers(0, 6), min_size=1),
    at=st.times().map(lambda at: at.replace(second=0, microsecond=0)),
    zone=st.none() | st.sampled_from([SEOUL, NEW_YORK, "UTC", "America/Port-au-Prince"]),
    holidays=st.none() | st.frozensets(st.sampled_from(("US", "KR"))),
    program=st.none() | st.sampled_from([InOrder(), Shuffled(0), OneSection(3)]),
    language=st.none() | st.sampled_from(("en", "ko")),
)


@given(understood=UNDERSTOOD, language=st.sampled_from(("en", "ko")))
def test_what_is_written_is_understood(understood: Understood, language: Language) -> None:
    assert asked(understood.written(language)) == SetUp(
        understood.days or EVERY_DAY,
        understood.at or NINE,
        understood.zone,
        understood.holidays,
        understood.program,
        understood.language,
    )


def test_chosen_themes_have_no_words() -> None:
    assert Understood(WEEKDAYS, NINE, program=Chosen(("climate",))).written() == "weekdays 09:00"

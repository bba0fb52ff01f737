"""Time zones by the names people give them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.zones import Zones, offset

ZONES = Zones(tuple(sorted(available_timezones())))


@pytest.mark.parametrize(
    ("word", "zone"),
    [
        ("Asia/Seoul", "Asia/Seoul"),
        ("asia/SEOUL", "Asia/Seoul"),
        ("Seoul", "Asia/Seoul"),
        ("서울", "Asia/Seoul"),
        ("KST", "Asia/Seoul"),
        ("UTC+9", "Asia/Seoul"),
        ("한국", "Asia/Seoul"),
        ("Busan", "Asia/Seoul"),
        ("ROK", "Asia/Seoul"),
        ("America/New York", "America/New_York"),
        ("america/new_york", "America/New_York"),
        ("New\u00a0York", "America/New_York"),
        ("뉴욕", "America/New_York"),
        ("Washington", "America/New_York"),
        ("워싱턴", "America/New_York"),
        ("Washington D.C.", "America/New_York"),
        ("DC", "America/New_York"),
        ("D.C.", "America/New_York"),
        ("ET", "America/New_York"),
        ("EST", "America/New_York"),
        ("EDT", "America/New_York"),
        ("PT", "America/Los_Angeles"),
        ("los angeles", "America/Los_Angeles"),
        ("Chicago", "America/Chicago"),
        ("Honolulu", "Pacific/Honolulu"),
        ("Tokyo", "Asia/Tokyo"),
        ("도쿄", "Asia/Tokyo"),
        ("London", "Europe/London"),
        ("런던", "Europe/London"),
        ("UTC", "UTC"),
        ("GMT", "UTC"),
        ("Kathmandu", "Asia/Kathmandu"),
        ("Lord Howe", "Australia/Lord_Howe"),
        ("Etc/GMT+5", "Etc/GMT+5"),
        ("asia seoul", "Asia/Seoul"),
        ("NY", "America/New_York"),
        ("localtime", None),
        ("Factory", None),
        ("Soul", None),
        ("etc/gmt-14", "Etc/GMT-14"),
        ("GMT+5", None),
        ("UTC-5", None),
        ("", None),
    ],
)
def test_named(word: str, zone: str | None) -> None:
    assert ZONES.named(word) == zone


def test_a_name_that_is_not_among_the_zones_is_not_made_up() -> None:
    few = Zones(("Asia/Seoul",))
    assert few.named("Seoul") == "Asia/Seoul"
    assert few.named("New York") is None
    assert few.search("new york", 3) == ()


@pytest.mark.parametrize(
    ("query", "zone"),
    [
        ("seo", "Asia/Seoul"),
        ("Asia/Soul", "Asia/Seoul"),
        ("Soul", "Asia/Seoul"),
        ("seuol", "Asia/Seoul"),
        ("서", "Asia/Seoul"),
        ("서우", "Asia/Seoul"),
        ("도", "Asia/Tokyo"),
        ("도코", "Asia/Tokyo"),
        ("york", "America/New_York"),
        ("New Yrok", "America/New_York"),
        ("America/New Yrok", "America/New_York"),
        ("lodnon", "Europe/London"),
        ("pacific", "America/Los_Angeles"),
        ("kathm", "Asia/Kathmandu"),
        ("", "Asia/Seoul"),
    ],
)
def test_the_best_is_found_first(query: str, zone: str) -> None:
    assert ZONES.search(query, 5)[0] == zone


@pytest.mark.parametrize("query", ["banana", "UTC-5", "GMT+5", "ㅋㅋㅋ", "🙂"])
def test_what_is_like_no_zone_finds_none(query: str) -> None:
    assert ZONES.search(query, 5) == ()


def test_each_zone_is_found_once_and_no_more_than_asked_for() -> None:
    found = ZONES.search("a", 100)
    assert len(found) == len(set(found)) == 100
    assert ZONES.search("kor", 5)[:2] == ("Asia/Seoul", "Asia/Pyongyang")


@given(query=st.text(max_size=40))
def test_any_query_is_answered(query: str) -> None:
    assert len(ZONES.search(query, 7)) <= 7
    ZONES.named(query)


def test_the_offset_is_that_of_the_moment() -> None:
    summer, winter = datetime(2026, 7, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)
    assert offset("America/New_York", summer) == timedelta(hours=-4)
    assert offset("America/New_York", winter) == timedelta(hours=-5)
    assert offset("Asia/Kathmandu", winter) == timedelta(hours=5, minutes=45)

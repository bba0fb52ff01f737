"""Times of day in words."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import daytimes


@pytest.mark.parametrize(
    ("phrase", "at"),
    [
        ("09:00", time(9)),
        ("9:05", time(9, 5)),
        ("23:59", time(23, 59)),
        ("00:00", time(0)),
        ("09:00:00", time(9)),
        ("9.30", time(9, 30)),
        ("9h30", time(9, 30)),
        ("0900", time(9)),
        ("0900 hrs", time(9)),
        ("930", time(9, 30)),
        ("1730", time(17, 30)),
        ("9am", time(9)),
        ("9 a.m", time(9)),
        ("9:30 pm", time(21, 30)),
        ("930pm", time(21, 30)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("12:15 am", time(0, 15)),
        ("noon", time(12)),
        ("midnight", time(0)),
        ("9시", time(9)),
        ("17시 30분", time(17, 30)),
        ("오전 9시", time(9)),
        ("오전 9시 30분", time(9, 30)),
        ("오전9시5분", time(9, 5)),
        ("오후 5시 반", time(17, 30)),
        ("오후 12시", time(12)),
        ("오전 12시", time(0)),
        ("저녁 7:15", time(19, 15)),
        ("새벽 2시", time(2)),
        ("낮 12시", time(12)),
        ("밤 9시", time(21)),
        ("밤 12시", time(0)),
        ("밤 1시", time(1)),
        ("정오", time(12)),
        ("자정", time(0)),
    ],
)
def test_times_are_read(phrase: str, at: time) -> None:
    assert daytimes.read(phrase) == at


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [
        ("25:10", time(9)),
        ("9", time(9)),
        ("14", time(14)),
        ("9 oclock", time(9)),
        ("24:00", time(0)),
        ("9:75", time(9)),
        ("9:5", time(9, 5)),
        ("13pm", time(13)),
        ("0 pm", time(0)),
        ("오후 17:30", time(17, 30)),
        ("99999", time(9)),
        ("0.", time(0)),
    ],
)
def test_what_is_like_a_time_and_is_none_leads_to_one(phrase: str, meant: time) -> None:
    assert daytimes.read(phrase) is None
    assert daytimes.nearest(phrase) == meant


@pytest.mark.parametrize("phrase", ["", "am", "seoul", "2w", "2026-12-24", "시", "오전", "mon 9"])
def test_what_is_not_like_a_time_leads_to_none(phrase: str) -> None:
    assert daytimes.read(phrase) is None
    assert daytimes.nearest(phrase) is None


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_every_minute_is_read(at: time) -> None:
    assert daytimes.read(f"{at:%H:%M}") == daytimes.read(f"{at:%H%M}") == at
    assert daytimes.read(f"{at:%I:%M %p}".lower()) == at

"""Days of the week in words, there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core import weekdays
from bot.core.digests import EVERY_DAY, WEEKDAYS

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("mon", {MON}),
        ("tuesdays", {TUE}),
        ("thurs", {THU}),
        ("sun", {SUN}),
        ("월", {MON}),
        ("수요일", {WED}),
        ("일", {SUN}),
        ("daily", EVERY_DAY),
        ("every day", EVERY_DAY),
        ("매일", EVERY_DAY),
        ("weekdays", WEEKDAYS),
        ("business days", WEEKDAYS),
        ("평일", WEEKDAYS),
        ("weekend", {SAT, SUN}),
        ("주말", {SAT, SUN}),
        ("mon-fri", WEEKDAYS),
        ("mon - fri", WEEKDAYS),
        ("monday to friday", WEEKDAYS),
        ("tue~thu", {TUE, WED, THU}),
        ("fri-mon", {FRI, SAT, SUN, MON}),
        ("wed-wed", {WED}),
        ("월~금", WEEKDAYS),
        ("월요일부터 금요일까지", WEEKDAYS),
        ("월수금", {MON, WED, FRI}),
        ("화목요일", {TUE, THU}),
        ("mon/wed/fri", {MON, WED, FRI}),
        ("sat & mon", {SAT, MON}),
        ("m-f", WEEKDAYS),
        ("mwf", {MON, WED, FRI}),
        ("tth", {TUE, THU}),
        ("weekdays+sat", {MON, TUE, WED, THU, FRI, SAT}),
    ],
)
def test_days_are_read(phrase: str, days: set[int]) -> None:
    assert weekdays.read(phrase) == days


@pytest.mark.parametrize("phrase", ["", "day", "funday", "mon-funday", "mon/", "월급", "-", "3"])
def test_what_names_no_days_is_not_read(phrase: str) -> None:
    assert weekdays.read(phrase) is None


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [
        ("funday", "sunday"),
        ("wedensday", "wednesday"),
        ("weekdys", "weekdays"),
        ("펑일", "평일"),
        ("doomsday", "weekdays"),
        ("달요일", "weekdays"),
        ("seoul", None),
        ("may", None),
    ],
)
def test_the_nearest_name_is_found(phrase: str, meant: str | None) -> None:
    assert weekdays.nearest(phrase) == meant


def test_days_are_written_in_the_order_of_the_week() -> None:
    assert weekdays.written(EVERY_DAY) == "daily"
    assert weekdays.written(WEEKDAYS) == "weekdays"
    assert weekdays.written(frozenset((SUN, SAT))) == "weekends"
    assert weekdays.written(frozenset((FRI, MON, WED))) == "mon,wed,fri"


@given(st.frozensets(st.integers(0, 6), min_size=1))
def test_what_is_written_is_read_back(days: frozenset[int]) -> None:
    names = weekdays.written(days).split(",")
    assert frozenset().union(*(weekdays.read(name) or () for name in names)) == days

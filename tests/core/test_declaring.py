"""What a file changes: every expected digest is written by hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.core.declaring import Changes, Declaration, Declared, changes
from bot.core.digests import (
    WEEKDAYS,
    Ailing,
    Cadence,
    Chosen,
    Country,
    InOrder,
    Owner,
    Paused,
    Plan,
    Round,
    Shuffled,
    Subscription,
)

FILE, PERSON = Owner("", "digests.yaml"), Owner("U1", "one")
# A Monday; nine o'clock in Seoul has just gone by.
NOW = datetime(2026, 3, 2, 0, 30, tzinfo=UTC)
NINE = Plan(Cadence(WEEKDAYS, time(9), "Asia/Seoul"))
TUESDAY_NINE = datetime(2026, 3, 3, 0, 0, tzinfo=UTC)
# Due while the bot was down, and not yet claimed.
OVERDUE = datetime(2026, 3, 2, 0, 0, tzinfo=UTC)
HELD = Subscription(
    "s1", "T1", "C1", NINE, FILE, OVERDUE, origin="file", round=Round(2, ("lanterns",))
)
TEN = replace(NINE, cadence=replace(NINE.cadence, at=time(10)))


def never_off(country: Country, day: date) -> bool:
    return False


def changed(*held: Subscription, declared: tuple[Declared, ...]) -> Changes:
    return changes(Declaration(FILE, declared), held, NOW, never_off, lambda: "new")


def in_c1(plan: Plan) -> tuple[Declared]:
    return (Declared("T1", "C1", plan),)


def test_a_new_digest_is_the_files_and_due_at_its_next_slot() -> None:
    new = Subscription("new", "T1", "C1", NINE, FILE, TUESDAY_NINE, origin="file")
    assert changed(declared=in_c1(NINE)) == Changes((new,), ())


def test_a_digest_that_is_as_declared_is_left_alone() -> None:
    assert changed(HELD, declared=in_c1(NINE)) == Changes((), ())


@pytest.mark.parametrize(
    "state",
    [
        lambda held: replace(held, paused=Paused(date(2026, 4, 1))),
        lambda held: replace(held, ailing=Ailing("archived", NOW)),
        lambda held: replace(held, next_slot=None),
    ],
)
def test_nor_does_what_became_of_it_change_it(
    state: Callable[[Subscription], Subscription],
) -> None:
    assert changed(state(HELD), declared=in_c1(NINE)) == Changes((), ())


def test_another_hour_makes_another_slot_and_the_round_goes_on() -> None:
    at_ten = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
    moved = replace(HELD, plan=TEN, next_slot=at_ten)
    assert changed(HELD, declared=in_c1(TEN)) == Changes((moved,), ())


def test_other_holidays_make_another_slot() -> None:
    resting = replace(NINE, holidays=frozenset[Country](("KR",)))

    def off(country: Country, day: date) -> bool:
        return (country, day) == ("KR", date(2026, 3, 3))

    declaration = Declaration(FILE, in_c1(resting))
    wednesday = datetime(2026, 3, 4, 0, 0, tzinfo=UTC)
    assert changes(declaration, [HELD], NOW, off, lambda: "new") == Changes(
        (replace(HELD, plan=resting, next_slot=wednesday),), ()
    )


def test_another_language_loses_no_slot_that_is_due() -> None:
    korean = replace(NINE, language="ko")
    assert changed(HELD, declared=in_c1(korean)) == Changes((replace(HELD, plan=korean),), ())


def test_another_program_begins_at_its_beginning() -> None:
    some = replace(NINE, program=Chosen(("ferries",)))
    begun = replace(HELD, plan=some, round=Round())
    assert changed(HELD, declared=in_c1(some)) == Changes((begun,), ())


def test_a_paused_digest_stays_paused_at_another_hour() -> None:
    paused = replace(HELD, paused=Paused(), next_slot=None)
    assert changed(paused, declared=in_c1(TEN)) == Changes((replace(paused, plan=TEN),), ())


def test_what_people_set_up_there_becomes_the_files() -> None:
    theirs = replace(HELD, owner=PERSON, origin="slack")
    assert changed(theirs, declared=in_c1(NINE)) == Changes((HELD,), ())


def test_what_people_changed_since_is_as_declared_again() -> None:
    theirs = replace(HELD, plan=TEN, owner=PERSON)
    assert changed(theirs, declared=in_c1(NINE)) == Changes(
        (replace(HELD, next_slot=TUESDAY_NINE),), ()
    )


def test_what_the_file_declares_no_more_is_removed_and_what_people_set_up_is_not() -> None:
    theirs = replace(HELD, id="s2", channel="C2", owner=PERSON, origin="slack")
    assert changed(HELD, theirs, declared=()) == Changes((), (HELD,))


def test_the_same_channel_in_another_workspace_is_another() -> None:
    elsewhere = Subscription("new", "T2", "C1", NINE, FILE, TUESDAY_NINE, origin="file")
    declared = (Declared("T2", "C1", NINE),)
    assert changed(HELD, declared=declared) == Changes((elsewhere,), (HELD,))


def test_an_entry_without_a_workspace_is_in_the_bots_own() -> None:
    declaration = Declaration(FILE, (Declared("", "C1", NINE), Declared("T2", "C2", NINE)))
    assert declaration.placed("T1") == Declaration(
        FILE, (Declared("T1", "C1", NINE), Declared("T2", "C2", NINE))
    )


def test_where_no_entry_needs_it_the_bots_own_workspace_may_be_unknown() -> None:
    told = Declaration(FILE, (Declared("T2", "C2", NINE),))
    assert told.placed(None) == told
    assert Declaration(FILE, ()).placed(None) == Declaration(FILE, ())
    assert Declaration(FILE, (*told.digests, Declared("", "C1", NINE))).placed(None) is None


def test_a_shuffle_is_its_channels_own_and_always_the_same() -> None:
    shuffled = replace(NINE, program=Shuffled(0))
    first, again, other = (
        Declared("", channel, shuffled).placed("T1").plan.program for channel in ("C1", "C1", "C2")
    )
    # python -c 'import zlib; print(zlib.crc32(b"T1/C1"))'
    assert first == again == Shuffled(4206697715)
    assert other not in (first, InOrder())

"""What a digest shows next."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.digests import Chosen, InOrder, OneSection, Program, Round, Shuffled
from bot.core.programs import advanced, entries, entry
from bot.core.statement import Statement, Theme
from tests.support.statements import HARBOUR

LANTERNS, FERRIES, WHALES = HARBOUR.themes
ROUNDS = st.builds(
    Round, st.integers(0, 50), st.lists(st.sampled_from("lanterns ferries whales fog".split()))
)
PROGRAMS = st.one_of(
    st.just(InOrder()),
    st.builds(Shuffled, st.integers()),
    st.builds(Chosen, st.lists(st.sampled_from("lanterns whales fog".split())).map(tuple)),
    st.builds(OneSection, st.integers(0, 9)),
)


def shown(program: Program, count: int, statement: Statement = HARBOUR) -> list[str]:
    return [turn.theme.id for turn in entries(statement, program, Round(), count)]


def larger(count: int) -> Statement:
    """The harbour with that many themes."""
    themes = tuple(replace(FERRIES, id=f"ferry-{place}") for place in range(count))
    return replace(HARBOUR, themes=themes)


def test_themes_come_in_the_statements_order_and_their_passages_take_turns_by_round() -> None:
    turns = entries(HARBOUR, InOrder(), Round(), 7)
    assert [(turn.passage.id, turn.number, turn.of) for turn in turns] == [
        ("lanterns-light", 1, 3),
        ("ferries-cross", 2, 3),
        ("whales-protect", 3, 3),
        ("lanterns-keeper", 1, 3),
        ("ferries-cross", 2, 3),
        ("whales-protect", 3, 3),
        ("lanterns-light", 1, 3),
    ]


def test_a_round_remembers_what_was_shown_and_ends_with_the_last_theme() -> None:
    first = advanced(HARBOUR, InOrder(), Round(), LANTERNS)
    assert first == Round(0, ("lanterns",))
    second = advanced(HARBOUR, InOrder(), first, WHALES)
    assert second == Round(0, ("lanterns", "whales"))
    assert entry(HARBOUR, InOrder(), second).theme == FERRIES
    assert advanced(HARBOUR, InOrder(), second, FERRIES) == Round(1, ())


def test_chosen_themes_come_in_the_statements_order() -> None:
    assert shown(Chosen(("whales", "lanterns")), 3) == ["lanterns", "whales", "lanterns"]


def test_a_section_shows_the_themes_that_begin_in_it() -> None:
    assert shown(OneSection(1), 3) == ["ferries", "whales", "ferries"]


@pytest.mark.parametrize("program", [Chosen(()), Chosen(("fog",)), OneSection(7)])
def test_a_program_that_names_no_theme_any_more_shows_all_in_order(program: Program) -> None:
    assert shown(program, 4) == ["lanterns", "ferries", "whales", "lanterns"]


def test_a_shuffle_is_the_same_for_the_same_seed_and_another_for_each_round() -> None:
    statement = larger(12)
    rounds = shown(Shuffled(7), 36, statement)
    assert rounds == shown(Shuffled(7), 36, statement)
    assert rounds != shown(Shuffled(8), 36, statement)
    assert len({tuple(rounds[:12]), tuple(rounds[12:24]), tuple(rounds[24:])}) == 3


def test_a_shuffle_is_ordered_by_sha256_so_that_every_release_agrees() -> None:
    # printf "1 0 ferries" | sha256sum: 32fa..., whales 7da5..., lanterns fde6...
    first = ["ferries", "whales", "lanterns"]
    # printf "1 1 lanterns" | sha256sum: 2665..., ferries 32d7..., whales 81be...; lanterns ended
    # the round before, so the first two change places.
    second = ["ferries", "lanterns", "whales"]
    assert shown(Shuffled(1), 6) == [*first, *second]


@given(seed=st.integers(), count=st.integers(2, 6))
def test_a_shuffle_shows_every_theme_each_round_and_none_twice_in_a_row(
    seed: int, count: int
) -> None:
    turns = shown(Shuffled(seed), 20 * count, larger(count))
    assert all(before != after for before, after in pairwise(turns))
    rounds = [turns[start : start + count] for start in range(0, len(turns), count)]
    assert all(len(set(themes)) == count for themes in rounds)


def test_one_theme_is_shown_again_and_again() -> None:
    assert shown(Chosen(("whales",)), 3) == ["whales", "whales", "whales"]


def test_a_theme_that_the_digest_gains_within_a_round_is_still_shown_in_it() -> None:
    smaller = replace(HARBOUR, themes=(LANTERNS, WHALES))
    after_lanterns = advanced(smaller, InOrder(), Round(), LANTERNS)
    turn = entry(HARBOUR, InOrder(), after_lanterns)
    assert (turn.theme, turn.number, turn.of) == (FERRIES, 2, 3)


def test_a_theme_that_the_digest_lost_or_that_was_shown_twice_does_not_count() -> None:
    smaller = replace(HARBOUR, themes=(LANTERNS, WHALES))
    turn = entry(smaller, InOrder(), Round(0, ("lanterns", "ferries")))
    assert (turn.theme, turn.number, turn.of) == (WHALES, 2, 2)
    turn = entry(HARBOUR, InOrder(), Round(0, ("lanterns", "fog", "lanterns")))
    assert (turn.theme, turn.number, turn.of) == (FERRIES, 2, 3)
    turn = entry(smaller, InOrder(), Round(0, ("whales", "lanterns")))
    assert (turn.passage.id, turn.number) == ("lanterns-keeper", 1)


@given(program=PROGRAMS, round=ROUNDS, theme=st.sampled_from(HARBOUR.themes))
def test_whatever_was_shown_something_is_due(program: Program, round: Round, theme: Theme) -> None:
    turn = entry(HARBOUR, program, advanced(HARBOUR, program, round, theme))
    assert 1 <= turn.number <= turn.of
    assert turn.passage in turn.theme.passages

"""What a digest shows next: every theme of its program once, and then anew with other passages."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import assert_never

from bot.core.digests import Chosen, InOrder, OneSection, Program, Round, Shuffled
from bot.core.statement import Passage, Statement, Theme


@dataclass(frozen=True, slots=True)
class Entry:
    """One theme's turn: the passage it shows, and which turn of how many in this round."""

    theme: Theme
    passage: Passage
    number: int
    of: int


def entry(statement: Statement, program: Program, round: Round) -> Entry:
    """What is due after the themes shown so far."""
    themes = _themes(statement, program)
    begun = _begun(round, themes)
    theme = next(t for t in _ordered(themes, program, begun.number) if t.id not in begun.shown)
    passage = theme.passages[begun.number % len(theme.passages)]
    return Entry(theme, passage, len(begun.shown) + 1, len(themes))


def advanced(statement: Statement, program: Program, round: Round, shown: Theme) -> Round:
    """The round after that theme was posted; the next one where it was the last."""
    themes = _themes(statement, program)
    begun = _begun(round, themes)
    return _begun(Round(begun.number, (*begun.shown, shown.id)), themes)


def entries(statement: Statement, program: Program, round: Round, count: int) -> tuple[Entry, ...]:
    """That many turns from the one that is due, as they come if nothing changes."""
    return tuple(islice(_turns(statement, program, round), count))


def _turns(statement: Statement, program: Program, round: Round) -> Iterator[Entry]:
    while True:
        turn = entry(statement, program, round)
        yield turn
        round = advanced(statement, program, round, turn.theme)


def _themes(statement: Statement, program: Program) -> tuple[Theme, ...]:
    """The program's themes in the statement's order; all of them where it names none that is."""
    match program:
        case InOrder() | Shuffled():
            return statement.themes
        case Chosen(ids):
            chosen = tuple(theme for theme in statement.themes if theme.id in ids)
        case OneSection(number):
            section = statement.section_numbered(number)
            chosen = tuple(
                theme
                for theme in statement.themes
                if section and theme.passages[0].paragraph in section
            )
        case _:
            assert_never(program)
    return chosen or statement.themes


def _begun(round: Round, themes: tuple[Theme, ...]) -> Round:
    """The round without themes that are gone or named twice; the next one where all were shown."""
    ids = {theme.id for theme in themes}
    shown = tuple(id for id in dict.fromkeys(round.shown) if id in ids)
    return Round(round.number, shown) if len(shown) < len(ids) else Round(round.number + 1)


def _ordered(themes: tuple[Theme, ...], program: Program, round: int) -> list[Theme]:
    """The themes in the order of that round; a shuffle never begins with what ended the last."""
    if not isinstance(program, Shuffled) or len(themes) < 3:
        return list(themes)
    order = _shuffled(themes, program.seed, round)
    if round and order[0] == _shuffled(themes, program.seed, round - 1)[-1]:
        order[:2] = reversed(order[:2])
    return order


def _shuffled(themes: tuple[Theme, ...], seed: int, round: int) -> list[Theme]:
    def lot(theme: Theme) -> bytes:
        return sha256(f"{seed} {round} {theme.id}".encode()).digest()

    return sorted(themes, key=lot)

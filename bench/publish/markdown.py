"""Tables and figures of a report as Markdown."""

import re
import textwrap
from collections.abc import Sequence

from bench.reports import Cell, Figure, Table, shown

WIDTH = 105
_NO_BREAK = "\u00a0"
# What Markdown would take for more than itself, in a cell of a table.
_MARKUP = re.compile(r"([\\`*_\[\]<>|~&])")


def table(shape: Table) -> str:
    """The rows; a column of nothing but numbers stands on the right."""
    columns = list(zip(*shape.rows, strict=True))
    sides = ["---:" if _is_number(column) else "---" for column in columns]
    rows = [[escaped(shown(cell)) for cell in row] for row in shape.rows]
    return _rows(list(map(escaped, shape.columns)), sides or ["---"] * len(shape.columns), rows)


def figures(those: Sequence[Figure]) -> str:
    """Each figure beside what is asked of it, and whether that is reached."""
    rows = [[escaped(one.name), value(one), asked(one), _verdict(one)] for one in those]
    return _rows(["figure", "measured", "asked", "reached"], ["---", "---:", "---", "---"], rows)


def value(one: Figure) -> str:
    """The number with its unit."""
    return _with_unit(one.value, one.unit)


def value_in_a_line(one: Figure) -> str:
    """The number with its unit, which `wrapped` does not take apart."""
    return value(one).replace(" ", _NO_BREAK)


def asked(one: Figure) -> str:
    """What it must not exceed or fall below; nothing where nothing is asked."""
    most = [f"at most {_with_unit(one.most, one.unit)}"] if one.most is not None else []
    least = [f"at least {_with_unit(one.least, one.unit)}"] if one.least is not None else []
    return ", ".join(most + least)


def wrapped(text: str) -> str:
    """The paragraph in lines; what a no-break space holds together stays in one, with a space."""
    lines = textwrap.wrap(text, WIDTH, break_on_hyphens=False, break_long_words=False)
    return "\n".join(lines).replace(_NO_BREAK, " ")


def escaped(text: str) -> str:
    """The text, for a cell, as it is."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def _with_unit(number: float, unit: str) -> str:
    return f"{shown(number)}{'' if unit in ('', '%') else ' '}{escaped(unit)}"


def _verdict(one: Figure) -> str:
    if not asked(one):
        return ""
    return "yes" if one.reached else "**no**"


def _is_number(column: Sequence[Cell]) -> bool:
    return all(not isinstance(cell, str) or not cell for cell in column)


def _rows(columns: list[str], sides: list[str], rows: list[list[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in (columns, sides, *rows))

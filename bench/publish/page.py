"""The text of docs/benchmarks.md."""

import re
from collections.abc import Iterator, Mapping

from bench.programs import programs, sections
from bench.publish import markdown
from bench.publish.kept import ROOT, Kept
from bench.reports import Figure, Plot

PAGE = ROOT / "docs" / "benchmarks.md"
_HEAD = """\
# Benchmarks

Every number on this page, and every measured line of README, was printed by a program in `bench/`
and written down by `python -m bench.publish`; a test fails where anybody changes one by hand. `make
bench` runs all of them, which takes about an hour and a half, and writes this page anew; each
heading below has the command that prints its part alone.
`bench/compare BASE` tells what a change has made of the core figures, in alternation.

What the bot is compared with was measured in the same run on the same machine. Machines differ, and
so do days: trust the ratios. A target is what had been asked for before it was measured.
"""


def page(found: Mapping[str, Kept]) -> str:
    """The whole page, of those programs that there are and those that have been kept."""
    names = (*(there := programs()), *(name for name in found if name not in there))
    parts = [_HEAD, *_summary(found)]
    for title, those in sections(names).items():
        parts.append(f"## {title}\n")
        for name in those:
            parts += _part(name, found.get(name))
    return "\n".join(parts)


def pictures(found: Mapping[str, Kept]) -> dict[str, Plot]:
    """The plots that have points, by their files' names without -light.svg and -dark.svg."""
    return {
        f"{program}-{number}".replace("_", "-"): plot
        for program, one in found.items()
        for number, plot in enumerate(one.report.plots, 1)
        if any(plot.lines.values())
    }


def _summary(found: Mapping[str, Kept]) -> Iterator[str]:
    """How many targets are reached, and each that is not."""
    judged = [
        (name, figure)
        for name, one in found.items()
        for figure in one.report.figures
        if one.size == "full" and markdown.asked(figure)
    ]
    missed = [(name, figure) for name, figure in judged if not figure.reached]
    if judged:
        reached = len(judged) - len(missed)
        rest = " Not reached:" if missed else ""
        yield f"**{reached} of {len(judged)} targets are reached.**{rest}\n"
    if missed:
        yield "\n".join(_missed(name, figure) for name, figure in missed) + "\n"


def _missed(name: str, figure: Figure) -> str:
    told = f"{markdown.escaped(figure.name)}, {markdown.value(figure)}"
    return f"- [{name}](#{name}): {told} ({markdown.asked(figure)})"


def _part(name: str, one: Kept | None) -> Iterator[str]:
    yield f"### {name}\n"
    if one is None:
        yield f"Not measured yet: `python -m bench.{name} --keep`.\n"
        return
    size = "" if one.size == "full" else " At its **smallest size**, as a trial only."
    yield f"{markdown.wrapped(one.report.told)}\n"
    yield f"`python -m bench.{name}` · {one.measured}.{size}\n"
    for table in one.report.tables:
        yield f"{_capital(table.title)}:\n"
        yield markdown.table(table) + "\n"
    if one.report.figures:
        yield markdown.figures(one.report.figures) + "\n"
    yield from (_picture(file, plot) for file, plot in pictures({name: one}).items())


def _picture(file: str, plot: Plot) -> str:
    told = f"{plot.title}: {plot.y} by {plot.x}, for {', '.join(plot.lines)}"
    quoted = re.sub(r"[\"<>&]", "", told)
    return (
        "<picture>\n"
        f'  <source media="(prefers-color-scheme: dark)" srcset="plots/{file}-dark.svg">\n'
        f'  <img alt="{quoted}"\n    src="plots/{file}-light.svg" width="760">\n'
        "</picture>\n"
    )


def _capital(title: str) -> str:
    return title[:1].upper() + title[1:]

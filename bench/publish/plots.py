"""Draws the plots of what was kept: one SVG for light pages and one for dark ones.

The same results give the same files, byte by byte: no dates, and a fixed salt for ids.
"""

import io
import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import cycle
from typing import Any

from bench.publish.kept import ROOT, Kept
from bench.publish.labels import spaced
from bench.publish.page import pictures
from bench.reports import Plot, shown

FOLDER = ROOT / "docs" / "plots"
# Inches, at 72 points each.
_WIDTH, _HEIGHT, _BAR = 7.6, 3.5, 0.27
# Laid out in a font that matplotlib brings, so that all machines draw alike; shown in the page's.
_FONT = "DejaVu Sans"
_SHOWN = "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif"
_STYLE: Any = {
    "svg.hashsalt": "alliance",
    "svg.fonttype": "none",
    "font.family": _FONT,
    "font.size": 9.5,
    "lines.linewidth": 1.8,
    "lines.solid_capstyle": "round",
}
# Values that span more go by factors; fewer decades than these have ticks between them.
_DECADE, _DECADES = 10, 3


@dataclass(frozen=True, slots=True)
class Colours:
    """Those of GitHub's own pages, light or dark."""

    text: str
    muted: str
    grid: str
    bars: str
    lines: tuple[str, ...]


LIGHT = Colours(
    *("#1f2328", "#59636e", "#d1d9e0", "#b7bfc8"),
    ("#0969da", "#bc4c00", "#1a7f37", "#8250df", "#9a6700", "#bf3989", "#59636e"),
)
DARK = Colours(
    *("#f0f6fc", "#9198a1", "#30363d", "#59636e"),
    ("#4493f8", "#db6d28", "#3fb950", "#ab7df8", "#d29922", "#db61a2", "#9198a1"),
)


def drawn(found: Mapping[str, Kept]) -> dict[str, str]:
    """Every picture's text by the name of its file."""
    return {
        f"{name}-{scheme}.svg": draw(plot, colours)
        for name, plot in pictures(found).items()
        for scheme, colours in (("light", LIGHT), ("dark", DARK))
    }


def draw(plot: Plot, colours: Colours) -> str:
    """One plot as SVG, of those lines that have points."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    plot = replace(plot, lines={name: line for name, line in plot.lines.items() if line})
    # It looks for fonts that only the reader has to have.
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    with mpl.rc_context(_STYLE):
        bars = all(len(points) == 1 for points in plot.lines.values())
        height = 0.9 + _BAR * len(plot.lines) if bars else _HEIGHT
        picture = Figure(figsize=(_WIDTH, height))
        axes = picture.add_subplot()
        axes.spines[:].set_visible(False)
        axes.tick_params(length=0, labelcolor=colours.muted)
        (_bars if bars else _lines)(axes, plot, colours)
        written = io.StringIO()
        picture.savefig(
            written, format="svg", transparent=True, metadata={"Date": None, "Creator": None}
        )
    text = written.getvalue().replace(f"'{_FONT}'", _SHOWN)
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def _lines(axes: Any, plot: Plot, colours: Colours) -> None:
    """Lines over a scale, each with its name at its end."""
    size = axes.figure.get_size_inches()
    room = 0.085 * max(map(len, plot.lines)) / size[0]
    axes.figure.subplots_adjust(0.075, 0.16, 0.98 - room, 0.78)
    _titled(axes, plot, colours)
    axes.set_xlabel(plot.x, color=colours.muted)
    axes.grid(axis="y", color=colours.grid, linewidth=0.7)
    axes.set_axisbelow(True)
    for points, colour in zip(plot.lines.values(), cycle(colours.lines), strict=False):
        xs, ys = zip(*points, strict=True)
        mark = "o" if len(xs) <= 16 else ""
        axes.plot(xs, ys, color=colour, marker=mark, markersize=4, clip_on=False, zorder=3)
    _scaled(axes, plot)
    _named(axes, plot, colours)


def _scaled(axes: Any, plot: Plot) -> None:
    """Scales that begin at nothing, or go by factors where the values do."""
    from matplotlib.ticker import LogLocator, NullLocator

    points = [point for line in plot.lines.values() for point in line]
    xs, ys = ({point[place] for point in points} for place in (0, 1))
    axes.margins(x=0.02)
    if plot.logarithmic and min(xs) > 0:
        axes.set_xscale("log")
        if len(xs) <= 10:
            axes.set_xticks(sorted(xs))
        axes.minorticks_off()
    if plot.logarithmic and min(ys) > 0 and max(ys) > _DECADE * min(ys):
        axes.set_yscale("log")
        axes.margins(y=0.08)
        parts = (1, 3) if max(ys) < _DECADE**_DECADES * min(ys) else (1,)
        axes.yaxis.set_major_locator(LogLocator(subs=parts))
        axes.yaxis.set_minor_locator(NullLocator())
    else:
        axes.set_ylim(0, max(ys) * 1.05 or 1)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter(lambda value, _: shown(float(value)))


def _named(axes: Any, plot: Plot, colours: Colours) -> None:
    """Each line's name beside its last point, moved where two would meet."""
    axes.autoscale_view()
    ends = [line[-1] for line in plot.lines.values()]
    pixels = axes.transData.transform(ends)
    box = axes.get_window_extent()
    heights = spaced([y for _, y in pixels], 13 * axes.figure.dpi / 72, box.y1)
    right = max(x for x, _ in pixels) - box.x0
    for name, height, colour in zip(plot.lines, heights, cycle(colours.lines), strict=False):
        axes.annotate(
            *(name, ((right + 9) / box.width, (height - box.y0) / box.height)),
            xycoords="axes fraction",
            color=colour,
            va="center",
            annotation_clip=False,
        )


def _bars(axes: Any, plot: Plot, colours: Colours) -> None:
    """One bar a name, the first in colour, each with its value at its end."""
    values = {name: points[0][1] for name, points in plot.lines.items()}
    width, height = axes.figure.get_size_inches()
    left = (0.08 * max(map(len, values)) + 0.1) / width
    axes.figure.subplots_adjust(left, 0.1 / height, 0.9, 1 - 0.75 / height)
    _titled(axes, plot, colours)
    places = range(len(values))
    fills = [colours.lines[0], *[colours.bars] * (len(values) - 1)]
    axes.barh(places, values.values(), color=fills, height=0.62)
    axes.set_yticks(places, values)
    axes.invert_yaxis()
    axes.set_xticks([])
    for place, value in zip(places, values.values(), strict=True):
        axes.annotate(
            *(shown(float(value)), (value, place)),
            xytext=(5, 0),
            textcoords="offset points",
            va="center",
            color=colours.text,
        )


def _titled(axes: Any, plot: Plot, colours: Colours) -> None:
    """The title, and below it what is measured, at the left edge."""
    picture = axes.figure
    inch = 1 / picture.get_size_inches()[1]
    picture.text(0.01, 1 - 0.28 * inch, plot.title, color=colours.text, size=11.5, weight="bold")
    picture.text(0.01, 1 - 0.55 * inch, plot.y, color=colours.muted)

"""The programs of bench/, and the section of docs/benchmarks.md in which each stands."""

from pathlib import Path

FOLDER = Path(__file__).parent
# By this line a module is a program; the others are what programs are made of.
MEASURES = "\ndef measure(size: Size) -> Report:\n"
SECTIONS = {
    "A request, beside peers and the limit": ("request", "peers", "concurrency", "socket_mode"),
    "Looking up": (
        *("lookup", "matchers", "relevance", "worst_look_up", "typeahead", "messages"),
        "fit_declining",
    ),
    "As it grows": ("statements", "workspaces", "scaling", "installations"),
    "Small": ("starting",),
    "Digests": ("digests", "commands_in_a_burst", "two_clocks", "digests_killed"),
    "In operation": ("clicks", "soak", "kills"),
}
OTHERS = "Others"


def programs(folder: Path = FOLDER) -> tuple[str, ...]:
    """All of them, in the order of their sections."""
    files = folder.glob("*.py")
    found = {file.stem for file in files if MEASURES in file.read_text("utf-8")}
    placed = [name for names in SECTIONS.values() for name in names if name in found]
    return (*placed, *sorted(found - set(placed)))


def sections(names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """Those programs by section; what has no place comes last."""
    chosen = {
        title: tuple(name for name in placed if name in names) for title, placed in SECTIONS.items()
    }
    placed = {name for those in chosen.values() for name in those}
    chosen[OTHERS] = tuple(name for name in names if name not in placed)
    return {title: those for title, those in chosen.items() if those}

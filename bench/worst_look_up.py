"""The queries that take longest to look up, of all that were crafted or found by a search.

    .venv/bin/python -m bench.worst_look_up

Every look-up sees its words for the first time. The search goes on from the worst query so far:
it puts a piece of another one, of itself, or any characters in the place of a piece of it, and
keeps what takes longer. The time is processor time, so that a busy machine does not count.
"""

from collections.abc import Callable
from random import Random
from unicodedata import combining
from zoneinfo import available_timezones

from bench.reports import Cell, Figure, Report, Size, Table, run
from bot.core.addresses import LONGEST_ADDRESS
from bot.core.digest_request import parse_digest
from bot.core.gist import LONGEST_MESSAGE, answer_to
from bot.core.library import Library, library_of
from bot.core.request import LONGEST_QUERY
from bot.core.suggesting import Typeahead
from bot.core.zones import Zones
from bot.library.reading import read_statements
from tests.support.crafted import ask, crafted, milliseconds

ROUNDS, FEW = 1_500, 10
# Milliseconds; a message may be 80 times as long as a question.
LIMIT = 20
MESSAGE = "a message of 40,000 characters"
LETTERS = "abcdefgzqx가힣을는ㄱㅏ '.,-<>&@1\u0301\u0316\ufdfa"
Look = Callable[[str], None]


def looks(library: Library) -> dict[str, Look]:
    """Everything that looks up what people type, by what it is."""
    typeahead, zones = Typeahead(library), Zones(tuple(sorted(available_timezones())))
    page = library.statements[0].source_url

    def message(text: str) -> None:
        answer_to(library, (text + ". ") * (LONGEST_MESSAGE // LONGEST_QUERY))

    def link(text: str) -> None:
        fragments = f"{page}#:~:text={'&text='.join(text.split())}"
        library.pages.place(fragments[:LONGEST_ADDRESS])

    def suggestions(text: str) -> None:
        typeahead.suggest(text)

    def digest(text: str) -> None:
        parse_digest(f"digest {text}", zones)

    return {
        "a question": lambda text: ask(library, text),
        "suggestions while typing": suggestions,
        "the words of a digest": digest,
        "a link": link,
        MESSAGE: message,
    }


def changed(query: str, others: list[str], chance: Random) -> str:
    """The query with another piece in the place of one of its own."""
    size = chance.choice((1, 3, 10, 60, 200))
    at, start = chance.randrange(len(query)), chance.randrange(LONGEST_QUERY)
    pieces = (
        lambda: chance.choice(others)[start : start + size],
        lambda: query[start : start + size],
        lambda: "".join(chance.choices(LETTERS, k=min(size, 10))),
    )
    piece = chance.choice(pieces)()
    return (query[:at] + piece + query[at + len(piece) :] + piece)[:LONGEST_QUERY]


def worst(library: Library, look: Look, rounds: int, chance: Random) -> tuple[float, str, str]:
    """The longest time, where it came from, and the query."""
    queries = crafted(library, chance)
    found = max((milliseconds(library, lambda q=q: look(q)), n, q) for n, q in queries.items())  # type: ignore[misc]
    others = list(queries.values())
    for _ in range(rounds):
        query = changed(found[2], others, chance)
        taken = milliseconds(library, lambda q=query: look(q))  # type: ignore[misc]
        if taken > found[0]:
            found = taken, found[1], query
    return found


def readable(query: str) -> str:
    """The query, with marks that would stand on its neighbours by their numbers."""
    return "".join(
        one if one.isprintable() and not combining(one) else f"\\u{ord(one):04x}" for one in query
    )


def measure(size: Size) -> Report:
    """The worst that is found for everything that looks up; at the smallest size for questions."""
    library = library_of(*read_statements())
    rows: list[tuple[Cell, ...]] = []
    figures = []
    for what, look in looks(library).items():
        if size == "small" and rows:
            break
        rounds = FEW if size == "small" else ROUNDS // 10 if what == MESSAGE else ROUNDS
        taken, origin, query = worst(library, look, rounds, Random(70))
        rows.append((what, taken, rounds, origin, readable(query)[:40]))
        figures.append(Figure(what, taken, "ms", most=None if what == MESSAGE else LIMIT))
    return Report(
        "Queries are crafted to be hard in two dozen ways; a search goes on from the worst so far,"
        " round by round. Every look-up sees its words for the first time; the time is the"
        " processor's.",
        (
            Table(
                "the longest look-ups found, in milliseconds",
                ("looked up", "longest", "rounds", "began as", "the query begins"),
                tuple(rows),
            ),
        ),
        tuple(figures),
    )


if __name__ == "__main__":
    run(measure)

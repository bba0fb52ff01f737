"""How well the bot finds what whole messages are about, and how long that takes.

    .venv/bin/python -m bench.messages [--misses]

The times are of first sight: each message is looked up in an index that has seen nothing yet.
"""

import statistics
import time

from bench.reports import Figure, Plot, Report, Size, Table, arguments, finish, size
from bot.core.gist import answer_to
from bot.core.library import library_of
from bot.library.reading import read_statements
from tests.relevance.messages import GROUPS, Labelled, drowned, is_right, messages, score
from tests.relevance.scoring import Tally

SIZES, SMALLEST = (1_000, 4_000, 40_000), (1_000,)
LANGUAGES = ("English", "Korean")
RUNS = 5


def milliseconds(message: str) -> float:
    """One message looked up in a new index."""
    library = library_of(*read_statements())
    start = time.perf_counter()
    answer_to(library, message)
    return 1_000 * (time.perf_counter() - start)


def of_length(language: str, size: int) -> str:
    """Noise in one language, so long; nothing in it is quoted, which would answer it at once."""
    noise = [m.text for m in messages() if not m.gold and _language(m) == language]
    return ("\n\n".join(noise) * (size // 1_000))[:size]


def measure(size: Size) -> Report:
    """Labelled messages alone and among others, and the time of long ones."""
    library, runs = library_of(*read_statements()), RUNS if size == "full" else 1
    alone, among = score(library, messages()), score(library, drowned())
    taken = {
        length: [
            statistics.median(milliseconds(of_length(language, length)) for _ in range(runs))
            for language in LANGUAGES
        ]
        for length in (SIZES if size == "full" else SMALLEST)
    }
    lines = {
        language: [(float(length), times[place]) for length, times in taken.items()]
        for place, language in enumerate(LANGUAGES)
    }
    return Report(
        "Whole messages (chats, e-mails, minutes), half about one theme among noise, half about"
        " something else: the share for which the right passage is quoted first, or that is rightly"
        " declined. Times are of first sight, in an index that has seen nothing yet.",
        (
            Table("right first answers", ("messages", *GROUPS), _judged(alone, among)),
            Table(
                f"one look-up, in milliseconds (median of {runs})",
                ("characters", *LANGUAGES),
                tuple((length, *times) for length, times in taken.items()),
            ),
        ),
        (
            *(Figure(_called(g), 100 * t.share, "%", better="higher") for g, t in alone.items()),
            *(Figure(f"{n:,} characters", max(times), "ms") for n, times in taken.items()),
        ),
        (Plot("A long message looked up", "characters", "milliseconds", lines, True),),
    )


def misses() -> None:
    """Print every message that is not answered right."""
    library = library_of(*read_statements())
    for message in (*messages(), *drowned()):
        if not is_right(library, message):
            print(message.gold, message.text[:100])


def _language(message: Labelled) -> str:
    return "Korean" if any("가" <= letter <= "힣" for letter in message.text) else "English"


def _called(group: str) -> str:
    return "declined" if group == "off-topic" else f"quoted right, {group}"


def _judged(alone: dict[str, Tally], among: dict[str, Tally]) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (name, *(f"{tallies[group].share:.3f} ({tallies[group].asked})" for group in GROUPS))
        for name, tallies in (("alone", alone), ("among three others", among))
    )


def main() -> None:
    told = arguments()
    told.add_argument("--misses", action="store_true", help="print what is not answered right")
    given = told.parse_args()
    if given.misses:
        misses()
    finish(given, "messages", measure(size(given)))


if __name__ == "__main__":
    main()

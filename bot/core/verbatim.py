"""Which passages a text quotes, word for word: told by the runs of words that they share."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from bot.core.folding import words
from bot.core.statement import Passage, Statement

# So many words one after the other nobody says by chance; a name such as "the UN Convention on the
# Law of the Sea" has nine. A shorter passage is quoted by all of its words.
RUN = 10
# Among very many passages every so manieth run of each is kept: thirteen words are found for sure.
STRIDE = 4

Run = tuple[str, ...]


class Verbatim:
    """The runs of a statement's passages."""

    def __init__(self, statement: Statement) -> None:
        self._passages = tuple(statement.passages())
        self._counts: Counter[int] = Counter()
        self._by_run: dict[Run, list[int]] = defaultdict(list)
        for number, passage in enumerate(self._passages):
            typed = words(passage.quote)
            for run in set(_runs(typed, min(RUN, len(typed)))):
                self._by_run[run].append(number)
                self._counts[number] += 1
        self._lengths = {len(run) for run in self._by_run}

    def quoted_in(self, text: str) -> tuple[Passage, ...]:
        """The passages that are quoted, the most whole first."""
        typed = words(text)
        runs = {run for length in self._lengths for run in _runs(typed, length)}
        shared = Counter(number for run in runs for number in self._by_run.get(run, ()))
        whole = {number: count / self._counts[number] for number, count in shared.items()}
        return tuple(self._passages[n] for n in sorted(whole, key=lambda n: (-whole[n], n)))


def _runs(typed: Sequence[str], length: int) -> Iterator[Run]:
    return zip(*(typed[start:] for start in range(length)), strict=False)


class Traces:
    """Which of very many statements a text may quote."""

    def __init__(self) -> None:
        self._by_run: dict[int, int] = {}
        self._lengths: set[int] = set()

    def add(self, number: int, quoted: Iterable[Sequence[str]]) -> None:
        """Add the quotes of the statement of that number; of two that say the same the first."""
        for typed in quoted:
            length = min(RUN, len(typed))
            self._lengths.add(length)
            runs = list(_runs(typed, length))
            for run in (*runs[::STRIDE], *runs[-1:]):
                self._by_run.setdefault(hash(run), number)

    def quoted_in(self, text: str) -> list[int]:
        """The numbers of the statements, that which shares most with the text first."""
        typed = words(text)
        runs = {hash(run) for length in self._lengths for run in _runs(typed, length)}
        shared = Counter(self._by_run[run] for run in runs if run in self._by_run)
        return [number for number, _ in shared.most_common()]

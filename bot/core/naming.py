"""Which statement a question names, where there are several: its slug, a title, or another name."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.core import hangul, korean
from bot.core.folding import squeezed, words
from bot.core.statement import Statement

_COLON = re.compile("[:：]")


class Names:
    """Every name of every statement, folded; spaces in it are put as people like.

    A slug or a title of a single word, such as `climate`, is a name before a colon alone.
    """

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._before: dict[str, int] = {}
        self._anywhere: dict[str, int] = {}
        self._most_words = 0
        for number, statement in enumerate(statements):
            for name in (statement.slug, statement.title.en, statement.title.ko):
                self._add(words(name), number, alone=True)
            for name in statement.names:
                self._add(words(name), number, alone=False)

    def named_in(self, text: str) -> tuple[int, str] | None:
        """The number of the statement that is named, and the question without its name.

        What stands before a colon goes before the longest name that is written anywhere.
        """
        before, *after = _COLON.split(text, maxsplit=1)
        if after and (number := _named(squeezed(words(before)), self._before)) is not None:
            return number, after[0]
        typed = words(text)
        run = max(self._runs(typed), key=lambda run: run.letters, default=None)
        return run and (run.number, " ".join((*typed[: run.start], *typed[run.end :])))

    def _add(self, typed: Sequence[str], number: int, alone: bool) -> None:
        if not typed:
            return
        self._before.setdefault(squeezed(typed), number)
        if len(typed) > 1 or not alone:
            self._anywhere.setdefault(squeezed(typed), number)
            self._most_words = max(self._most_words, len(typed))

    def _runs(self, typed: Sequence[str]) -> Iterator["_Run"]:
        for start in range(len(typed)):
            spelt = ""
            for end in range(start + 1, min(start + self._most_words, len(typed)) + 1):
                spelt += typed[end - 1]
                if (number := _named(spelt, self._anywhere)) is not None:
                    yield _Run(start, end, len(spelt), number)


class _Run(NamedTuple):
    start: int
    end: int
    letters: int
    number: int


def _named(spelt: str, numbers: Mapping[str, int]) -> int | None:
    """The number of the statement that is so called; a Korean name may have an ending."""
    if spelt and spelt not in numbers and hangul.is_hangul(spelt[-1]):
        spelt = korean.bare(spelt, numbers) or ""
    return numbers.get(spelt)

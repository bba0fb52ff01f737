"""SQLite's full-text search, FTS5, by the sqlite3 of the standard library."""

import re
import sqlite3
from collections.abc import Callable, Iterable
from typing import Literal

from bench.matching.documents import Best, Document

Tokenizer = Literal["unicode61", "porter unicode61", "trigram"]
Terms = Callable[[str], Iterable[str]]
_WORD = re.compile(r"[^\W_]+")
_LENGTH = 3


def words(query: str) -> list[str]:
    """The query's words, any of which may be there."""
    return _WORD.findall(query)


def trigrams(query: str) -> list[str]:
    """Any three characters in a row, so that a typo spoils only some of them."""
    text = " ".join(_WORD.findall(query.lower()))
    return list(
        dict.fromkeys(text[at : at + _LENGTH] for at in range(max(1, len(text) - _LENGTH + 1)))
    )


class Fts5:
    """The best document by FTS5's own bm25()."""

    def __init__(self, documents: list[Document], tokenizer: Tokenizer, terms: Terms) -> None:
        self._documents, self._terms = documents, terms
        self._held = sqlite3.connect(":memory:")
        self._held.execute(f"CREATE VIRTUAL TABLE said USING fts5(text, tokenize='{tokenizer}')")
        rows = ((number, each.text) for number, each in enumerate(documents, 1))
        self._held.executemany("INSERT INTO said (rowid, text) VALUES (?, ?)", rows)
        self._held.execute("INSERT INTO said (said) VALUES ('optimize')")

    def best(self, query: str) -> Best | None:
        """None where nothing matches."""
        terms = " OR ".join(f'"{term}"' for term in self._terms(query))
        asked = "SELECT rowid, -rank FROM said WHERE said MATCH ? ORDER BY rank LIMIT 1"
        found = self._held.execute(asked, (terms,)).fetchone() if terms else None
        return Best(self._documents[found[0] - 1].quote, found[1]) if found else None

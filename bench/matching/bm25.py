"""BM25 by the package bm25s, over words or over words and pairs of Hangul syllables."""

import re
from collections.abc import Callable
from typing import Any

from bench.matching.documents import Best, Document
from bot.core.folding import folded

_WORD = re.compile(r"[가-힣]+|[^\W_]+")
Tokens = Callable[[str], list[str]]


def words(text: str) -> list[str]:
    """The words as they stand, in lower case."""
    return re.findall(r"\w+", folded(text))


def stems(stemmer: Any) -> Tokens:
    """English words by their stems."""
    return lambda text: list(stemmer.stemWords(words(text)))


def stems_and_pairs(stemmer: Any) -> Tokens:
    """The same, and Korean ones by pairs of syllables, since particles cling to them."""

    def tokens(text: str) -> list[str]:
        found = []
        for word in _WORD.findall(folded(text)):
            if "가" <= word[0] <= "힣":
                found += [word[at : at + 2] for at in range(max(1, len(word) - 1))]
            else:
                found.append(stemmer.stemWord(word))
        return found

    return tokens


class Bm25:
    """The best document by bm25s at its own settings (k1 1.5, b 0.75)."""

    def __init__(self, documents: list[Document], tokens: Tokens) -> None:
        import bm25s

        self._documents, self._tokens = documents, tokens
        self._index = bm25s.BM25()
        self._index.index([tokens(each.text) for each in documents], show_progress=False)
        self._known = self._index.vocab_dict

    def best(self, query: str) -> Best | None:
        """None where no word of the query is known."""
        tokens = [token for token in self._tokens(query) if token in self._known]
        if not tokens:
            return None
        scores = self._index.get_scores(tokens)
        place = int(scores.argmax())
        return Best(self._documents[place].quote, float(scores[place]))

"""The bot's own look-up, by the way that every surface takes."""

from bench.matching.documents import Best
from bot.core.library import library_of
from bot.core.statement import Statement
from tests.relevance.scoring import Question
from tests.relevance.searching import searched

_SEVERAL = Best("a choice of themes", 1.0)


class Ours:
    """It decides by itself what to decline, so that every score is the same."""

    def __init__(self, statement: Statement) -> None:
        self._library = library_of(statement)

    def best(self, query: str) -> Best | None:
        """A choice of themes is neither a quote nor a refusal."""
        _, outcome, quotes = searched(self._library, Question(query, "", ()))
        if outcome == "found":
            return Best(quotes[0], 1.0)
        return _SEVERAL if outcome == "choices" else None

"""RapidFuzz as its README shows it: `process.extract` over everything there is."""

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from bench.matching.documents import Best, Document


class Fuzzy:
    """The best document by WRatio; the documents are folded once, at the start."""

    def __init__(self, documents: list[Document]) -> None:
        self._documents = documents
        self._texts = [default_process(each.text) for each in documents]

    def best(self, query: str) -> Best | None:
        """None where nothing matches at all."""
        found = process.extract(default_process(query), self._texts, scorer=fuzz.WRatio, limit=5)
        return Best(self._documents[found[0][2]].quote, found[0][1]) if found else None

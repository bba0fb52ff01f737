"""Every way in which each matcher is tried."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec

from bench.matching import bm25, fts5, minilm
from bench.matching.documents import CUTS, Cut, Document, documents
from bench.matching.fuzzy import Fuzzy
from bench.matching.judging import Matcher
from bench.matching.ours import Ours
from bot.core.statement import Statement

_TOLD: dict[Cut, str] = {"whole": "by passage", "parts": "by alias"}
Build = Callable[[], Matcher]


@dataclass(frozen=True, slots=True)
class Setting:
    """One way to set a matcher up, in words and in deed."""

    told: str
    build: Build


def settings(statement: Statement) -> Mapping[str, list[Setting]]:
    """By each matcher's name its settings, none where it is not installed."""
    cuts = {cut: documents(statement, cut) for cut in CUTS}

    def cut_both_ways(*ways: tuple[str, Callable[[list[Document]], Matcher]]) -> list[Setting]:
        return [
            Setting(", ".join(filter(None, (told, _TOLD[cut]))), partial(build, cuts[cut]))
            for told, build in ways
            for cut in CUTS
        ]

    return {
        "the bot": [Setting("as it is", partial(Ours, statement))],
        "BM25 (bm25s)": cut_both_ways(*_bm25()),
        "SQLite FTS5": cut_both_ways(*_fts5()),
        "RapidFuzz process.extract": cut_both_ways(("WRatio", Fuzzy)),
        "all-MiniLM-L6-v2": cut_both_ways(*([("", minilm.MiniLm)] if minilm.there() else [])),
    }


def _bm25() -> Iterator[tuple[str, Callable[[list[Document]], Matcher]]]:
    if not (find_spec("bm25s") and find_spec("Stemmer")):
        return
    import Stemmer

    stemmer = Stemmer.Stemmer("english")
    for told, tokens in (
        ("words", bm25.words),
        ("stems", bm25.stems(stemmer)),
        ("stems, pairs of Hangul", bm25.stems_and_pairs(stemmer)),
    ):
        yield told, partial(bm25.Bm25, tokens=tokens)


def _fts5() -> Iterator[tuple[str, Callable[[list[Document]], Matcher]]]:
    for tokenizer, terms, told in (
        ("unicode61", fts5.words, "unicode61"),
        ("porter unicode61", fts5.words, "unicode61, Porter"),
        ("trigram", fts5.words, "trigram, words"),
        ("trigram", fts5.trigrams, "trigram, trigrams"),
    ):
        yield told, partial(fts5.Fts5, tokenizer=tokenizer, terms=terms)

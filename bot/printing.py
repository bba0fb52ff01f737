"""Answers as JSON objects, and proofs as lines: what commands print for programs and people."""

import json
import random
from collections.abc import Iterator, Sequence
from typing import Any, assert_never

from bot.core.answering import (
    MOST_MATCHES,
    Answer,
    Choices,
    Contents,
    Found,
    Help,
    Match,
    NotFound,
    Thanks,
    answer,
)
from bot.core.library import Library
from bot.core.request import parse
from bot.core.statement import Statement
from bot.library.proof import Proof


def record(query: str, found: Answer) -> dict[str, Any]:
    """`query`, `outcome` and `answers`, best first; a choice gives each theme's first passage."""
    outcome, matches = _outcome(found)
    return {
        "query": query,
        "outcome": outcome,
        "answers": [_answer(found.statement, match) for match in matches[:MOST_MATCHES]],
    }


def _outcome(answer: Answer) -> tuple[str, Sequence[Match]]:
    match answer:
        case Found():
            return "found", answer.matches
        case Choices():
            return "choices", [Match(theme.passages[0], "theme") for theme in answer.themes]
        case Contents():
            return "contents", ()
        case Help():
            return "help", ()
        case Thanks():
            return "thanks", ()
        case NotFound():
            return "not_found", ()
        case _:
            assert_never(answer)


def _answer(statement: Statement, match: Match) -> dict[str, Any]:
    passage = match.passage
    return {
        "theme": passage.theme,
        "title": statement.theme(passage.theme).title.en,
        "section": statement.sections[passage.section].title.en,
        "paragraph": passage.paragraph,
        "quote": passage.quote,
        "link": passage.link,
        "score": round(match.score, 4),
        "matched": match.alias,
    }


def proof_lines(proof: Proof) -> Iterator[str]:
    """A statement that holds, in numbers, and the sentences that no passage quotes."""
    yield f"{proof.slug}: every quote stands in the source, word for word."
    yield f"  sentences   {proof.sentences_covered} of {proof.sentences}"
    yield f"  paragraphs  {proof.paragraphs_covered} of {proof.paragraphs}"
    yield f"  themes      {proof.themes}"
    yield f"  passages    {proof.passages}, of {proof.words_a_quote:.1f} words on average"
    yield f"  aliases     {proof.aliases_en:,} English, {proof.aliases_ko:,} Korean"
    for sentence in proof.missing:
        yield f"  not quoted: {sentence}"


def show_answer(library: Library, query: str, as_json: bool) -> None:
    """Print the answer to a query, as a person or as a program reads it."""
    request = parse(query)
    found = answer(library, request, random.choice)
    if as_json:
        print(json.dumps(record(query, found), ensure_ascii=False), flush=True)
        return
    from rich.console import Console

    from bot.playground import paper
    from bot.rendering.answers import render

    paper.show(Console(highlight=False), render(found, request.language).blocks)

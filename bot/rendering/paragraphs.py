"""A whole paragraph, verbatim; one that is too long for a message goes on in another."""

from collections.abc import Sequence

from bot.core.sentences import sentences
from bot.core.statement import Language, Passage, Statement
from bot.rendering import blocks, limits
from bot.rendering.citations import below_quotation
from bot.rendering.message import Message
from bot.rendering.mrkdwn import escape
from bot.rendering.phrases import text_of, where_in
from bot.rendering.words import digest_words_in

# What else stands in the message has the rest.
_QUOTED = limits.TEXT_OF_ALL_BLOCKS * 75 // 100


def render_paragraph(
    statement: Statement, passage: Passage, language: Language
) -> tuple[Message, ...]:
    """The paragraph that a passage stands in, in as few messages as hold it whole."""
    parts = _parts(statement.paragraphs[passage.paragraph - 1])
    where, cited = where_in(statement, passage, language), below_quotation(statement, language)
    notes = [f"{where}{_counted(number, parts, language)}" for number in range(len(parts))]
    return tuple(
        Message(
            text_of((f"> {escape(part)}", note, cited)),
            (blocks.quotation(part), blocks.context(note), blocks.context(cited)),
        )
        for part, note in zip(parts, notes, strict=True)
    )


def _parts(paragraph: str) -> list[str]:
    """The paragraph, or as many of its sentences at a time as fit."""
    if limits.length(paragraph) <= _QUOTED:
        return [paragraph]
    parts = [""]
    for sentence in sentences(paragraph):
        joined = f"{parts[-1]} {sentence}".lstrip()
        if limits.length(joined) <= _QUOTED or not parts[-1]:
            parts[-1] = joined
        else:
            parts.append(sentence)
    return parts


def _counted(number: int, parts: Sequence[str], language: Language) -> str:
    if len(parts) == 1:
        return ""
    part = digest_words_in(language).part.format(number=number + 1, of=len(parts))
    return f" · {part}"

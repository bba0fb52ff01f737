"""A passage, whole, with its place, its source and the other passages that fit."""

from collections.abc import Sequence

from bot.core.answering import Found, Match
from bot.core.folding import words as folded
from bot.core.statement import Language, Passage, Statement, Text
from bot.rendering import blocks, limits
from bot.rendering.citations import citation
from bot.rendering.message import Message
from bot.rendering.mrkdwn import bold, escape, link
from bot.rendering.phrases import date_in, passage_name, text_of, where_in
from bot.rendering.references import OPEN_SOURCE, SHOW_PASSAGE, Reference
from bot.rendering.words import words_in


def render_found(found: Found, language: Language) -> Message:
    """The best passage quoted whole, and the others to pick."""
    words, statement = words_in(language), found.statement
    first, *others = found.matches[: 1 + limits.ACTIONS_ELEMENTS]
    title = bold(statement.theme(first.passage.theme).title.to(language))
    notes = _notes(statement, first, language)
    names = _names(statement, others, language)
    shown = [
        blocks.section(title),
        blocks.quotation(first.passage.quote),
        blocks.context(*notes),
        blocks.actions(open_source(statement, first.passage, language)),
        *_others(statement, others, names, language),
        blocks.context(citation(statement, language)),
    ]
    text = text_of(
        (
            title,
            f"> {escape(first.passage.quote)}",
            *notes,
            link(address_of(statement, first.passage), words.open_source),
            f"{words.others}: {escape('; '.join(names))}" if names else "",
            citation(statement, language),
        )
    )
    return Message(text, tuple(shown))


def _notes(statement: Statement, match: Match, language: Language) -> list[str]:
    """Where it stands, why it was found, and which documents people take it for."""
    words, passage = words_in(language), match.passage
    where = where_in(statement, passage, language)
    neighbours = [statement.neighbour(id) for id in passage.neighbours]
    also = [
        words.see_also.format(
            title=escape(neighbour.title.to(language)), date=date_in(words, neighbour.date)
        )
        for neighbour in neighbours[: limits.CONTEXT_ELEMENTS - 2]
    ]
    return [note for note in (where, _why(statement, match, language), *also) if note]


def _why(statement: Statement, match: Match, language: Language) -> str:
    """What matched, where the passage and its title do not show it."""
    words = words_in(language)
    if match.how == "chance":
        return words.by_chance
    title = statement.theme(match.passage.theme).title
    if match.alias is None or (match.how == "words" and _evident(match.alias, match, title)):
        return ""
    if match.alias in (title.en, title.ko):
        return words.matched_title.format(title=escape(match.alias))
    return words.matched.format(alias=escape(match.alias), theme=escape(title.to(language)))


def _evident(alias: str, match: Match, title: Text) -> bool:
    shown = {*folded(match.passage.quote), *folded(title.en), *folded(title.ko)}
    return shown.issuperset(folded(alias))


def open_source(statement: Statement, passage: Passage, language: Language) -> blocks.Element:
    """The button that opens the source at the passage."""
    words = words_in(language)
    return blocks.link_button(
        OPEN_SOURCE,
        words.open_source,
        address_of(statement, passage),
        words.open_source_at.format(passage=passage_name(statement, passage, language)),
    )


def address_of(statement: Statement, passage: Passage) -> str:
    """The passage's own link; the plain address where a button cannot hold it."""
    fits = limits.length(passage.link) <= limits.BUTTON_URL
    return passage.link if fits else statement.archive_url


def _names(statement: Statement, others: Sequence[Match], language: Language) -> list[str]:
    """What the other passages are called; a number tells those of one paragraph apart."""
    plain = [passage_name(statement, match.passage, language) for match in others]
    counted = [plain[: place + 1].count(name) for place, name in enumerate(plain)]
    return [
        f"{name} ({number})" if plain.count(name) > 1 else name
        for name, number in zip(plain, counted, strict=True)
    ]


def _others(
    statement: Statement, others: Sequence[Match], names: Sequence[str], language: Language
) -> list[blocks.Block]:
    if not others:
        return []
    buttons = [
        blocks.button(
            f"{SHOW_PASSAGE}:{number}",
            name,
            Reference(statement.slug, match.passage.id, language).value,
            f"{name}: {match.passage.quote}",
        )
        for number, (match, name) in enumerate(zip(others, names, strict=True), start=1)
    ]
    return [blocks.context(words_in(language).others), blocks.actions(*buttons)]

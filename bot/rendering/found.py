"""A passage, whole, with its place, its source and the other passages that fit."""

from collections.abc import Sequence
from functools import lru_cache

from bot.core.answering import Found, Match
from bot.core.folding import words as folded
from bot.core.statement import Language, Passage, Statement, Text
from bot.rendering import blocks, limits
from bot.rendering.citations import below_quotation
from bot.rendering.feedback import feedback_block
from bot.rendering.message import Message
from bot.rendering.mrkdwn import escape, link
from bot.rendering.phrases import (
    date_in,
    label_of,
    passage_name,
    text_of,
    theme_title,
    where_in,
)
from bot.rendering.references import (
    CITE,
    OPEN_SOURCE,
    READ_PARAGRAPH,
    SHARE,
    SHOW_PASSAGE,
    Reference,
)
from bot.rendering.surface import Surface
from bot.rendering.words import answer_words_in, words_in

# What is read out of another passage goes on with its first words, and ends in an ellipsis.
_NAME = limits.ACCESSIBILITY_LABEL - 1


def render_found(found: Found, language: Language, surface: Surface) -> Message:
    """The best passage quoted whole, and the others to pick."""
    words, statement = words_in(language), found.statement
    first, *others = found.matches[: 1 + limits.ACTIONS_ELEMENTS]
    title = theme_title(statement.theme(first.passage.theme).title, language)
    cited = below_quotation(statement, language)
    notes = _notes(statement, first, language)
    names = _names(statement, others, language)
    shown = [
        blocks.section(title),
        blocks.quotation(first.passage.quote),
        blocks.context(*notes),
        blocks.actions(*_buttons(statement, first.passage, language, surface)),
        *_others(statement, first, others, names, language),
        blocks.context(cited),
        # A passage picked at random is nobody's idea of the right one.
        *_feedback(statement, first, language, surface),
    ]
    text = text_of(
        (
            title,
            f"> {escape(first.passage.quote)}",
            *notes,
            link(address_of(statement, first.passage), words.open_source),
            f"{words.others}: {escape('; '.join(names))}" if names else "",
            cited,
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
    shown = _words(match.passage.quote) | _words(title.en) | _words(title.ko)
    return _words(alias) <= shown


@lru_cache(maxsize=4_096)
def _words(text: str) -> frozenset[str]:
    """The words of a quote, a title or an alias."""
    return frozenset(folded(text))


def _buttons(
    statement: Statement, passage: Passage, language: Language, surface: Surface
) -> list[blocks.Element]:
    """What can be done with a passage; what everybody sees already needs no sharing."""
    words = answer_words_in(language)
    labels = {READ_PARAGRAPH: words.read_in_context, SHARE: words.share, CITE: words.cite}
    if surface == "public":
        del labels[SHARE]
    value = Reference(statement.slug, passage.id, language).value
    name = passage_name(statement, passage, language)
    return [
        open_source(statement, passage, language),
        *(
            blocks.button(id, label, value, words.described.format(label=label, passage=name))
            for id, label in labels.items()
        ),
    ]


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
        label_of(
            *(statement, match.passage, language, _NAME),
            number=f" ({number})" if plain.count(name) > 1 else "",
        )
        for match, name, number in zip(others, plain, counted, strict=True)
    ]


def _others(
    statement: Statement,
    first: Match,
    others: Sequence[Match],
    names: Sequence[str],
    language: Language,
) -> list[blocks.Block]:
    if not others:
        return []
    ids = [first.passage.id, *(match.passage.id for match in others)]
    buttons = [
        blocks.button(
            f"{SHOW_PASSAGE}:{number}",
            name,
            _among(ids, statement, match.passage, language).value,
            f"{name}: {match.passage.quote}",
        )
        for number, (match, name) in enumerate(zip(others, names, strict=True), start=1)
    ]
    return [blocks.context(words_in(language).others), blocks.actions(*buttons)]


def _among(
    ids: Sequence[str], statement: Statement, passage: Passage, language: Language
) -> Reference:
    """The passage, with those that are shown beside it whichever of them is picked."""
    others = tuple(id for id in ids if id != passage.id)
    return Reference(statement.slug, passage.id, language, others)


def _feedback(
    statement: Statement, match: Match, language: Language, surface: Surface
) -> list[blocks.Block]:
    """Whether it was the right one: not where Slack takes no such block, nor where any will do."""
    if surface == "view" or match.how == "chance":
        return []
    return [feedback_block(statement, match.passage, language)]

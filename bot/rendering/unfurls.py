"""The card below a link to a statement: https://docs.slack.dev/messaging/unfurling-links-in-messages

Slack takes no rich text here, so a quotation is a block quote of mrkdwn.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, assert_never

from bot.core.addresses import Linked, LinkedParagraph, LinkedPassage, LinkedStatement
from bot.core.linking import passage_link
from bot.core.sentences import sentences
from bot.core.statement import Language, Statement
from bot.rendering import blocks, limits
from bot.rendering.blocks import Block
from bot.rendering.citations import below_quotation
from bot.rendering.contents import about_line
from bot.rendering.found import open_source
from bot.rendering.mrkdwn import bold, escape
from bot.rendering.phrases import text_of, theme_title, where_in
from bot.rendering.references import OPEN_SOURCE
from bot.rendering.words import link_words_in, words_in

Card = dict[str, Any]
# More would bury the message that the links stand in.
MOST_CARDS = 5
_ISSUERS = 1000
# What mrkdwn would not show as it stands, and cannot be escaped.
_MARKUP = re.compile(r"[*_~`]|:[\w+'-]+:")


@dataclass(frozen=True, slots=True)
class _Said:
    """A quotation (raw) under its heading (mrkdwn), and its place (mrkdwn); `title` is raw."""

    title: str
    heading: str
    quote: str
    where: str


def render_unfurls(links: Mapping[str, Linked], language: Language) -> dict[str, Card]:
    """The cards of a message's links, by address: one for each place, in order, while they fit."""
    cards: dict[str, Card] = {}
    shown: list[Linked] = []
    room = limits.TEXT_OF_ALL_BLOCKS
    for address, linked in links.items():
        if linked not in shown and len(cards) < MOST_CARDS:
            card = render_unfurl(linked, language)
            room -= _written(card)
            if room < 0:
                break
            cards[address] = card
            shown.append(linked)
    return cards


def render_unfurl(linked: Linked, language: Language) -> Card:
    """The passage that a link opens, the paragraph, or what the statement is."""
    match linked:
        case LinkedPassage(statement, passage):
            title = statement.theme(passage.theme).title
            where = where_in(statement, passage, language)
            heading = theme_title(title, language)
            said = _Said(title.to(language), heading, passage.quote, where)
            button = open_source(statement, passage, language)
            return _quoted(statement, said, button, language)
        case LinkedParagraph(statement, paragraph):
            return _paragraph(statement, paragraph, language)
        case LinkedStatement(statement):
            return _statement(statement, language)
        case unreachable:
            assert_never(unreachable)


def _quoted(statement: Statement, said: _Said, button: blocks.Element, language: Language) -> Card:
    shown, note = _quotation(said.quote, language)
    return _card(
        said.title,
        blocks.section(said.heading),
        *shown,
        blocks.context(*filter(None, (note, said.where))),
        blocks.actions(button),
        blocks.context(below_quotation(statement, language)),
    )


def _paragraph(statement: Statement, paragraph: int, language: Language) -> Card:
    section = next(one for one in statement.sections if paragraph in one).title.to(language)
    where = words_in(language).where.format(paragraph=paragraph, section=escape(section))
    title = link_words_in(language).paragraph.format(paragraph=paragraph)
    quote = statement.paragraphs[paragraph - 1]
    link = passage_link(statement.archive_url, "\n\n".join(statement.paragraphs), quote)
    named = words_in(language).open_source_at.format(passage=title)
    button = _button(statement, link, named, language)
    return _quoted(statement, _Said(title, bold(title), quote, where), button, language)


def _statement(statement: Statement, language: Language) -> Card:
    words, title = link_words_in(language), statement.title.to(language)
    issuers = limits.fitting(map(escape, statement.issuers), _ISSUERS)
    named = words.open_statement.format(title=title)
    return _card(
        title,
        blocks.section(text_of((bold(title), about_line(statement, language)))),
        blocks.context(text_of(issuers)),
        blocks.section(words.how_to_ask),
        blocks.actions(_button(statement, statement.archive_url, named, language)),
    )


def _button(statement: Statement, link: str, named: str, language: Language) -> blocks.Element:
    """The button to the source, at the address itself where a button cannot hold the link."""
    fits = limits.length(link) <= limits.BUTTON_URL
    address = link if fits else statement.archive_url
    return blocks.link_button(OPEN_SOURCE, words_in(language).open_source, address, named)


def _card(title: str, *shown: Block) -> Card:
    """`preview` is what stands in the composer while the message is still being written."""
    return {"blocks": list(shown), "preview": {"title": blocks.plain(title)}}


def _quotation(quote: str, language: Language) -> tuple[list[Block], str]:
    """The quotation whole, or as many of its first sentences as fit, with a note that says so."""
    words, every = link_words_in(language), sentences(quote)
    if block := _literal(quote):
        return [block], ""
    for count in range(len(every) - 1, 0, -1):
        if block := _literal(" ".join(every[:count])):
            return [block], words.shortened.format(shown=count, of=len(every))
    return [], words.unquoted


def _literal(quote: str) -> Block | None:
    """A block that shows the words as they stand; None where it cannot hold them."""
    block: Block
    if _MARKUP.search(quote):
        block = {"type": "section", "text": blocks.plain(f"“{quote}”")}
    else:
        block = blocks.section("\n".join(f"> {escape(line)}" for line in quote.splitlines()))
    return block if limits.length(block["text"]["text"]) <= limits.SECTION_TEXT else None


def _written(piece: object) -> int:
    """How much text stands in a card."""
    if isinstance(piece, Mapping):
        inside = sum(map(_written, piece.values()))
        text = piece.get("text")
        return inside + (limits.length(text) if isinstance(text, str) else 0)
    return sum(map(_written, piece)) if isinstance(piece, list) else 0

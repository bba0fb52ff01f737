"""What is said where there is nothing to quote; nothing that a person typed is repeated."""

from bot.core.answering import NotFound
from bot.core.statement import Language
from bot.rendering import blocks
from bot.rendering.message import Message
from bot.rendering.mrkdwn import escape
from bot.rendering.phrases import date_in, text_of
from bot.rendering.themes import theme_buttons, theme_lines
from bot.rendering.words import words_in


def render_not_found(miss: NotFound, language: Language) -> Message:
    """That the statement does not say it, which document may, and the nearest themes."""
    words, statement = words_in(language), miss.statement
    said = [words.not_found.format(title=escape(statement.title.to(language)))]
    if miss.neighbour:
        title = escape(miss.neighbour.title.to(language))
        day = date_in(words, miss.neighbour.date)
        said.append(words.neighbour.format(title=title, date=day))
    shown = blocks.sections(said)
    if miss.nearest:
        said += [words.nearest, *theme_lines(miss.nearest, language)]
        shown += [
            blocks.section(words.nearest),
            theme_buttons(statement, miss.nearest, language),
        ]
    shown.append(blocks.context(words.see_contents))
    return Message(text_of((*said, words.see_contents)), tuple(shown))


def render_gone(language: Language) -> Message:
    """A button or a menu that leads nowhere: forged, or older than the digest."""
    words = words_in(language)
    return Message(words.gone, (blocks.section(words.gone),))


def render_apology(id: str) -> Message:
    """An unknown error under its id, in both languages: the one asked in may not be known."""
    said = [words_in(language).apology.format(id=escape(id)) for language in ("en", "ko")]
    return Message(text_of(said), tuple(blocks.sections(said)))

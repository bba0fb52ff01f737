"""What is said where there is nothing to quote; nothing that a person typed is repeated."""

from bot.core.answering import NotFound
from bot.core.statement import Language
from bot.rendering import blocks
from bot.rendering.message import Message
from bot.rendering.mrkdwn import escape
from bot.rendering.phrases import date_in, text_of
from bot.rendering.themes import theme_buttons, theme_lines
from bot.rendering.words import search_words_in, words_in

_BOTH: tuple[Language, ...] = ("en", "ko")


def render_not_found(miss: NotFound, language: Language) -> Message:
    """That the statement does not say it, which document may, and the nearest themes."""
    return _missed(miss, words_in(language).not_found, language)


def render_nothing_in_message(miss: NotFound, language: Language) -> Message:
    """The same of a message that somebody else may have written."""
    return _missed(miss, search_words_in(language).nothing_in_message, language)


def render_no_words(language: Language) -> Message:
    """A message that holds nothing to look up."""
    said = search_words_in(language).no_words
    return Message(said, (blocks.section(said),))


def _missed(miss: NotFound, sentence: str, language: Language) -> Message:
    words, statement = words_in(language), miss.statement
    said = [sentence.format(title=escape(statement.title.to(language)))]
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


def render_not_opened(language: Language) -> Message:
    """That Slack opened no modal for a click in time."""
    words = words_in(language)
    return Message(words.not_opened, (blocks.section(words.not_opened),))


def render_gone(language: Language) -> Message:
    """A button or a menu that leads nowhere: forged, or older than the digest."""
    words = words_in(language)
    return Message(words.gone, (blocks.section(words.gone),))


def render_too_fast() -> Message:
    """That somebody asks too much at once, in both languages."""
    return _in_both(*(words_in(language).too_fast for language in _BOTH))


def render_busy() -> Message:
    """That there is too much to do for an answer in time, in both languages."""
    return _in_both(*(words_in(language).busy for language in _BOTH))


def render_apology(id: str) -> Message:
    """An unknown error under its id, in both languages: the one asked in may not be known."""
    return _in_both(*(words_in(language).apology.format(id=escape(id)) for language in _BOTH))


def _in_both(*said: str) -> Message:
    return Message(text_of(said), tuple(blocks.sections(said)))

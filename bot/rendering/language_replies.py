"""What is said of the language that somebody is answered in, in that very language."""

from bot.core.statement import Language
from bot.rendering.digest_replies import said
from bot.rendering.message import Message
from bot.rendering.words import home_words_in


def render_chosen(chosen: Language | None, language: Language) -> Message:
    """That it is this language from now on, or that it follows Slack again."""
    words = home_words_in(language)
    return said(
        (words.language_chosen if chosen else words.language_automatic, words.language_ways)
    )


def render_language(chosen: Language | None, language: Language) -> Message:
    """Which language it is, and how it is changed."""
    words = home_words_in(language)
    return said(
        (words.language_as_chosen if chosen else words.language_followed, words.language_ways)
    )


def render_unknown_language(language: Language) -> Message:
    """Which languages there are."""
    words = home_words_in(language)
    return said((words.language_unknown, words.language_ways))


def render_choose_in_private(language: Language) -> Message:
    """Where a language is chosen, said where others read along."""
    return said((home_words_in(language).language_in_private,))

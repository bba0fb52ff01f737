"""What is said to whoever installed the bot, and to those whose workspace has not."""

from bot.core.answering import theme_answer
from bot.core.statement import Language, Statement
from bot.rendering import blocks
from bot.rendering.answers import render
from bot.rendering.message import Message
from bot.rendering.mrkdwn import escape, link
from bot.rendering.phrases import text_of
from bot.rendering.words import install_words_in


def render_welcome(statement: Statement, language: Language) -> Message:
    """The statement's first theme, answered as whenever somebody asks, and how to go on."""
    words, theme = install_words_in(language), statement.themes[0]
    title, about = escape(statement.title.to(language)), escape(theme.title.to(language))
    greeting = words.welcome.format(title=title, theme=about)
    answer = render(theme_answer(statement, theme), language)
    ways = (words.welcome_ask, words.welcome_digest, words.welcome_help)
    shown = (blocks.section(greeting), *answer.blocks, *blocks.sections(ways))
    return Message(text_of((greeting, answer.text, *ways)), shown)


def render_not_installed(address: str) -> Message:
    """That the bot is not installed, in both languages: nobody's can be known."""
    shown = link(address, address)
    return _in_both(
        *(install_words_in(one).not_installed.format(address=shown) for one in ("en", "ko"))
    )


def render_storage_away() -> Message:
    """That the database cannot be reached, in both languages."""
    return _in_both(*(install_words_in(one).storage_away for one in ("en", "ko")))


def _in_both(*said: str) -> Message:
    return Message(text_of(said), tuple(blocks.sections(said)))

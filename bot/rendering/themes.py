"""Themes to pick from."""

from collections.abc import Sequence

from bot.core.answering import Choices
from bot.core.statement import Language, Statement, Theme
from bot.rendering import blocks
from bot.rendering.message import Message
from bot.rendering.mrkdwn import escape
from bot.rendering.phrases import text_of
from bot.rendering.references import SHOW_THEME, Reference
from bot.rendering.words import words_in


def render_choices(choices: Choices, language: Language) -> Message:
    """The themes that fit, each a button."""
    words = words_in(language)
    shown = (
        blocks.section(words.choose),
        theme_buttons(choices.statement, choices.themes, language),
    )
    return Message(text_of((words.choose, *theme_lines(choices.themes, language))), shown)


def theme_buttons(
    statement: Statement, themes: Sequence[Theme], language: Language
) -> blocks.Block:
    """A row of buttons that show a theme each."""
    return blocks.actions(
        *(
            blocks.button(
                f"{SHOW_THEME}:{number}",
                theme.title.to(language),
                Reference(statement.slug, theme.id, language).value,
            )
            for number, theme in enumerate(themes, start=1)
        )
    )


def theme_lines(themes: Sequence[Theme], language: Language) -> list[str]:
    """The same themes as lines of text."""
    return [f"• {escape(theme.title.to(language))}" for theme in themes]

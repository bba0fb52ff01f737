"""What is said in conversations alone: answers that go on from the last one, and suggestions."""

from dataclasses import dataclass

from bot.core.continuing import Continued, Ended, Unanchored, Whole
from bot.core.statement import Language, Statement, Theme
from bot.rendering import blocks
from bot.rendering.answers import render
from bot.rendering.contents import theme_menu
from bot.rendering.message import Message
from bot.rendering.paragraphs import render_paragraph
from bot.rendering.phrases import text_of
from bot.rendering.surface import Surface
from bot.rendering.themes import theme_lines
from bot.rendering.words import talk_words_in

# One prompt of the four is for the contents.
_THEMES = 3


@dataclass(frozen=True, slots=True)
class Prompts:
    """What is suggested to whoever opens the direct message: pairs of a label and of the words."""

    title: str
    pairs: tuple[tuple[str, str], ...]


def render_continued(
    continued: Continued, language: Language, surface: Surface
) -> tuple[Message, ...]:
    """The answer in one message; only a paragraph too long for one goes on in another."""
    match continued:
        case Whole(statement, passage):
            return render_paragraph(statement, passage, language)
        case Ended():
            return (_ended(continued, language),)
        case Unanchored():
            said = talk_words_in(language).unanchored
            return (Message(said, (blocks.section(said),)),)
        case answer:
            return (render(answer, language, surface),)


def _ended(ended: Ended, language: Language) -> Message:
    """That nothing is left that way, and every theme to pick instead."""
    said = talk_words_in(language).ended[ended.way]
    themes = theme_lines(ended.statement.themes, language)
    menu = theme_menu(ended.statement, language)
    return Message(text_of((said, *themes)), (blocks.section(said), *menu))


def suggested(statement: Statement, language: Language) -> Prompts:
    """One theme of each of three sections, and the contents."""
    words = talk_words_in(language)
    titles = [theme.title.to(language) for theme in _telling(statement)]
    contents = (words.contents, words.contents_prompt)
    return Prompts(words.prompts, (*((title, title) for title in titles), contents))


def _telling(statement: Statement) -> list[Theme]:
    """Of each section, those without a number last, the theme that people have most words for."""
    richest: dict[int, Theme] = {}
    for theme in sorted(statement.themes, key=_aliases):
        richest[theme.passages[0].section] = theme
    numbered = sorted(richest, key=lambda place: (statement.sections[place].number is None, place))
    return [richest[place] for place in sorted(numbered[:_THEMES])]


def _aliases(theme: Theme) -> int:
    return len(theme.aliases) + sum(len(passage.aliases) for passage in theme.passages)

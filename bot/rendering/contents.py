"""The outline of a statement or of one section, with its themes to pick."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.answering import Contents
from bot.core.statement import Language, Section, Statement, Theme
from bot.rendering import blocks
from bot.rendering.citations import citation
from bot.rendering.limits import SELECT_GROUPS
from bot.rendering.message import Message
from bot.rendering.mrkdwn import bold, escape
from bot.rendering.phrases import date_in, paragraphs_of, text_of, theme_count
from bot.rendering.references import PICK_THEME, Reference
from bot.rendering.words import words_in


@dataclass(frozen=True, slots=True)
class _Part:
    """A section and the themes whose first passage stands in it."""

    section: Section
    themes: tuple[Theme, ...]


def render_contents(contents: Contents, language: Language) -> Message:
    """The sections with their paragraphs and number of themes, or one section's themes by name."""
    statement, parts = contents.statement, _parts(contents.statement)
    if contents.section:
        parts = [part for part in parts if part.section == contents.section]
        lines = _section_lines(parts[0], language)
    else:
        lines = _statement_lines(statement, parts, language)
    hint, cited = words_in(language).contents_hint, citation(statement, language)
    shown = (
        *blocks.sections(lines),
        *_menu(statement, parts, language),
        blocks.context(hint),
        blocks.context(cited),
    )
    themes = [_theme_line(theme, language) for part in parts for theme in part.themes]
    text = lines if contents.section else [*lines, *themes]
    return Message(text_of((*text, hint, cited)), shown)


def _parts(statement: Statement) -> list[_Part]:
    return [
        _Part(section, tuple(t for t in statement.themes if t.passages[0].section == number))
        for number, section in enumerate(statement.sections)
    ]


def _statement_lines(statement: Statement, parts: Sequence[_Part], language: Language) -> list[str]:
    words = words_in(language)
    about = words.statement.format(
        place=escape(statement.place),
        date=date_in(words, statement.date),
        paragraphs=len(statement.paragraphs),
        themes=theme_count(words, len(statement.themes)),
    )
    sections = [_section_line(part, language) for part in parts]
    return [bold(statement.title.to(language)), about, *sections]


def _section_line(part: _Part, language: Language) -> str:
    words = words_in(language)
    return words.section_line.format(
        section=escape(part.section.title.to(language)),
        paragraphs=paragraphs_of(words, part.section),
        themes=theme_count(words, len(part.themes)),
    )


def _section_lines(part: _Part, language: Language) -> list[str]:
    themes = [_theme_line(theme, language) for theme in part.themes]
    return [_section_line(part, language), *themes]


def _theme_line(theme: Theme, language: Language) -> str:
    """A theme and the paragraphs it has passages in."""
    words = words_in(language)
    numbers = dict.fromkeys(passage.paragraph for passage in theme.passages)
    places = ", ".join(words.place.format(paragraph=number) for number in numbers)
    return words.theme_line.format(theme=escape(theme.title.to(language)), paragraphs=places)


def _menu(statement: Statement, parts: Sequence[_Part], language: Language) -> list[blocks.Block]:
    groups = [
        group
        for part in parts
        for group in blocks.option_groups(
            part.section.title.to(language),
            [
                blocks.option(
                    theme.title.to(language),
                    Reference(statement.slug, theme.id, language).value,
                )
                for theme in part.themes
            ],
        )
    ]
    if not groups:
        return []
    placeholder = words_in(language).pick_theme
    return [blocks.actions(blocks.menu(PICK_THEME, placeholder, groups[:SELECT_GROUPS]))]

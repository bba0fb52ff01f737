"""The outline of a statement or of one section, with its themes to pick."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from bot.core.answering import Contents
from bot.core.statement import Language, Section, Statement, Theme
from bot.rendering import blocks, limits
from bot.rendering.citations import citation
from bot.rendering.message import Message
from bot.rendering.mrkdwn import bold, escape
from bot.rendering.phrases import (
    date_in,
    paragraph_count,
    paragraphs_of,
    section_count,
    section_name,
    text_of,
    theme_count,
    theme_title,
)
from bot.rendering.references import PICK_THEME, Reference
from bot.rendering.words import words_in

# What the text of all blocks is shared out to; the citation and the hint have the rest.
_LINES = min(limits.SECTION_TEXT, limits.TEXT_OF_ALL_BLOCKS * 30 // 100)
_MENU = limits.TEXT_OF_ALL_BLOCKS * 40 // 100
# Of the text that screen readers get, which names every theme.
_THEMES = limits.TOP_LEVEL_TEXT * 75 // 100
_OTHERS = limits.TEXT_OF_ALL_BLOCKS * 6 // 100


@dataclass(frozen=True, slots=True)
class Part:
    """A section and the themes whose first passage stands in it."""

    section: Section
    themes: tuple[Theme, ...]


def render_contents(contents: Contents, language: Language) -> Message:
    """The sections with their paragraphs and number of themes, or one section's themes by name."""
    statement, parts = contents.statement, parts_of(contents.statement)
    missing = _missing(contents, language)
    if contents.section:
        parts = [part for part in parts if part.section == contents.section]
        lines = [*missing, *_section_lines(parts[0], language)]
    else:
        lines = [*missing, *_statement_lines(statement, parts, language)]
    others = also_here(contents.others, language)
    hint, cited = words_in(language).contents_hint, citation(statement, language)
    shown = (
        *blocks.sections(limits.fitting(lines, _LINES)),
        *_menu(statement, parts, language),
        blocks.context(hint),
        *blocks.sections(others),
        blocks.context(cited),
    )
    themes = _theme_lines([theme for part in parts for theme in part.themes], language, _THEMES)
    text = lines if contents.section else [*lines, *themes]
    return Message(text_of((*text, hint, *others, cited)), shown)


def _missing(contents: Contents, language: Language) -> list[str]:
    """How many of such places there are, where one was asked for that is not there."""
    words, statement = words_in(language), contents.statement
    match contents.missing:
        case None:
            return []
        case "paragraph":
            return [paragraph_count(words, len(statement.paragraphs))]
        case "section":
            return [section_count(words, len(statement.numbered_sections))]
        case unreachable:
            assert_never(unreachable)


def also_here(others: Sequence[Statement], language: Language) -> list[str]:
    """The other statements by title; nothing where there are none."""
    # One by one: of very many only those are written that fit.
    titles = (f"• {escape(other.title.to(language))}" for other in others)
    return [words_in(language).also_here, *limits.fitting(titles, _OTHERS)] if others else []


def parts_of(statement: Statement) -> list[Part]:
    """The sections of a statement, each with its themes."""
    return [
        Part(section, tuple(t for t in statement.themes if t.passages[0].section == number))
        for number, section in enumerate(statement.sections)
    ]


def _statement_lines(statement: Statement, parts: Sequence[Part], language: Language) -> list[str]:
    sections = [section_line(part, language) for part in parts]
    return [bold(statement.title.to(language)), about_line(statement, language), *sections]


def about_line(statement: Statement, language: Language) -> str:
    """Where and when it was made, and how much there is of it."""
    words = words_in(language)
    return words.statement.format(
        place=escape(statement.place.to(language)),
        date=date_in(words, statement.date),
        paragraphs=len(statement.paragraphs),
        themes=theme_count(words, len(statement.themes)),
    )


def section_line(part: Part, language: Language) -> str:
    """A section with its paragraphs and number of themes."""
    words = words_in(language)
    return words.section_line.format(
        section=escape(section_name(part.section, language)),
        paragraphs=paragraphs_of(words, part.section),
        themes=theme_count(words, len(part.themes)),
    )


def _section_lines(part: Part, language: Language) -> list[str]:
    section = section_line(part, language)
    room = _LINES - limits.length(section)
    return [section, *_theme_lines(part.themes, language, room)]


def _theme_lines(themes: Sequence[Theme], language: Language, room: int) -> list[str]:
    """The themes in both languages; in one alone where there is no room for both."""
    lines = [_theme_line(theme, theme_title(theme.title, language), language) for theme in themes]
    if limits.length(text_of(lines)) <= room:
        return lines
    return [_theme_line(theme, escape(theme.title.to(language)), language) for theme in themes]


def _theme_line(theme: Theme, title: str, language: Language) -> str:
    """A theme under that title, and the paragraphs it has passages in."""
    words = words_in(language)
    numbers = dict.fromkeys(passage.paragraph for passage in theme.passages)
    places = ", ".join(words.place.format(paragraph=number) for number in numbers)
    return words.theme_line.format(theme=title, paragraphs=places)


def theme_menu(statement: Statement, language: Language) -> list[blocks.Block]:
    """The menu of all themes; empty where there are none."""
    return _menu(statement, parts_of(statement), language)


def _menu(statement: Statement, parts: Sequence[Part], language: Language) -> list[blocks.Block]:
    """The themes under their sections; the more there are, the shorter their labels."""
    most = _MENU // (len(parts) + sum(len(part.themes) for part in parts))
    groups = [
        group
        for part in parts
        for group in blocks.option_groups(
            section_name(part.section, language),
            [_option(statement, theme, language, most) for theme in part.themes],
            most,
        )
    ]
    if not groups:
        return []
    placeholder = words_in(language).pick_theme
    return [blocks.actions(blocks.menu(PICK_THEME, placeholder, groups[: limits.SELECT_GROUPS]))]


def _option(statement: Statement, theme: Theme, language: Language, most: int) -> blocks.Element:
    value = Reference(statement.slug, theme.id, language).value
    return blocks.option(theme.title.to(language), value, most)

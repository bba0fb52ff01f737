"""The outline of the statement as the Home shows it, each section with its themes to browse."""

from collections.abc import Sequence

from bot.core.statement import Language, Statement, Theme
from bot.rendering import blocks, limits
from bot.rendering.blocks import Block, Element, plain
from bot.rendering.contents import Part, about_line, also_here, parts_of, section_line
from bot.rendering.home_actions import BROWSE_THEME
from bot.rendering.phrases import other_than, section_name
from bot.rendering.references import Reference
from bot.rendering.words import home_words_in


def outline_blocks(
    statement: Statement, others: Sequence[Statement], language: Language
) -> list[Block]:
    """The sections, with their paragraphs and number of themes, and what else is quoted."""
    parts = enumerate(parts_of(statement), start=1)
    return [
        blocks.header(home_words_in(language).outline),
        blocks.section(about_line(statement, language)),
        *(_section(statement, part, number, language) for number, part in parts),
        *blocks.sections(also_here(others, language)),
    ]


def _section(statement: Statement, part: Part, number: int, language: Language) -> Block:
    line = section_line(part, language)
    if not part.themes:
        return blocks.section(line)
    named = home_words_in(language).pick_from.format(section=section_name(part.section, language))
    options = [_option(statement, theme, language) for theme in part.themes]
    menu = {
        "type": "static_select",
        "action_id": f"{BROWSE_THEME}:{number}",
        "placeholder": plain(limits.cut(named, limits.PLACEHOLDER)),
        "options": options[: limits.SELECT_OPTIONS],
    }
    return blocks.section(line, menu)


def _option(statement: Statement, theme: Theme, language: Language) -> Element:
    """A theme by its title, with the one of the other language below."""
    value = Reference(statement.slug, theme.id, language).value
    option = blocks.option(theme.title.to(language), value)
    below = limits.cut(theme.title.to(other_than(language)), limits.OPTION_DESCRIPTION)
    return {**option, "description": plain(below)}

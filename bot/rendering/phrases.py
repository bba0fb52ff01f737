"""Small phrases that several messages share: dates, places and how a passage is called."""

from collections.abc import Iterable
from datetime import date

from bot.core.statement import Language, Passage, Section, Statement
from bot.rendering.words import Words, words_in


def date_in(words: Words, day: date) -> str:
    """A date of the past as a person writes it; no time zone can move it."""
    return words.date.format(
        month=words.months[day.month - 1], month_number=day.month, day=day.day, year=day.year
    )


def passage_name(statement: Statement, passage: Passage, language: Language) -> str:
    """A passage by its theme and paragraph, raw."""
    title = statement.theme(passage.theme).title.to(language)
    return words_in(language).passage.format(theme=title, paragraph=passage.paragraph)


def paragraphs_of(words: Words, section: Section) -> str:
    if section.first == section.last:
        return words.place.format(paragraph=section.first)
    return words.range.format(first=section.first, last=section.last)


def theme_count(words: Words, count: int) -> str:
    return words.one_theme if count == 1 else words.themes.format(count=count)


def text_of(lines: Iterable[str]) -> str:
    """Lines of mrkdwn as one text, the empty ones left out."""
    return "\n".join(filter(None, lines))

"""Small phrases that several messages share: dates, places and how a passage is called."""

from collections.abc import Iterable
from datetime import date

from bot.core.statement import Language, Passage, Section, Statement, Text
from bot.rendering.limits import cut, length
from bot.rendering.mrkdwn import bold, escape
from bot.rendering.words import Words, words_in


def date_in(words: Words, day: date) -> str:
    """A date of the past as a person writes it; no time zone can move it."""
    return words.date.format(
        month=words.months[day.month - 1], month_number=day.month, day=day.day, year=day.year
    )


def other_than(language: Language) -> Language:
    """The other of the bot's two languages."""
    return "en" if language == "ko" else "ko"


def theme_title(title: Text, language: Language) -> str:
    """A theme's title in bold, and after it the one in the other language, where that differs."""
    shown, other = title.to(language), title.to(other_than(language))
    return bold(shown) if shown == other else f"{bold(shown)} · {escape(other)}"


def passage_name(statement: Statement, passage: Passage, language: Language) -> str:
    """A passage by its theme and paragraph, raw."""
    title = statement.theme(passage.theme).title.to(language)
    return words_in(language).passage.format(theme=title, paragraph=passage.paragraph)


def label_of(
    statement: Statement, passage: Passage, language: Language, most: int, number: str = ""
) -> str:
    """The same no longer than `most`: the theme gives way, and not what tells passages apart."""
    sentence, title = words_in(language).passage, statement.theme(passage.theme).title.to(language)
    room = most - length(sentence.format(theme="", paragraph=passage.paragraph) + number)
    return sentence.format(theme=cut(title, room), paragraph=passage.paragraph) + number


def where_in(statement: Statement, passage: Passage, language: Language) -> str:
    """The paragraph and the section that a passage stands in."""
    section = statement.sections[passage.section].title.to(language)
    return words_in(language).where.format(paragraph=passage.paragraph, section=escape(section))


def paragraphs_of(words: Words, section: Section) -> str:
    if section.first == section.last:
        return words.place.format(paragraph=section.first)
    return words.range.format(first=section.first, last=section.last)


def section_name(section: Section, language: Language) -> str:
    """A section by its title, after its number where it has one, raw."""
    title = section.title.to(language)
    if section.number is None:
        return title
    return words_in(language).numbered.format(number=section.number, section=title)


def paragraph_count(words: Words, count: int) -> str:
    """A sentence that says how many paragraphs the statement has."""
    return (words.one_paragraph if count == 1 else words.paragraphs).format(count=count)


def section_count(words: Words, count: int) -> str:
    """A sentence that says how many numbered sections the statement has."""
    sentence = {0: words.no_section, 1: words.one_section}.get(count, words.sections)
    return sentence.format(count=count)


def theme_count(words: Words, count: int) -> str:
    return words.one_theme if count == 1 else words.themes.format(count=count)


def text_of(lines: Iterable[str]) -> str:
    """Lines of mrkdwn as one text, the empty ones left out."""
    return "\n".join(filter(None, lines))

"""An answer as an assistant gets it; pure."""

from typing import assert_never

from bot.assistants.quoting import document, part, quotation, source, subjects
from bot.assistants.results import SearchResult
from bot.core.answering import Answer, Choices, Contents, Found, Help, NotFound, Thanks
from bot.core.statement import Language, Statement
from bot.rendering.phrases import date_in
from bot.rendering.words import assistant_words_in, words_in


def searched(answer: Answer, language: Language) -> SearchResult:
    """The answer with its labels in that language; what asks for nothing gets the outline."""
    match answer:
        case Found():
            return _found(answer, language)
        case Choices():
            return _choices(answer, language)
        case Contents():
            return _contents(answer, language)
        case Help(statement) | Thanks(statement):
            return _contents(Contents(statement), language)
        case NotFound():
            return _not_found(answer, language)
        case unreachable:
            assert_never(unreachable)


def _found(found: Found, language: Language) -> SearchResult:
    words, statement = assistant_words_in(language), found.statement
    return SearchResult(
        outcome="found",
        message=words.found,
        instruction=words.quote,
        passages=tuple(quotation(statement, match.passage, language) for match in found.matches),
        source=source(statement, language),
    )


def _choices(choices: Choices, language: Language) -> SearchResult:
    words, statement = assistant_words_in(language), choices.statement
    return SearchResult(
        outcome="choices",
        message=words.choices,
        instruction=words.quote,
        passages=tuple(
            quotation(statement, theme.passages[0], language) for theme in choices.themes
        ),
        themes=subjects(statement, choices.themes, language),
        source=source(statement, language),
    )


def _contents(contents: Contents, language: Language) -> SearchResult:
    statement = contents.statement
    sections = (contents.section,) if contents.section else statement.sections
    return SearchResult(
        outcome="contents",
        message=_outlined(contents, language),
        instruction=assistant_words_in(language).browse,
        contents=tuple(part(statement, section, language) for section in sections),
        source=source(statement, language),
    )


def _outlined(contents: Contents, language: Language) -> str:
    """What the outline is, after a word on the place that is not there."""
    words, statement = assistant_words_in(language), contents.statement
    match contents.missing:
        case "paragraph":
            return f"{words.no_paragraph.format(count=len(statement.paragraphs))} {words.contents}"
        case "section":
            count = len(statement.numbered_sections)
            return f"{words.no_section.format(count=count)} {words.contents}"
        case None:
            return words.contents
        case unreachable:
            assert_never(unreachable)


def _not_found(miss: NotFound, language: Language) -> SearchResult:
    words, statement = assistant_words_in(language), miss.statement
    return SearchResult(
        outcome="not_found",
        message=_declined(statement, miss, language),
        instruction=words.decline,
        themes=subjects(statement, miss.nearest, language),
        neighbour=document(miss.neighbour, language) if miss.neighbour else None,
        source=source(statement, language),
    )


def _declined(statement: Statement, miss: NotFound, language: Language) -> str:
    words = assistant_words_in(language)
    said = words.not_found.format(title=statement.title.to(language))
    if not miss.neighbour:
        return said
    day = date_in(words_in(language), miss.neighbour.date)
    elsewhere = words.elsewhere.format(title=miss.neighbour.title.to(language), date=day)
    return f"{said} {elsewhere}"

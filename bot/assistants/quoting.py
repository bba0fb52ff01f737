"""Statements and passages as an assistant gets them; pure."""

from collections.abc import Iterable, Sequence

from bot.assistants.results import Document, Part, PassageResult, Quotation, Source, Subject
from bot.core.library import Library
from bot.core.statement import Language, Neighbour, Passage, Section, Statement, Theme
from bot.rendering.phrases import date_in
from bot.rendering.words import assistant_words_in, words_in


def passage_id(statement: Statement, passage: Passage) -> str:
    """The passage's id among those of every statement."""
    return f"{statement.slug}/{passage.id}"


def passage_named(library: Library, id: str) -> tuple[Statement, Passage] | None:
    """The passage of that id, or None; without a statement's name the first that has it."""
    slug, _, own = id.strip().rpartition("/")
    slugs = [slug] if slug else [statement.slug for statement in library.statements]
    found = (library.passage(slug, own) for slug in slugs)
    return next(filter(None, found), None)


def read(statement: Statement, passage: Passage, language: Language) -> PassageResult:
    """A passage with its paragraph, its section and its neighbours in the statement's order."""
    ids = [passage_id(statement, each) for each in in_order(statement)]
    place = ids.index(passage_id(statement, passage))
    return PassageResult(
        instruction=assistant_words_in(language).quote,
        passage=quotation(statement, passage, language),
        whole_paragraph=statement.paragraphs[passage.paragraph - 1],
        section=part(statement, statement.sections[passage.section], language),
        previous=ids[place - 1] if place else None,
        next=ids[place + 1] if place + 1 < len(ids) else None,
        source=source(statement, language),
    )


def in_order(statement: Statement) -> Sequence[Passage]:
    """Every passage as they follow one another in the text."""

    def place(passage: Passage) -> tuple[int, int]:
        paragraph = statement.paragraphs[passage.paragraph - 1]
        return passage.paragraph, paragraph.find(passage.quote)

    return sorted(statement.passages(), key=place)


def quotation(statement: Statement, passage: Passage, language: Language) -> Quotation:
    """The passage, word for word, and where it stands."""
    return Quotation(
        id=passage_id(statement, passage),
        theme=statement.theme(passage.theme).title.to(language),
        section=statement.sections[passage.section].title.to(language),
        paragraph=passage.paragraph,
        quote=passage.quote,
        link=passage.link,
        citation=citation(statement, passage, language),
        see_also=tuple(document(statement.neighbour(id), language) for id in passage.neighbours),
    )


def citation(statement: Statement, passage: Passage, language: Language) -> str:
    """The statement's title, place and date, and the passage's paragraph, in plain text."""
    words = words_in(language)
    cited = words.citation.format(
        title=statement.title.to(language),
        place=statement.place.to(language),
        date=date_in(words, statement.date),
    )
    return f"{cited} {words.place.format(paragraph=passage.paragraph)}."


def document(neighbour: Neighbour, language: Language) -> Document:
    return Document(title=neighbour.title.to(language), date=neighbour.date)


def source(statement: Statement, language: Language) -> Source:
    """Which statement it is, and where it can be read."""
    return Source(
        title=statement.title.to(language),
        issuers=statement.issuers,
        place=statement.place.to(language),
        date=statement.date,
        archived=statement.archive_url,
        original=statement.source_url,
    )


def subjects(
    statement: Statement, themes: Iterable[Theme], language: Language
) -> tuple[Subject, ...]:
    """The themes by title, with the ids of their passages."""
    return tuple(
        Subject(
            title=theme.title.to(language),
            passages=tuple(passage_id(statement, passage) for passage in theme.passages),
        )
        for theme in themes
    )


def part(statement: Statement, section: Section, language: Language) -> Part:
    """A section, and the themes whose first passage stands in it."""
    themes = [theme for theme in statement.themes if theme.passages[0].paragraph in section]
    return Part(
        number=section.number,
        title=section.title.to(language),
        first_paragraph=section.first,
        last_paragraph=section.last,
        themes=subjects(statement, themes, language),
    )

"""The same results as plain text, for assistants that read no structured content; pure."""

from collections.abc import Iterator

from bot.assistants.results import Part, PassageResult, Quotation, SearchResult, Subject
from bot.core.statement import Language
from bot.rendering.phrases import date_in
from bot.rendering.words import assistant_words_in, words_in


def search_text(result: SearchResult, language: Language) -> str:
    """All that a search found."""
    themes = [_subject(theme) for theme in result.themes]
    if result.outcome == "not_found" and themes:
        themes.insert(0, assistant_words_in(language).nearest)
    return _joined(
        [result.message],
        *(_quoted(passage, language) for passage in result.passages),
        # Of choices the passages tell the themes.
        themes if not result.passages else [],
        *(_outlined(part, language) for part in result.contents),
        [result.instruction],
    )


def passage_text(result: PassageResult, language: Language) -> str:
    """A passage, its paragraph, and where to read on."""
    words = assistant_words_in(language)
    around = [
        words.previous.format(id=result.previous) if result.previous else "",
        words.next.format(id=result.next) if result.next else "",
    ]
    return _joined(
        _quoted(result.passage, language),
        [
            words.paragraph.format(number=result.passage.paragraph),
            f"> {result.whole_paragraph}",
        ],
        list(filter(None, around)),
        [result.instruction],
    )


def _joined(*blocks: list[str]) -> str:
    return "\n\n".join("\n".join(lines) for lines in blocks if lines)


def _quoted(passage: Quotation, language: Language) -> list[str]:
    words, said = assistant_words_in(language), words_in(language)
    where = said.where.format(paragraph=passage.paragraph, section=passage.section)
    return [
        f"{passage.theme} · {where}",
        f"> {passage.quote}",
        words.source.format(link=passage.link),
        words.citation.format(citation=passage.citation),
        *(
            words.see_also.format(title=other.title, date=date_in(said, other.date))
            for other in passage.see_also
        ),
        words.id.format(id=passage.id),
    ]


def _outlined(part: Part, language: Language) -> list[str]:
    return list(_outline_lines(part, language))


def _outline_lines(part: Part, language: Language) -> Iterator[str]:
    words = words_in(language)
    title = part.title
    if part.number is not None:
        title = words.numbered.format(number=part.number, section=title)
    yield f"{title} · " + (
        words.place.format(paragraph=part.first_paragraph)
        if part.first_paragraph == part.last_paragraph
        else words.range.format(first=part.first_paragraph, last=part.last_paragraph)
    )
    yield from map(_subject, part.themes)


def _subject(theme: Subject) -> str:
    return f"- {theme.title} ({', '.join(theme.passages)})"

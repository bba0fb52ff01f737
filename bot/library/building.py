"""From a digest whose every promise holds to the values that the bot quotes."""

from bot.core.linking import passage_link
from bot.core.statement import Lexicon, Neighbour, Passage, Section, Statement, Text, Theme
from bot.library.schema import (
    Label,
    PassageEntry,
    StatementFile,
    SynonymsFile,
    ThemeEntry,
    Words,
)
from bot.library.source import Source


def lexicon_of(decoys: Words, synonyms: SynonymsFile, fillers: Words, common: Words) -> Lexicon:
    """The word lists, both languages in one."""
    groups = tuple(group.both() for group in synonyms.root)
    return Lexicon(decoys.both(), groups, fillers.both(), common.both())


def statement_of(slug: str, draft: StatementFile, source: Source, lexicon: Lexicon) -> Statement:
    """The statement that a proofed digest describes."""
    return Statement(
        slug=slug,
        title=_text(draft.title),
        issuers=tuple(draft.issuers),
        place=draft.place,
        date=draft.date,
        source_url=draft.source_url,
        archive_url=draft.archive_url,
        paragraphs=source.paragraphs,
        sections=_sections(draft),
        themes=tuple(_theme(theme, draft, source) for theme in draft.themes),
        neighbours=tuple(
            Neighbour(near.id, _text(near.title), near.date, near.aliases.both())
            for near in draft.neighbours
        ),
        lexicon=lexicon,
    )


def _sections(draft: StatementFile) -> tuple[Section, ...]:
    return tuple(
        Section(_text(section.title), section.paragraphs[0], section.paragraphs[1])
        for section in draft.sections
    )


def _theme(entry: ThemeEntry, draft: StatementFile, source: Source) -> Theme:
    passages = tuple(_passage(passage, entry.id, draft, source) for passage in entry.passages)
    return Theme(entry.id, _text(entry.title), entry.aliases.both(), passages)


def _passage(entry: PassageEntry, theme: str, draft: StatementFile, source: Source) -> Passage:
    quote = " ".join(entry.quote.split())
    section = [entry.paragraph in section for section in _sections(draft)].index(True)
    return Passage(
        id=entry.id,
        theme=theme,
        section=section,
        paragraph=entry.paragraph,
        quote=quote,
        link=passage_link(draft.archive_url, source.whole, quote),
        aliases=entry.aliases.both(),
        neighbours=tuple(entry.neighbours),
    )


def _text(label: Label) -> Text:
    return Text(label.en, label.ko)

"""From a digest whose every promise holds to the values that the bot quotes."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import count

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
        place=_text(draft.place),
        date=draft.date,
        source_url=draft.source_url,
        archive_url=draft.archive_url,
        paragraphs=source.paragraphs,
        sections=tuple(_sections(draft, source)),
        themes=tuple(_theme(theme, draft, source) for theme in draft.themes),
        neighbours=tuple(
            Neighbour(near.id, _text(near.title), near.date, near.aliases.both())
            for near in draft.neighbours
        ),
        lexicon=lexicon,
        surnames=tuple(draft.surnames),
        names=draft.names.both(),
    )


def _sections(draft: StatementFile, source: Source) -> Iterator[Section]:
    """The sections, those under a heading of the source numbered from 1."""
    begun = {paragraph for paragraph, _ in source.headings}
    numbers = count(1)
    for entry in draft.sections:
        first, last = entry.paragraphs
        number = next(numbers) if first in begun else None
        yield Section(_text(entry.title), first, last, number)


def _theme(entry: ThemeEntry, draft: StatementFile, source: Source) -> Theme:
    passages = tuple(_passage(passage, entry.id, draft, source) for passage in entry.passages)
    return Theme(entry.id, _text(entry.title), entry.aliases.both(), passages)


def _passage(entry: PassageEntry, theme: str, draft: StatementFile, source: Source) -> Passage:
    quote = " ".join(entry.quote.split())
    begun = [section.paragraphs[0] for section in draft.sections]
    return Passage(
        id=entry.id,
        theme=theme,
        section=bisect_right(begun, entry.paragraph) - 1,
        paragraph=entry.paragraph,
        quote=quote,
        link=passage_link(draft.archive_url, source.whole, quote),
        aliases=entry.aliases.both(),
        neighbours=tuple(entry.neighbours),
    )


def _text(label: Label) -> Text:
    return Text(label.en, label.ko)

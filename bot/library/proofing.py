"""What a digest promises, checked against its source; each check yields keys and sentences."""

from collections import Counter
from collections.abc import Iterable, Iterator

from bot.core.folding import words
from bot.core.sentences import sentences
from bot.library.composing import Key
from bot.library.documents import spelt
from bot.library.names import Name, Told, collisions, entries_of, unmatchable
from bot.library.schema import PassageEntry, StatementFile
from bot.library.source import Source

MOST_SENTENCES = 3
# A paragraph that is asked for by its number is shown whole, each further passage as a button.
MOST_IN_PARAGRAPH = 25


def proofed(draft: StatementFile, source: Source, names: tuple[Name, ...]) -> Iterator[Told]:
    """Every promise that statement.yaml breaks, the whole file through."""
    yield from _digest(draft, source)
    yield from _names(draft)
    yield from _surnames(draft)
    yield from _sections(draft, len(source.paragraphs))
    yield from _headings(draft, source)
    yield from _ids(draft)
    yield from _passages(draft, source)
    yield from unmatchable(names)
    yield from collisions(draft, names)


def passages_in(draft: StatementFile) -> Iterator[tuple[Key, PassageEntry]]:
    """Every passage with its key path, theme by theme."""
    for i, theme in enumerate(draft.themes):
        for j, passage in enumerate(theme.passages):
            yield ("themes", i, "passages", j), passage


def _digest(draft: StatementFile, source: Source) -> Iterator[Told]:
    if draft.sha256 != source.sha256:
        yield (
            ("sha256",),
            (
                f"source.txt is not the text this was written for: its sha256 is {source.sha256};"
                " restore the file, or write that here if it was changed on purpose"
            ),
        )


def _names(draft: StatementFile) -> Iterator[Told]:
    for path, name in entries_of(draft.names):
        if not words(name):
            yield ("names", *path), f"“{name}” has no letter or digit, so nobody can write it"


def _surnames(draft: StatementFile) -> Iterator[Told]:
    called = {word for issuer in draft.issuers for word in issuer.partition(",")[0].split()}
    for place, surname in enumerate(draft.surnames):
        if surname not in called:
            yield ("surnames", place), f"no issuer has the name {surname}"


def _sections(draft: StatementFile, paragraphs: int) -> Iterator[Told]:
    expected = 1
    for place, section in enumerate(draft.sections):
        first, last = section.paragraphs
        key = ("sections", place, "paragraphs")
        if first != expected:
            yield key, f"the section begins at paragraph {first}; it must begin at {expected}"
        if last < first:
            yield key, f"the section ends at paragraph {last}, before it begins"
        expected = last + 1
    if expected != paragraphs + 1:
        yield (
            ("sections",),
            (f"the sections end at paragraph {expected - 1} and source.txt at {paragraphs}"),
        )


def _headings(draft: StatementFile, source: Source) -> Iterator[Told]:
    begun = {section.paragraphs[0]: place for place, section in enumerate(draft.sections)}
    for paragraph, heading in source.headings:
        place = begun.get(paragraph)
        if place is None:
            yield ("sections",), f"no section begins at paragraph {paragraph}, under “{heading}”"
        elif draft.sections[place].title.en != heading:
            key = ("sections", place, "title", "en")
            yield key, f"the heading in source.txt is “{heading}”"


def _ids(draft: StatementFile) -> Iterator[Told]:
    yield from _repeated((("themes", i, "id"), t.id) for i, t in enumerate(draft.themes))
    yield from _repeated(((*key, "id"), passage.id) for key, passage in passages_in(draft))
    yield from _repeated((("neighbours", i, "id"), n.id) for i, n in enumerate(draft.neighbours))


def _repeated(ids: Iterable[tuple[Key, str]]) -> Iterator[Told]:
    first: dict[str, Key] = {}
    for key, id in ids:
        if id in first:
            yield key, f"the id {id} is taken already, at {spelt(first[id])}"
        first.setdefault(id, key)


def _passages(draft: StatementFile, source: Source) -> Iterator[Told]:
    known = {near.id for near in draft.neighbours}
    told = Counter[int]()
    for key, passage in passages_in(draft):
        yield from _quote(key, passage, source)
        told[passage.paragraph] += 1
        if told[passage.paragraph] == MOST_IN_PARAGRAPH + 1:
            here = (*key, "paragraph")
            yield here, f"a paragraph can have at most {MOST_IN_PARAGRAPH} passages"
        for place, near in enumerate(passage.neighbours):
            if near not in known:
                yield (*key, "neighbours", place), f"no neighbour has the id {near}"


def _quote(key: Key, passage: PassageEntry, source: Source) -> Iterator[Told]:
    quote = " ".join(passage.quote.split())
    here = (*key, "quote")
    if (count := len(sentences(quote))) > MOST_SENTENCES:
        yield here, f"the quote has {count} sentences; a passage has at most {MOST_SENTENCES}"
    match source.places(quote):
        case () if quote in source.whole:
            yield here, "the quote runs over the end of a paragraph; a passage stands in one"
        case ():
            yield here, f"the quote is not in source.txt: {source.difference(quote)}"
        case (place,):
            if source.cuts_a_word(quote):
                yield here, "the quote begins or ends inside a word of source.txt"
            if place != passage.paragraph:
                yield (*key, "paragraph"), f"the quote stands in paragraph {place}"
        case places:
            yield here, f"the quote stands in source.txt {len(places)} times; lengthen it"

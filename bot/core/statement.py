"""A public statement as frozen values: sections, themes, passages and what people call them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

Language = Literal["en", "ko"]


@dataclass(frozen=True, slots=True)
class Text:
    """A label in both languages of the bot."""

    en: str
    ko: str

    def to(self, language: Language) -> str:
        return self.ko if language == "ko" else self.en


@dataclass(frozen=True, slots=True)
class Section:
    """A run of paragraphs; one without a heading in the source (the opening) has no number."""

    title: Text
    first: int
    last: int
    number: int | None = None

    def __contains__(self, paragraph: int) -> bool:
        return self.first <= paragraph <= self.last


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another document that people confuse with this statement; it is named, never quoted."""

    id: str
    title: Text
    date: date
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A verbatim quotation, the place it stands in, and what people call it."""

    id: str
    theme: str
    section: int
    paragraph: int
    quote: str
    link: str
    aliases: tuple[str, ...]
    neighbours: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject of the statement and its passages, in the statement's order."""

    id: str
    title: Text
    aliases: tuple[str, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists beside a digest: what they hold is told in knowledge/README.md."""

    decoys: tuple[str, ...]
    synonyms: tuple[tuple[str, ...], ...]
    fillers: tuple[str, ...]
    common: tuple[str, ...]


@dataclass(frozen=True)
class Statement:
    """One proofed statement: every quote in it stands in its source, character for character."""

    slug: str
    title: Text
    issuers: tuple[str, ...]
    place: Text
    date: date
    source_url: str
    archive_url: str
    paragraphs: tuple[str, ...]
    sections: tuple[Section, ...]
    themes: tuple[Theme, ...]
    neighbours: tuple[Neighbour, ...]
    lexicon: Lexicon
    # The family names of those issuers who are persons, as they stand in `issuers`.
    surnames: tuple[str, ...] = ()
    # What people call it beside its title, where there are several.
    names: tuple[str, ...] = ()

    def passages(self) -> Iterator[Passage]:
        """Every passage, theme by theme."""
        for theme in self.themes:
            yield from theme.passages

    @cached_property
    def _themes(self) -> dict[str, Theme]:
        return {theme.id: theme for theme in self.themes}

    @cached_property
    def _passages(self) -> dict[str, Passage]:
        return {passage.id: passage for passage in self.passages()}

    @cached_property
    def _neighbours(self) -> dict[str, Neighbour]:
        return {neighbour.id: neighbour for neighbour in self.neighbours}

    @property
    def numbered_sections(self) -> tuple[Section, ...]:
        """The sections that stand under a heading."""
        return tuple(section for section in self.sections if section.number is not None)

    def section_numbered(self, number: int) -> Section | None:
        """The section under that heading, counted from 1, or None where there are fewer."""
        return next((section for section in self.sections if section.number == number), None)

    def theme(self, id: str) -> Theme:
        """The theme of that id; raises KeyError where there is none."""
        return self._themes[id]

    def theme_named(self, id: str) -> Theme | None:
        """The theme of that id, or None where there is none."""
        return self._themes.get(id)

    def passage(self, id: str) -> Passage | None:
        """The passage of that id, or None where there is none."""
        return self._passages.get(id)

    def neighbour(self, id: str) -> Neighbour:
        """The neighbouring document of that id; raises KeyError where there is none."""
        return self._neighbours[id]

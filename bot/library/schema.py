"""The keys of a digest's files and the shapes of their values; proofing tells if they are true.

YAML hands every value over as text (documents.py), so numbers and dates alone are parsed here.
"""

import html
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, RootModel, StringConstraints
from pydantic_core import PydanticCustomError

LONGEST_ALIAS = 100
LONGEST_TITLE = 300
LONGEST_SECTION_TITLE = 150
LONGEST_THEME_TITLE = 120
LONGEST_PLACE = 100
LONGEST_ADDRESS = 400
LONGEST_QUOTE = 2_500
MOST_SECTIONS = 20
MOST_THEMES = 100
MOST_PASSAGES = 20


def _within(most: int) -> AfterValidator:
    """At most so many characters as Slack counts them: escaped, and an emoji for two."""

    def proofed(text: str) -> str:
        if len(html.escape(text, quote=False).encode("utf-16-le")) // 2 > most:
            said = "this must not be longer than {most} characters"
            raise PydanticCustomError("too_long_to_show", said, {"most": most})
        return text

    return AfterValidator(proofed)


Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Address = Annotated[str, StringConstraints(pattern=r"^https://[^\s#|]+$"), _within(LONGEST_ADDRESS)]
Alias = Annotated[Line, _within(LONGEST_ALIAS)]
# Short enough for two of them and a language to fit into the value of a Slack menu option.
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Number = Annotated[int, Field(strict=False, ge=1)]


class Entry(BaseModel):
    """What every mapping of a digest has in common: it cannot change, and has no other keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Label(Entry):
    """A title in both languages."""

    en: Annotated[Line, _within(LONGEST_TITLE)]
    ko: Annotated[Line, _within(LONGEST_TITLE)]


class SectionLabel(Label):
    """The title of a section."""

    en: Annotated[Line, _within(LONGEST_SECTION_TITLE)]
    ko: Annotated[Line, _within(LONGEST_SECTION_TITLE)]


class ThemeLabel(Label):
    """The title of a theme."""

    en: Annotated[Line, _within(LONGEST_THEME_TITLE)]
    ko: Annotated[Line, _within(LONGEST_THEME_TITLE)]


class PlaceLabel(Label):
    """Where the statement was made."""

    en: Annotated[Line, _within(LONGEST_PLACE)]
    ko: Annotated[Line, _within(LONGEST_PLACE)]


class Words(Entry):
    """A list of words or phrases for each language."""

    en: list[Alias] = []
    ko: list[Alias] = []

    def both(self) -> tuple[str, ...]:
        return (*self.en, *self.ko)


class SectionEntry(Entry):
    """A heading, and the first and last paragraph under it."""

    title: SectionLabel
    paragraphs: Annotated[list[Number], Field(min_length=2, max_length=2)]


class NeighbourEntry(Entry):
    """A document that is named and never quoted."""

    id: Id
    title: Label
    date: Annotated[date, Field(strict=False)]
    aliases: Words


class PassageEntry(Entry):
    """A quotation, its paragraph counted from 1, and what people call it."""

    id: Id
    paragraph: Number
    quote: Annotated[Line, _within(LONGEST_QUOTE)]
    neighbours: list[Id] = []
    aliases: Words


class ThemeEntry(Entry):
    """A subject; aliases of its own only where it has several passages."""

    id: Id
    title: ThemeLabel
    aliases: Words = Words()
    passages: Annotated[list[PassageEntry], Field(min_length=1, max_length=MOST_PASSAGES)]


class StatementFile(Entry):
    """statement.yaml."""

    title: Label
    issuers: Annotated[list[Line], Field(min_length=1)]
    names: Words = Words()
    surnames: list[Line] = []
    place: PlaceLabel
    date: Annotated[date, Field(strict=False)]
    source_url: Address
    archive_url: Address
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    sections: Annotated[list[SectionEntry], Field(min_length=1, max_length=MOST_SECTIONS)]
    neighbours: list[NeighbourEntry] = []
    shared: Words = Words()
    themes: Annotated[list[ThemeEntry], Field(min_length=1, max_length=MOST_THEMES)]


class SynonymsFile(RootModel[list[Words]]):
    """synonyms.yaml: groups of words that stand for each other."""

    model_config = ConfigDict(frozen=True, strict=True)

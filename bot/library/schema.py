"""The keys of a digest's files and the shapes of their values; proofing tells if they are true.

YAML hands every value over as text (documents.py), so numbers and dates alone are parsed here.
"""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, RootModel, StringConstraints

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Address = Annotated[str, StringConstraints(pattern=r"^https://[^\s#]+$")]
# Short enough for two of them and a language to fit into the value of a Slack menu option.
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Number = Annotated[int, Field(strict=False, ge=1)]


class Entry(BaseModel):
    """What every mapping of a digest has in common: it cannot change, and has no other keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Label(Entry):
    """A title in both languages."""

    en: Line
    ko: Line


class Words(Entry):
    """A list of words or phrases for each language."""

    en: list[Line] = []
    ko: list[Line] = []

    def both(self) -> tuple[str, ...]:
        return (*self.en, *self.ko)


class SectionEntry(Entry):
    """A heading, and the first and last paragraph under it."""

    title: Label
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
    quote: Line
    neighbours: list[Id] = []
    aliases: Words


class ThemeEntry(Entry):
    """A subject; aliases of its own only where it has several passages."""

    id: Id
    title: Label
    aliases: Words = Words()
    passages: Annotated[list[PassageEntry], Field(min_length=1)]


class StatementFile(Entry):
    """statement.yaml."""

    title: Label
    issuers: Annotated[list[Line], Field(min_length=1)]
    place: Line
    date: Annotated[date, Field(strict=False)]
    source_url: Address
    archive_url: Address
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    sections: Annotated[list[SectionEntry], Field(min_length=1)]
    neighbours: list[NeighbourEntry] = []
    shared: Words = Words()
    themes: Annotated[list[ThemeEntry], Field(min_length=1)]


class SynonymsFile(RootModel[list[Words]]):
    """synonyms.yaml: groups of words that stand for each other."""

    model_config = ConfigDict(frozen=True, strict=True)

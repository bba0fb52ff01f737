"""What an assistant gets back; the descriptions become the tools' output schemas."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Outcome = Literal["found", "choices", "contents", "not_found"]


class Result(BaseModel):
    """A frozen value that has a JSON schema."""

    model_config = ConfigDict(frozen=True)


class Document(Result):
    """Another document that people confuse with this statement; it is named, never quoted."""

    title: str
    date: date


class Source(Result):
    """The statement that everything here is quoted from."""

    title: str
    issuers: tuple[str, ...]
    place: str
    date: date
    archived: Annotated[str, Field(description="Where it can be read: the archived copy.")]
    original: Annotated[str, Field(description="Where it was published; gone since January 2025.")]


class Quotation(Result):
    """A passage of the statement, word for word, with its place."""

    id: Annotated[str, Field(description="For get_passage.")]
    theme: str
    section: str
    paragraph: Annotated[int, Field(description="Counted from 1 through the whole statement.")]
    quote: Annotated[
        str,
        Field(description="The official English text, character for character. Never reword it."),
    ]
    link: Annotated[str, Field(description="Opens the source at this very passage.")]
    citation: str
    see_also: Annotated[
        tuple[Document, ...],
        Field(description="Other documents on the same subject, which this statement is not."),
    ] = ()


class Subject(Result):
    """A theme of the statement."""

    title: str
    passages: Annotated[tuple[str, ...], Field(description="Their ids, for get_passage.")]


class Part(Result):
    """A section of the statement and its themes."""

    number: int | None
    title: str
    first_paragraph: int
    last_paragraph: int
    themes: tuple[Subject, ...]


class SearchResult(Result):
    """What the statement says about the words that were searched."""

    outcome: Annotated[
        Outcome,
        Field(
            description="found: passages, best first. choices: several themes fit about equally,"
            " each with its first passage. contents: the outline, for an empty query or one such as"
            " `contents` or `section 2`. not_found: the statement does not say it."
        ),
    ]
    message: Annotated[str, Field(description="The outcome in a sentence or two.")]
    instruction: Annotated[str, Field(description="How to use this result.")]
    passages: tuple[Quotation, ...] = ()
    themes: Annotated[
        tuple[Subject, ...],
        Field(description="The themes to choose from, or the nearest where nothing was found."),
    ] = ()
    contents: tuple[Part, ...] = ()
    neighbour: Annotated[
        Document | None,
        Field(description="The document that may say it, where this statement does not."),
    ] = None
    source: Source


class PassageResult(Result):
    """A passage, and what stands round it."""

    instruction: Annotated[str, Field(description="How to use this result.")]
    passage: Quotation
    whole_paragraph: Annotated[
        str, Field(description="The paragraph that it stands in, word for word.")
    ]
    section: Part
    previous: Annotated[str | None, Field(description="The id of the passage before it.")]
    next: Annotated[str | None, Field(description="The id of the passage after it.")]
    source: Source

"""What the tools take; the descriptions become their input schemas."""

from typing import Annotated, Any

from pydantic import BaseModel, Field
from pydantic.json_schema import SkipJsonSchema

from bot.core.request import LONGEST_QUERY
from bot.core.statement import Language

SEARCH, GET = "search_statement", "get_passage"
# Longer than any id is; what is longer is refused before it is looked up.
LONGEST_ID = 200


def _without_default(schema: dict[str, Any]) -> None:
    """Leave a default of null out of the schema: clients would send it."""
    schema.pop("default", None)


_Language = Annotated[
    Language | SkipJsonSchema[None],
    Field(
        description="The language of titles and notes; the quotation is always in English.",
        json_schema_extra=_without_default,
    ),
]


class SearchArguments(BaseModel):
    """What search_statement takes; without a language it answers in that of the query."""

    query: Annotated[
        str,
        Field(
            max_length=LONGEST_QUERY,
            description="What to look for, in English or Korean: a subject, a question or a few"
            " words; or a place, such as `paragraph 5` or `section 2`; or `contents`.",
        ),
    ]
    language: _Language = None


class GetArguments(BaseModel):
    """What get_passage takes."""

    id: Annotated[
        str, Field(max_length=LONGEST_ID, description="As a result of search_statement names it.")
    ]
    language: _Language = None

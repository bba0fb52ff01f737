"""A parsed file against the schema: the typed content, or a sentence for every wrong value."""

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.core.errors import BrokenDigest
from bot.library.documents import Document, document_of

Content = TypeVar("Content", bound=BaseModel)

_SENTENCES = {
    "missing": "the key is missing",
    "extra_forbidden": "no such key is known here",
    "string_type": "this must be one text, not a list or a mapping",
    "string_too_short": "this must not be empty",
    "string_too_long": "this must not be longer than {max_length} characters",
    "too_short": "this must have {min_length} entries or more",
    "too_long": "this must not have more than {max_length} entries",
    "list_type": "this must be a list",
    "model_type": "this must be a mapping of keys",
    "int_parsing": "this must be a whole number",
    "greater_than_equal": "this must be 1 or more",
    "date_from_datetime_parsing": "this must be a date, such as 2023-04-26",
    "date_parsing": "this must be a date, such as 2023-04-26",
}
_PATTERNS = {
    "sha256": "this must be 64 hexadecimal digits",
    "source_url": "this must be an https:// address without # and |",
    "archive_url": "this must be an https:// address without # and |",
}
_ID = "an id is made of small letters, digits and single hyphens"


@dataclass(frozen=True, slots=True)
class File(Generic[Content]):
    """A file's typed content, with the document that its faults are pointed out in."""

    document: Document
    content: Content


def file_of(path: Path, schema: type[Content]) -> File[Content]:
    """The file, parsed and typed; raises BrokenDigest with every fault of its form."""
    document = document_of(path)
    try:
        return File(document, schema.model_validate(document.content))
    except ValidationError as error:
        wrong = error.errors(include_url=False)
    raise BrokenDigest(document.faults((fault["loc"], _sentence(fault)) for fault in wrong))


def _sentence(fault: ErrorDetails) -> str:
    if fault["type"] == "string_pattern_mismatch":
        return _PATTERNS.get(str(fault["loc"][-1]), _ID)
    if sentence := _SENTENCES.get(fault["type"]):
        return sentence.format_map(fault.get("ctx", {}))
    return f"{fault['msg'][:1].lower()}{fault['msg'][1:]}"

"""A parsed file against the schema: the typed content, or a sentence for every wrong value."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.core.errors import BrokenDigest
from bot.library.composing import Key
from bot.library.documents import Document, document_of

Content = TypeVar("Content", bound=BaseModel)
# Looks at all values of a file together, whether or not each is right by itself.
Proof = Callable[[object], Iterable[tuple[Key, str]]]

_SENTENCES = {
    "missing": "the key is missing",
    "extra_forbidden": "no such key is known here",
    "string_type": "this must be one text, not a list or a mapping",
    "string_too_short": "this must not be empty",
    "string_too_long": "this must not be longer than {max_length} characters",
    "too_short": "this must have {min_length} entries or more",
    "too_long": "this must not have more than {max_length} entries",
    "list_type": "this must be a list",
    "frozen_set_type": "this must be a list in brackets",
    "model_type": "this must be a mapping of keys",
    "int_parsing": "this must be a whole number",
    "literal_error": "this must be {expected}",
    "greater_than_equal": "this must be 1 or more",
    "date_from_datetime_parsing": "this must be a date, such as 2023-04-26",
    "date_parsing": "this must be a date, such as 2023-04-26",
}
_PATTERNS = {
    "sha256": "this must be 64 hexadecimal digits",
    "source_url": "this must be an https:// address without # and |",
    "archive_url": "this must be an https:// address without # and |",
    "channel": "this must be a channel's id, such as C0123456789; Slack shows it in its details",
    "team": "this must be a workspace's id, such as T0123456789, or left out for the bot's own",
}
_ID = "an id is made of small letters, digits and single hyphens"


@dataclass(frozen=True, slots=True)
class File(Generic[Content]):
    """A file's typed content, with the document that its faults are pointed out in."""

    document: Document
    content: Content


def file_of(
    path: Path, schema: type[Content], known: object = None, proof: Proof = lambda content: ()
) -> File[Content]:
    """The file, parsed and typed, `known` being the context of the schema's validators.

    Raises BrokenDigest with every fault of its form, and with those that the proof finds.
    """
    document = document_of(path)
    told = list(proof(document.content))
    try:
        content = schema.model_validate(document.content, context=known)
    except ValidationError as error:
        told += ((fault["loc"], _sentence(fault)) for fault in error.errors(include_url=False))
    if told:
        raise BrokenDigest(tuple(sorted(document.faults(told), key=lambda fault: fault.line)))
    return File(document, content)


def _sentence(fault: ErrorDetails) -> str:
    if fault["type"] == "string_pattern_mismatch":
        return _PATTERNS.get(str(fault["loc"][-1]), _ID)
    if sentence := _SENTENCES.get(fault["type"]):
        return sentence.format_map(fault.get("ctx", {}))
    return f"{fault['msg'][:1].lower()}{fault['msg'][1:]}"

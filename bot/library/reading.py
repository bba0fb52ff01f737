"""A statement's folder -> the proofed Statement, or every fault of it at once."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bot.core.errors import BrokenDigest, Fault
from bot.core.statement import Statement
from bot.library.beside import names_of_two
from bot.library.building import lexicon_of, statement_of
from bot.library.files import text_of
from bot.library.names import names_in
from bot.library.proofing import passages_in, proofed
from bot.library.schema import StatementFile, SynonymsFile, Words
from bot.library.shelves import (
    COMMON,
    DECOYS,
    FILLERS,
    SOURCE,
    STATEMENT,
    SYNONYMS,
    knowledge_folder,
    statement_folders,
    stray_folders,
)
from bot.library.source import source_of
from bot.library.validation import file_of
from bot.library.wordlists import names_among_fillers, spoken_decoys

_SLUG = re.compile(r"(?!.{61})[a-z0-9]+(-[a-z0-9]+)*")
Read = TypeVar("Read")


def read_statements(folder: Path | None = None) -> tuple[Statement, ...]:
    """Every statement of the folder (the bot's own where none is given), by name.

    Raises BrokenDigest with the faults of all of them, or where there is none.
    """
    unnamed = f"the folder holds files, but neither {STATEMENT} nor {SOURCE}"
    faults = [Fault(str(stray), 1, "", unnamed) for stray in stray_folders(folder)]
    folders = statement_folders(folder)
    read = [_kept(faults, read_statement, found) for found in folders]
    whole = [(path, found) for path, found in zip(folders, read, strict=True) if found]
    faults += names_of_two(whole)
    if not read and not faults:
        shelf = str(folder or knowledge_folder())
        faults.append(Fault(shelf, 1, "", f"no folder here holds a {STATEMENT}"))
    if faults:
        raise BrokenDigest(tuple(faults))
    return tuple(statement for _, statement in whole)


def read_statement(folder: Path) -> Statement:
    """The folder's statement, proofed; raises BrokenDigest with every fault of its files."""
    faults = _misnamed(folder)
    source = _kept(faults, lambda path: source_of(text_of(path)), folder / SOURCE)
    digest = _kept(faults, lambda path: file_of(path, StatementFile), folder / STATEMENT)
    decoys = _kept(faults, lambda path: file_of(path, Words), folder / DECOYS)
    synonyms = _kept(faults, lambda path: file_of(path, SynonymsFile), folder / SYNONYMS)
    fillers = _kept(faults, lambda path: file_of(path, Words), folder / FILLERS)
    common = _kept(faults, lambda path: file_of(path, Words), folder / COMMON)
    if digest:
        names = names_in(digest.content)
        quotes = [passage.quote for _, passage in passages_in(digest.content)]
        if source:
            faults += digest.document.faults(proofed(digest.content, source, names))
        if decoys:
            faults += decoys.document.faults(spoken_decoys(decoys.content, names, quotes))
        if fillers:
            faults += fillers.document.faults(names_among_fillers(fillers.content, names))
    if faults or not (source and digest and decoys and synonyms and fillers and common):
        raise BrokenDigest(tuple(sorted(faults, key=lambda fault: (fault.file, fault.line))))
    lexicon = lexicon_of(decoys.content, synonyms.content, fillers.content, common.content)
    return statement_of(_slug(folder), digest.content, source, lexicon)


def _kept(faults: list[Fault], read: Callable[[Path], Read], path: Path) -> Read | None:
    """What was read, or None where its faults have been added to the others."""
    try:
        return read(path)
    except BrokenDigest as broken:
        faults.extend(broken.faults)
        return None


def _slug(folder: Path) -> str:
    return folder.resolve().name


def _misnamed(folder: Path) -> list[Fault]:
    if _SLUG.fullmatch(_slug(folder)):
        return []
    allowed = "up to 60 small letters, digits and single hyphens"
    return [Fault(str(folder), 1, "", f"a statement's folder is named with {allowed}")]

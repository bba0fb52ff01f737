"""What is on this machine: the digest and the database."""

from collections.abc import Iterator
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.exc import ArgumentError, OperationalError, ProgrammingError, SQLAlchemyError

from bot.core.errors import BadSettings, BrokenDigest
from bot.core.statement import Statement
from bot.doctor.finding import Finding, do, well
from bot.installing.sealing import Sealing, prove_all
from bot.library.proof import proof
from bot.library.reading import read_statements
from bot.settings import Settings
from bot.storage.database import missing_file, opened
from bot.storage.revision import check


def read_and_proofed(settings: Settings) -> tuple[tuple[Statement, ...], tuple[Finding, ...]]:
    """The statements, and that each of their quotations stands in its source, or what does not."""
    try:
        statements = read_statements(settings.knowledge_dir)
    except BrokenDigest as broken:
        return (), tuple(do("digest", str(fault)) for fault in broken.faults)
    return statements, tuple(_proofed(statement) for statement in statements)


def _proofed(statement: Statement) -> Finding:
    proven = proof(statement)
    told = f"{proven.passages} passages, each word for word in the source"
    return well(f"digest {statement.slug}", told)


def database_findings(settings: Settings) -> Iterator[Finding]:
    """Whether the database is there and up to date."""
    try:
        engine = opened(settings.database_url)
    except ArgumentError:
        yield do("database", "DATABASE_URL cannot be read: see .env.example")
        return
    if file := missing_file(settings.database_url):
        yield _to_be_made(file)
        return
    yield _reached(engine)
    engine.dispose()
    if settings.many:
        yield key_finding(settings)


def _to_be_made(file: Path) -> Finding:
    if file.absolute().parent.is_dir():
        return well("database", "an SQLite file, made at the first start")
    return do("database", f"the folder of {file} is not there: make it, or correct DATABASE_URL")


def _reached(engine: sa.Engine) -> Finding:
    try:
        check(engine)
    except OperationalError:
        return do("database", "DATABASE_URL names one that cannot be reached: start it")
    except ProgrammingError as error:
        why = type(error.orig).__name__
        return do("database", f"DATABASE_URL: refused ({why}), look at its options and its role")
    except BadSettings as bad:
        return do("database", " ".join(bad.faults))
    return well("database", f"{engine.dialect.name}, up to date")


def key_finding(settings: Settings) -> Finding:
    """Whether the keys open the workspaces' tokens."""
    engine = opened(settings.database_url)
    try:
        prove_all(engine, Sealing(settings.encryption_keys))
    except BadSettings as bad:
        return do("keys", " ".join(bad.faults))
    except SQLAlchemyError:
        return do("keys", "what they have to open is not there: see the line on the database")
    finally:
        engine.dispose()
    return well("keys", "every workspace's token is readable")

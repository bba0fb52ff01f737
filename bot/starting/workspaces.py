"""What whoever runs the bot does with a workspace's data, and with the keys of its tokens."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from bot import assembly
from bot.core.errors import BadSettings
from bot.installing.sealing import Sealing, rotate
from bot.settings import Settings
from bot.starting.databases import reachable
from bot.storage.database import missing_file
from bot.storage.purging import Counts, Purging

# Slack's ids: a workspace's begins with T, an organisation's with E.
_TEAM, _TEAM_OR_ORGANISATION = re.compile("T[A-Z0-9]{1,31}"), re.compile("[TE][A-Z0-9]{1,31}")
_NO_TEAM = "That is no id of a workspace: it begins with T."
_NO_ID = "That is no id of a workspace: it begins with T, or with E for a whole organisation."
_NO_FILE = (
    "DATABASE_URL names {file}, which is not there: correct it, or run this where the bot runs."
)
_NO_KEYS = "TOKEN_ENCRYPTION_KEYS is not set: put the new key first, and the old one after it."


def exported(settings: Settings, team: str) -> str:
    """Everything that is stored of a workspace, but for its tokens, as JSON; raises BadSettings."""
    if not _TEAM.fullmatch(team):
        raise BadSettings((_NO_TEAM,))
    with _there(settings) as engine:
        held = Purging(engine).export(team)
    return json.dumps(held, indent=2, ensure_ascii=False, sort_keys=True)


def purged(settings: Settings, team: str) -> Counts:
    """Delete all that is stored of a workspace or organisation: how many rows; BadSettings."""
    check_id(team)
    with _there(settings) as engine:
        purging = Purging(engine)
        return purging.purge_organisation(team) if team.startswith("E") else purging.purge(team)


def rotated(settings: Settings) -> int:
    """Encrypt every token with the newest key: in how many rows; raises BadSettings."""
    if not settings.encryption_keys:
        raise BadSettings((_NO_KEYS,))
    with _there(settings) as engine:
        return rotate(engine, Sealing(settings.encryption_keys))


@contextmanager
def _there(settings: Settings) -> Iterator[sa.Engine]:
    """The database that is there; a new one would have nothing to delete, and look as if it had."""
    if file := missing_file(settings.database_url):
        raise BadSettings((_NO_FILE.format(file=file),))
    with reachable():
        yield assembly.database(settings)


def check_id(team: str) -> None:
    """Raise BadSettings where that cannot be the id of a workspace or of an organisation."""
    if not _TEAM_OR_ORGANISATION.fullmatch(team):
        raise BadSettings((_NO_ID,))

"""What people missed, read from the database of the settings."""

from bot import assembly
from bot.core.reviewing import Review, review
from bot.settings import Settings
from bot.starting.databases import reachable
from bot.storage.misses import MissStore
from bot.storage.remarks import RemarkStore


def reviewed(settings: Settings) -> Review:
    """Everything on record, of all workspaces; raises BadSettings and BrokenDigest."""
    library = assembly.read_library(settings)
    with reachable():
        engine = assembly.database(settings)
        return review(library, MissStore(engine).every(), RemarkStore(engine).every())

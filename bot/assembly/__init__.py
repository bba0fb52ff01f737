"""The one place where the parts meet."""

from bot.assembly.parts import Parts, answering, assemble, door, read_library
from bot.assembly.worker import check_place, database, delivering

__all__ = [
    "Parts",
    "answering",
    "assemble",
    "check_place",
    "database",
    "delivering",
    "door",
    "read_library",
]

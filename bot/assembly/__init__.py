"""The one place where the parts meet."""

from bot.assembly.parts import Parts, answering, assemble, door, read_library
from bot.assembly.worker import database, delivering, own_place, utc_now

__all__ = [
    "Parts",
    "answering",
    "assemble",
    "database",
    "delivering",
    "door",
    "own_place",
    "read_library",
    "utc_now",
]

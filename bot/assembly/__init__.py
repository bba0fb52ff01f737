"""The one place where the parts meet."""

from bot.assembly.many import proved
from bot.assembly.parts import Parts, answering, assemble, door, load, read_library
from bot.assembly.planning import every_zone
from bot.assembly.worker import database, delivering, own_place, utc_now

__all__ = [
    "Parts",
    "answering",
    "assemble",
    "database",
    "delivering",
    "door",
    "every_zone",
    "load",
    "own_place",
    "proved",
    "read_library",
    "utc_now",
]

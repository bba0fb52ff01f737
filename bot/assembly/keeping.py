"""Where things are kept: in the database, or, without one, in memory."""

from typing import TYPE_CHECKING

from bot.assembly.worker import Clock
from bot.settings import Settings

if TYPE_CHECKING:
    import sqlalchemy as sa

    from bot.listeners.keeping import Keeping
    from bot.storage.departures import Forget


def keeping(
    settings: Settings,
    engine: "sa.Engine | None",
    clock: Clock,
    forget: "Forget | None" = None,
) -> "Keeping":
    """What the settings want kept, in that database if there is one.

    Where there are many workspaces, `forget` is told of each that leaves.
    """
    return _in_database(settings, engine, clock, forget) if engine else _in_memory(settings)


def _in_database(
    settings: Settings, engine: "sa.Engine", clock: Clock, forget: "Forget | None"
) -> "Keeping":
    from bot.listeners.keeping import Keeping
    from bot.storage.departures import DepartureStore, OnlyDeparture
    from bot.storage.events import EventStore
    from bot.storage.misses import MissStore
    from bot.storage.preferences import PreferenceStore
    from bot.storage.remarks import RemarkStore
    from bot.storage.turns import TurnStore

    return Keeping(
        preferences=PreferenceStore(engine),
        turns=TurnStore(engine, clock),
        remarks=RemarkStore(engine),
        misses=MissStore(engine) if settings.keep_misses else None,
        seen=EventStore(engine, clock),
        departures=(DepartureStore(engine, forget) if forget else OnlyDeparture(engine, clock())),
    )


def _in_memory(settings: Settings) -> "Keeping":
    from bot.listeners.keeping import Keeping
    from bot.storage import in_memory

    return Keeping(
        preferences=in_memory.PreferencesInMemory(),
        turns=in_memory.TurnsInMemory(),
        remarks=in_memory.RemarksInMemory(),
        misses=in_memory.MissesInMemory() if settings.keep_misses else None,
        seen=in_memory.EventsInMemory(),
        departures=in_memory.NothingKept(),
    )

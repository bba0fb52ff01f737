"""What is kept of people and of what they ask, each thing behind its port."""

from dataclasses import dataclass

from bot.listeners.languages import Preferences
from bot.listeners.leaving import Departures
from bot.listeners.noting import Misses
from bot.listeners.once import SeenEvents
from bot.listeners.remarks import Remarks
from bot.listeners.turns import Turns


@dataclass(frozen=True, slots=True)
class Keeping:
    """Where it is kept; without `misses`, nothing of what was not found is."""

    preferences: Preferences
    turns: Turns
    remarks: Remarks
    misses: Misses | None
    seen: SeenEvents
    departures: Departures

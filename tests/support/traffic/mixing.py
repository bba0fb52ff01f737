"""A mix of doors at a steady rate, from many people with many questions."""

import asyncio
import random
import time
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from itertools import count, cycle
from typing import Any

from bot.core.answering import Found, answer
from bot.core.continuing import resolve, turn_of
from bot.core.follow_up import Next
from bot.core.library import Library
from bot.core.request import parse
from bot.core.statement import Language, Passage
from tests.support.traffic.asking import Asking
from tests.support.traffic.doors import Doors
from tests.support.traffic.judging import Labelled, english, korean, saying

PEOPLE, CHOOSERS = 2_000, 100
# Seconds: between an answer and what goes on from it; after a choice until all processes know it.
READING, KNOWN = 1.0, 3.0
Act = Callable[[], Coroutine[Any, Any, None]]
MIXED = {
    **{"command": 40, "mention": 15, "talk": 8, "click": 10, "read": 3, "home": 5, "options": 8},
    **{"feedback": 4, "shortcut": 3, "choose": 1.5, "digest": 0.5},
}


@dataclass
class Mix:
    """Does something at random, each thing as often as its weight says."""

    asking: Asking
    doors: Doors
    library: Library
    labelled: list[Labelled]
    weights: Mapping[str, float] = field(default_factory=lambda: MIXED)
    chance: random.Random = field(default_factory=lambda: random.Random(20230426))
    # What was acknowledged as kept: by person, by id, by channel.
    chosen: dict[str, Language] = field(default_factory=dict)
    remarks: set[str] = field(default_factory=set)
    digests: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._passages = list(self.library.statements[0].passages())
        self._quoted = [one for one in self.labelled if one.quote]
        self._channels = count(1)
        self._free = [f"UL{number}" for number in range(CHOOSERS)]
        self._homes = cycle(f"UH{number}" for number in range(500))
        self._talkers = cycle(f"UM{number}" for number in range(PEOPLE))

    async def act(self) -> None:
        """One thing; some are followed by another a moment later."""
        (name,) = self.chance.choices(list(self.weights), list(self.weights.values()))
        act: Act = getattr(self, name)
        await act()

    async def run(self, rate: float, seconds: float) -> None:
        """So many things a second, whatever becomes of them, until all of them have ended."""
        began, under_way = time.monotonic(), set[asyncio.Task[None]]()
        for number in range(int(rate * seconds)):
            await asyncio.sleep(began + number / rate - time.monotonic())
            task = asyncio.create_task(self.act())
            under_way.add(task)
            task.add_done_callback(under_way.discard)
        await asyncio.gather(*under_way)

    async def command(self) -> None:
        await self.asking.ask(self.doors.command(self._question(), self._person()))

    async def mention(self) -> None:
        await self.asking.ask(self.doors.mention(self._question(), self._person()))

    async def talk(self) -> None:
        """A direct message, and `next` after it."""
        asked, person = self.chance.choice(self._quoted), next(self._talkers)
        if await self.asking.ask(self.doors.message(asked.words, asked.quote, person)):
            await asyncio.sleep(READING)
            after = self.after(asked.words)
            await self.asking.ask(self.doors.message("next", after, person, "follow-up"))

    async def click(self) -> None:
        await self.asking.ask(self.doors.click(self._passage(), self._person()))

    async def read(self) -> None:
        await self.asking.ask(self.doors.read(self._passage(), self._person()))

    async def home(self) -> None:
        await self.asking.ask(self.doors.home(next(self._homes)))

    async def options(self) -> None:
        await self.asking.ask(self.doors.options(self._person()))

    async def feedback(self) -> None:
        ask, id = self.doors.feedback(self._passage(), self._person())
        if await self.asking.ask(ask):
            self.remarks.add(id)

    async def shortcut(self) -> None:
        await self.asking.ask(self.doors.shortcut(self._question(), self._person()))

    async def choose(self) -> None:
        """A language chosen, and a question a moment later, which any process may answer."""
        if not self._free:
            return
        person = self._free.pop(0)
        language: Language = "en" if self.chosen.get(person) == "ko" else "ko"
        judge = korean if language == "ko" else english
        # Until it is acknowledged nobody knows which of the two is kept.
        self.chosen.pop(person, None)
        words = f"language {language}"
        asked = self.doors.typed("language", words, person, saying("ephemeral"))
        if await self.asking.ask(asked):
            self.chosen[person] = language
            await asyncio.sleep(KNOWN)
            await self.asking.ask(self.doors.typed("in language", "climate", person, judge))
        self._free.append(person)

    async def digest(self) -> None:
        channel = f"CS{next(self._channels)}"
        if await self.asking.ask(self.doors.digest(channel, "daily 09:00 UTC")):
            self.digests.add(channel)

    def after(self, words: str) -> str | None:
        """The passage that follows what these words are answered with."""
        first = answer(self.library, parse(words), self.chance.choice)
        assert isinstance(first, Found)
        following = resolve(self.library, turn_of(first), Next(), self.chance.choice)
        return following.matches[0].passage.quote if isinstance(following, Found) else None

    def _question(self) -> Labelled:
        return self.chance.choice(self.labelled)

    def _passage(self) -> Passage:
        return self.chance.choice(self._passages)

    def _person(self) -> str:
        return f"UC{self.chance.randrange(PEOPLE)}"

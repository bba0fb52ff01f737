"""Sends what people do, as Slack does, and finds out whether it was answered, rightly and once."""

import asyncio
import json
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.support.traffic.counting import Counting
from tests.support.traffic.doors import Ask
from tests.support.traffic.hearing import Hearing
from tests.support.traffic.judging import BUSY
from tests.support.traffic.wire import Answered, Balancer, CutOff, Refused, signed

# Seconds until Slack sends an event again; a minute and five are shortened to these.
# https://docs.slack.dev/apis/events-api/#retries
AGAIN = (0.2, 2.0, 6.0)
# Seconds in which an answer has been said, if it ever is.
SAID = 10.0
OK = 200


@dataclass(slots=True)
class Asking:
    """Asks through a balancer, and counts."""

    balancer: Balancer
    hearing: Hearing
    secret: str
    counting: Counting = field(default_factory=Counting)
    _expected: Counter[str] = field(default_factory=Counter)
    _doors: dict[str, str] = field(default_factory=dict)

    async def ask(self, ask: Ask) -> bool:
        """Whether it was acknowledged and answered rightly."""
        tally = self.counting.at(ask.door)
        tally.asked += 1
        if ask.key:
            self._expected[ask.key] += 1
            self._doors[ask.key] = ask.door
        answered = await self._acknowledged(ask)
        if answered is None:
            return False
        body = await self.hearing.first(ask.key, SAID) if ask.key else _read(answered.body)
        if body is None:
            tally.silent += 1
            return False
        if not body or BUSY in str(body.get("text")):
            tally.refused["busy"] += 1
            return False
        if fault := ask.judge(body):
            tally.wrong[fault] += 1
            return False
        tally.right += 1
        return True

    def settle(self) -> None:
        """Count what was said more than once."""
        for key, times in self._expected.items():
            over = self.hearing.times[key] - times
            self.counting.at(self._doors[key]).twice += max(over, 0)

    async def _acknowledged(self, ask: Ask) -> Answered | None:
        """What was acknowledged; an event is sent again as Slack does."""
        tally, fault = self.counting.at(ask.door), ""
        for pause in (0.0, *(AGAIN if ask.event else ())):
            if pause:
                tally.repeated += 1
                await asyncio.sleep(pause)
            began = time.perf_counter()
            try:
                answered = await self._sent(ask)
            except (CutOff, Refused) as error:
                fault = f"{type(error).__name__} {error}"
                continue
            if answered.status == OK:
                tally.times.append(1000 * (time.perf_counter() - began))
                return answered
            fault = str(answered.status)
        if fault.startswith("CutOff"):
            tally.cut_off += 1
        else:
            tally.refused[fault] += 1
        return None

    async def _sent(self, ask: Ask) -> Answered:
        return await self.balancer.post(ask.body, ask.kind, signed(ask.body, self.secret))


def _read(body: bytes) -> Mapping[str, Any]:
    return dict(json.loads(body)) if body else {}

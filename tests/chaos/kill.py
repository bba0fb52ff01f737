"""Kills workers at random moments, and counts what stands in the channels of the stand-in.

python -m tests.chaos.kill --kills 200
python -m tests.chaos.kill --kills 200 --postgres postgresql://... --workers 3
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from datetime import time as hour
from pathlib import Path

import sqlalchemy as sa

from bot.core.digests import EVERY_DAY, FINAL, Cadence, Owner, Plan, Subscription
from bot.playground.api_door import ApiDoor, Asked
from bot.playground.people import Channel, Installed, Person, Team, Town
from bot.playground.standing import StandIn, standing
from bot.storage.database import opened, writing
from bot.storage.migrating import migrate
from bot.storage.rows import subscription_row
from bot.storage.schema import DELIVERY, SUBSCRIPTION
from tests.support.web_api import INSTALLED, TOKEN

CHANNELS, TEAMS = 200, 12
# Seconds: how long a worker lives, how long Slack takes on either side of a post.
SHORTEST_LIFE, LONGEST_LIFE, SLOWNESS = 0.5, 5.0, 0.06
# Seconds in which everything that is due has ended: a lease, a silence, and some.
PATIENCE = 240


@dataclass(frozen=True)
class Outcome:
    """What became of every slot, as the channels and the database tell it."""

    slots: int
    states: Counter[str]
    posts: Counter[int]
    kills: int
    seconds: float

    @property
    def twice(self) -> int:
        """How many slots stand in a channel more than once."""
        return sum(count for posts, count in self.posts.items() if posts > 1)

    @property
    def lost(self) -> int:
        """How many never ended, or are told to be posted and are not; unconfirmed ones may be."""
        ended = self.states["posted"] + self.states["unconfirmed"]
        return self.slots - ended + max(0, self.posts[0] - self.states["unconfirmed"])

    @property
    def right(self) -> bool:
        """No slot was lost, and none posted twice."""
        return not (self.twice or self.lost)

    @property
    def verdict(self) -> str:
        """The judgement in a word."""
        return "right" if self.right else "WRONG"

    def __str__(self) -> str:
        states = ", ".join(f"{count} {state}" for state, count in sorted(self.states.items()))
        return (
            f"{self.kills} kills in {self.seconds:.0f} s: {self.slots} slots, {states};"
            f" posted twice: {self.twice}, not posted: {self.posts[0]}"
        )


@dataclass
class Fleet:
    """Worker processes, killed and started again."""

    environ: dict[str, str]
    folder: Path
    alive: dict[str, "subprocess.Popen[bytes]"] = field(default_factory=dict)
    names: int = 0

    def start(self, name: str | None = None) -> None:
        """Start a worker, under a new name where none is given."""
        self.names += name is None
        name = name or f"worker-{self.names}"
        with (self.folder / "log").open("ab") as log:
            self.alive[name] = subprocess.Popen(
                [sys.executable, "-m", "bot", "worker"],
                cwd=self.folder,
                env={**self.environ, "WORKER_NAME": name},
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def kill_one(self) -> None:
        """Kill one and start it again, or, now and then, another in its place."""
        name = random.choice(list(self.alive))
        killed = self.alive.pop(name)
        killed.kill()
        killed.wait()
        self.start(name if random.random() < 0.7 else None)

    def all_alive(self) -> bool:
        """Whether none has ended by itself."""
        return all(process.poll() is None for process in self.alive.values())

    def end(self) -> None:
        """End them all in an orderly way."""
        for process in self.alive.values():
            process.terminate()
        for process in self.alive.values():
            process.wait(20)


def run(kills: int, address: str, workers: int, sees: bool, folder: Path) -> Outcome:
    """Kill so many times while digests fall due, and tell what became of them."""
    engine = opened(address)
    migrate(engine)
    subscribe(engine)
    began = time.monotonic()
    with slow(), standing(town(), seeing() if sees else INSTALLED) as stand_in:
        fleet = Fleet(environ(stand_in, address), folder)
        for _ in range(workers):
            fleet.start()
        slots = 0
        try:
            for _ in range(kills):
                slots += storm(engine, random.uniform(SHORTEST_LIFE, LONGEST_LIFE))
                fleet.kill_one()
            wait(lambda: all_ended(engine, slots))
        finally:
            fleet.end()
        outcome = counted(engine, stand_in, slots, kills, time.monotonic() - began)
    engine.dispose()
    return outcome


def environ(stand_in: StandIn, address: str) -> dict[str, str]:
    """What a worker needs to know."""
    return {
        **os.environ,
        "SLACK_BOT_TOKEN": TOKEN,
        "SLACK_API_URL": stand_in.api_url,
        "DATABASE_URL": address,
        "PYTHONPATH": str(Path(__file__).parent.parent.parent),
        "LOG_FORMAT": "text",
    }


def storm(engine: sa.Engine, seconds: float) -> int:
    """Let digests fall due again as soon as they have been claimed; how many slots that makes."""
    slots, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        slots += _make_due(engine)
        time.sleep(0.2)
    return slots


def _make_due(engine: sa.Engine) -> int:
    """Let some of those that wait be due in this very minute, each once in it."""
    now = datetime.now(UTC)
    minute = now.replace(second=0, microsecond=0)
    waiting = SUBSCRIPTION.c.next_slot > now + timedelta(minutes=2)
    count = 0
    with writing(engine) as connection:
        for row in connection.execute(sa.select(SUBSCRIPTION).where(waiting)).mappings().all():
            plan = {**row["plan"], "at": minute.strftime("%H:%M")}
            if plan != row["plan"] and random.random() < 0.1:
                due = SUBSCRIPTION.update().where(SUBSCRIPTION.c.id == row["id"], waiting)
                count += connection.execute(due.values(plan=plan, next_slot=minute)).rowcount
    return count


def all_ended(engine: sa.Engine, slots: int) -> bool:
    """Whether so many deliveries have ended."""
    ended = sa.select(sa.func.count()).where(DELIVERY.c.state.in_(FINAL))
    with engine.connect() as connection:
        return connection.execute(ended).scalar() == slots


def wait(until: Callable[[], bool]) -> None:
    """Wait for it, and not for ever."""
    deadline = time.monotonic() + PATIENCE
    while not until() and time.monotonic() < deadline:
        time.sleep(0.5)


def counted(
    engine: sa.Engine, stand_in: StandIn, slots: int, kills: int, seconds: float
) -> Outcome:
    """What stands in the channels, beside what the database says of it."""
    posted: Counter[str] = Counter()
    for channel in town().channels:
        for post in stand_in.workspace.rooms.posts.public(channel.id):
            if post.metadata:
                posted[post.metadata["event_payload"]["delivery"]] += 1
    with engine.connect() as connection:
        rows = connection.execute(sa.select(DELIVERY.c.id, DELIVERY.c.state)).all()
    posts = Counter(posted[id] for id, _ in rows)
    return Outcome(slots, Counter(state for _, state in rows), posts, kills, seconds)


def seeing() -> Installed:
    """The app with the scope to look for its own posts."""
    return replace(INSTALLED, scopes=INSTALLED.scopes | {"channels:history"})


def town() -> Town:
    """One workspace with a channel for each digest."""
    both = frozenset(("U1", INSTALLED.bot.id))
    channels = (Channel(f"C{number}", f"c{number}", both) for number in range(CHANNELS))
    return Town(Team("T1", "Test", "test"), (Person("U1", "one", "One"),), tuple(channels))


def subscribe(engine: sa.Engine) -> None:
    """A digest for each channel, due tomorrow."""
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    plan = Plan(Cadence(EVERY_DAY, hour((tomorrow.hour + 12) % 24), "UTC"))
    rows = [
        subscription_row(
            Subscription(f"s{n}", f"T{n % TEAMS}", f"C{n}", plan, Owner("U1", "one"), tomorrow)
        )
        for n in range(CHANNELS)
    ]
    with writing(engine) as connection:
        connection.execute(SUBSCRIPTION.delete())
        connection.execute(SUBSCRIPTION.insert(), rows)


@contextmanager
def slow() -> Iterator[None]:
    """Let Slack take its time before and after it has posted."""
    answer = ApiDoor.answer

    def slowly(door: ApiDoor, asked: Asked) -> object:
        time.sleep(random.uniform(0, SLOWNESS))
        answered = answer(door, asked)
        time.sleep(random.uniform(0, SLOWNESS))
        return answered

    ApiDoor.answer = slowly  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        ApiDoor.answer = answer  # type: ignore[method-assign]


def main() -> None:
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--kills", type=int, default=20)
    told.add_argument("--postgres", default="", help="a database that may be emptied")
    told.add_argument("--workers", type=int, default=1)
    told.add_argument("--blind", action="store_true", help="without the scope channels:history")
    given = told.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        address = given.postgres or f"sqlite:///{folder}/alliance.db"
        outcome = run(given.kills, address, given.workers, not given.blind, Path(folder))
        print(outcome, outcome.verdict)
        if not outcome.right:
            print((Path(folder) / "log").read_text()[-3000:])
    raise SystemExit(not outcome.right)


if __name__ == "__main__":
    main()

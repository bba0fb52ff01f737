"""Digests that fall due in the same moment, the workers that post them, and a Slack that counts."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from datetime import time as hour
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from bot.core.digests import EVERY_DAY, Cadence, Owner, Plan, Subscription
from bot.storage.database import opened, writing
from bot.storage.migrating import migrate
from bot.storage.rows import subscription_row
from bot.storage.schema import DELIVERY, SUBSCRIPTION, WORKER
from tests.support.databases import fresh

SECONDS_A_POST = 0.05
WORKSPACES = 500
ROOT = Path(__file__).parent.parent
# Seconds: for everything to be posted, for a worker to be there, between two looks.
PATIENCE, STARTING, LOOK = 300, 60, 0.2


@contextmanager
def database(kind: str) -> Iterator[tuple[str, sa.Engine]]:
    """A fresh database with its tables, by its address; it is gone at the end."""
    with (
        TemporaryDirectory() as folder,
        fresh(kind, Path(folder)) as address,
        tables(address) as engine,
    ):
        yield address, engine


@contextmanager
def tables(address: str) -> Iterator[sa.Engine]:
    """That database with its tables."""
    engine = opened(address)
    migrate(engine)
    yield engine
    engine.dispose()


@contextmanager
def slack() -> Iterator["subprocess.Popen[str]"]:
    """A Slack that takes its time; its first line is its address, its last the arrivals."""
    command = [sys.executable, "-m", "tests.support.counting_slack", str(SECONDS_A_POST)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def workers(
    count: int, engine: sa.Engine, environ: dict[str, str]
) -> Iterator[list["subprocess.Popen[bytes]"]]:
    """So many workers, from when they are there, ended in an orderly way; raises TimeoutError."""
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "bot", "worker"],
            cwd=ROOT,
            env={**os.environ, **environ, "WORKER_NAME": f"bench-{number}"},
            stdout=subprocess.DEVNULL,
        )
        for number in range(count)
    ]
    try:
        there = sa.select(sa.func.count()).select_from(WORKER)
        if not reaches(count, engine, there, STARTING):
            raise TimeoutError
        yield started
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.wait(20)


def subscribe(engine: sa.Engine, count: int) -> None:
    """So many digests in the place of all that there are, due tomorrow."""
    due = datetime.now(UTC) + timedelta(days=1)
    plan = Plan(Cadence(EVERY_DAY, hour(due.hour, due.minute), "UTC"))
    rows = [
        subscription_row(
            Subscription(
                *(f"s{number}", f"T{number % WORKSPACES}", f"C{number}", plan),
                *(Owner("U1", "one"), due),
            )
        )
        for number in range(count)
    ]
    with writing(engine) as connection:
        connection.execute(SUBSCRIPTION.delete())
        connection.execute(SUBSCRIPTION.insert(), rows)


def make_due(engine: sa.Engine) -> float:
    """Let every digest be due in this minute, from now on; the time that was."""
    due = datetime.now(UTC).replace(second=0, microsecond=0)
    plan = Plan(Cadence(EVERY_DAY, hour(due.hour, due.minute), "UTC"))
    row = subscription_row(Subscription("", "", "", plan, Owner("", ""), due))
    with writing(engine) as connection:
        connection.execute(SUBSCRIPTION.update().values(plan=row["plan"], next_slot=due))
    return time.time()


def wait_until_posted(engine: sa.Engine, count: int) -> None:
    """Wait until so many are posted, or until patience ends."""
    posted = sa.select(sa.func.count()).where(DELIVERY.c.state == "posted")
    reaches(count, engine, posted, PATIENCE)


def reaches(count: int, engine: sa.Engine, counting: sa.Select[int], seconds: float) -> bool:
    """Wait until the database counts so many; false where the time is over before."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with engine.connect() as connection:
            if connection.execute(counting).scalar() == count:
                return True
        time.sleep(LOOK)
    return False


def cpu_seconds(process: "subprocess.Popen[bytes]") -> float:
    """What the process has used so far, by /proc."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def largest(process: "subprocess.Popen[bytes]") -> int:
    """The most memory that the process has held, in MB."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) // 1024

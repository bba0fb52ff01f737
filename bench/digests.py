"""Digests in a burst: how late each is posted, by what memory, and what else is held up by it.

python -m bench.digests
python -m bench.digests --postgres postgresql://... --workers 2
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from datetime import time as hour
from pathlib import Path

import sqlalchemy as sa

from bot.core.digests import EVERY_DAY, Cadence, Owner, Plan, Subscription
from bot.storage.database import opened, writing
from bot.storage.migrating import migrate
from bot.storage.rows import subscription_row
from bot.storage.schema import DELIVERY, SUBSCRIPTION

SECONDS_A_POST = 0.05
WORKSPACES = 500
PATIENCE = 300
SMALL, LARGE, IDLE = 1_000, 10_000, 100_000
ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Burst:
    """When each post arrived, in seconds after it fell due, and the memory that it took."""

    late: Sequence[float]
    twice: int
    megabytes: int

    def __str__(self) -> str:
        late = sorted(self.late)
        half, most = late[len(late) // 2], late[-1]
        return (
            f"{len(late)} posted, {self.twice} twice; late by {half:.1f} s at the median,"
            f" {most:.1f} s at most; {self.megabytes} MB in the largest process"
        )


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
def workers(count: int, environ: dict[str, str]) -> Iterator[list["subprocess.Popen[bytes]"]]:
    """So many workers, ended in an orderly way."""
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
        yield started
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.wait(20)


def subscribe(engine: sa.Engine, count: int, due: datetime) -> None:
    """So many digests, all due at that moment."""
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


def burst(count: int, address: str, processes: int) -> Burst:
    """Let so many digests be due in the same moment."""
    engine = opened(address)
    migrate(engine)
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    subscribe(engine, count, tomorrow)
    with slack() as counting:
        assert counting.stdout and counting.stdin
        environ = {
            "DATABASE_URL": address,
            "SLACK_API_URL": counting.stdout.readline().strip(),
            "SLACK_BOT_TOKEN": "xoxb-bench",
        }
        with workers(processes, environ) as started:
            time.sleep(6)
            due = datetime.now(UTC).replace(second=0, microsecond=0)
            begun = make_due(engine, due)
            wait_until_posted(engine, count)
            megabytes = max(map(largest, started))
        counting.stdin.close()
        arrivals = json.loads(counting.stdout.read())
    late = [times[0] - begun for times in arrivals.values()]
    return Burst(late, sum(len(times) > 1 for times in arrivals.values()), megabytes)


def make_due(engine: sa.Engine, due: datetime) -> float:
    """Let every digest be due in this minute, from now on; the time that was."""
    plan = Plan(Cadence(EVERY_DAY, hour(due.hour, due.minute), "UTC"))
    row = subscription_row(Subscription("", "", "", plan, Owner("", ""), due))
    with writing(engine) as connection:
        connection.execute(SUBSCRIPTION.update().values(plan=row["plan"], next_slot=due))
    return time.time()


def wait_until_posted(engine: sa.Engine, count: int) -> None:
    done = sa.select(sa.func.count()).where(DELIVERY.c.state == "posted")
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with engine.connect() as connection:
            if connection.execute(done).scalar() == count:
                return
        time.sleep(1)


def idle(address: str) -> float:
    """The share of a core that a worker takes while 100,000 digests wait for tomorrow."""
    engine = opened(address)
    migrate(engine)
    subscribe(engine, IDLE, datetime.now(UTC) + timedelta(days=1))
    environ = {"DATABASE_URL": address, "SLACK_BOT_TOKEN": "xoxb-bench"}
    # Nobody is called, and nobody is there: auth.test fails, and the worker goes on.
    with workers(1, {**environ, "SLACK_API_URL": "http://127.0.0.1:9/"}) as (process,):
        time.sleep(10)
        before = cpu_seconds(process)
        time.sleep(30)
        return (cpu_seconds(process) - before) / 30


def cpu_seconds(process: "subprocess.Popen[bytes]") -> float:
    """What the process has used so far, by /proc."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def largest(process: "subprocess.Popen[bytes]") -> int:
    """The most memory that the process has held, in MB."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) // 1024


def main() -> None:
    told = argparse.ArgumentParser(description=__doc__)
    told.add_argument("--postgres", default="", help="a database that may be emptied")
    told.add_argument("--workers", type=int, default=2)
    given = told.parse_args()
    for count in (SMALL, LARGE):
        with tempfile.TemporaryDirectory() as folder:
            print(f"SQLite, 1 worker: {burst(count, f'sqlite:///{folder}/alliance.db', 1)}")
        if given.postgres:
            name = f"PostgreSQL, {given.workers} workers"
            print(f"{name}: {burst(count, given.postgres, given.workers)}")
    with tempfile.TemporaryDirectory() as folder:
        share = idle(f"sqlite:///{folder}/alliance.db")
        print(f"SQLite, 100,000 digests waiting: {share:.1%} of a core")


if __name__ == "__main__":
    main()

"""Web processes and workers of the bot, watched over as a supervisor does."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from socket import socket

ROOT = Path(__file__).parent.parent.parent.parent
SECRET = "5ec2e7"
# Seconds between an end and a new start.
REST = 0.2
_KB = 1024


@dataclass(slots=True)
class Unit:
    """One command of the bot that is to run for ever: `serve` on a port, or `worker`."""

    name: str
    command: str
    environ: Mapping[str, str]
    folder: Path
    port: int = 0
    wanted: bool = True
    starts: int = 0
    _running: "subprocess.Popen[bytes] | None" = None
    _rested_since: float = 0.0

    def start(self) -> None:
        """Run it, in a folder of its own."""
        self.starts += 1
        with (self.folder / f"{self.name}.log").open("ab") as log:
            self._running = subprocess.Popen(
                [sys.executable, "-m", "bot", self.command],
                cwd=self.folder,
                env=self.environ,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    @property
    def alive(self) -> bool:
        return self._running is not None and self._running.poll() is None

    @property
    def pids(self) -> list[int]:
        """The process, and those that it started."""
        if self._running is None or not self.alive:
            return []
        pid = self._running.pid
        with suppress(OSError):
            children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
            return [pid, *map(int, children)]
        return [pid]

    @property
    def megabytes(self) -> float:
        """The memory that is its own, of all its processes."""
        return sum(_resident(pid) for pid in self.pids) / _KB

    def supervise(self) -> None:
        """Start it again where it has ended, after a moment."""
        if self.alive or not self.wanted:
            self._rested_since = 0.0
        elif not self._rested_since:
            self._rested_since = time.monotonic()
        elif time.monotonic() - self._rested_since > REST:
            self._rested_since = 0.0
            self.start()

    def tell(self, number: signal.Signals) -> None:
        """Send it a signal, as a supervisor does: to the process that was started."""
        if self._running:
            self._running.send_signal(number)

    def end(self) -> int | None:
        """Let it end for good, and how it did."""
        self.wanted = False
        if self._running is None:
            return None
        self._running.terminate()
        return self._running.wait(40)


@dataclass(slots=True)
class Fleet:
    """All of them."""

    units: list[Unit] = field(default_factory=list)

    @property
    def ports(self) -> list[int]:
        return [unit.port for unit in self.units if unit.port]

    @property
    def last_words(self) -> str:
        """The end of each log."""
        logs = ((unit.folder / f"{unit.name}.log").read_text() for unit in self.units)
        return "\n".join(log[-1000:] for log in logs)

    def start(self) -> None:
        for unit in self.units:
            unit.start()

    def end(self) -> None:
        """End all; whatever does not is killed."""
        for unit in self.units:
            unit.wanted = False
            unit.tell(signal.SIGTERM)
        for unit in self.units:
            with suppress(subprocess.TimeoutExpired):
                unit.end()
            for pid in unit.pids:
                os.kill(pid, signal.SIGKILL)


def fleet_of(
    webs: int, workers: int, folder: Path, address: str, api_url: str, **more: str
) -> Fleet:
    """So many of each, on that database, speaking to that Slack."""
    shared = {
        **{"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOST": "127.0.0.1"},
        **{"DATABASE_URL": address, "SLACK_API_URL": api_url, "SLACK_BOT_TOKEN": "xoxb-traffic"},
        **{"SLACK_SIGNING_SECRET": SECRET, "RATE_LIMIT_PER_MINUTE": "0", **more},
    }
    units = []
    for number in range(webs):
        port = free_port()
        environ = {**shared, "PORT": str(port)}
        units.append(Unit(f"web-{number + 1}", "serve", environ, folder, port))
    for number in range(workers):
        name = f"worker-{number + 1}"
        units.append(Unit(name, "worker", {**shared, "WORKER_NAME": name}, folder))
    return Fleet(units)


def free_port() -> int:
    """A port that nobody listens on.

    It is none that a connection could take meanwhile: those begin at 32768 on Linux.
    """
    while True:
        port = random.randrange(20_000, 32_000)
        with socket() as free, suppress(OSError):
            free.bind(("127.0.0.1", port))
            return port


def _resident(pid: int) -> int:
    """The KB that a process holds alone: what it shares with its parent counts once."""
    with suppress(OSError):
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
        return int(rollup.split("Pss:")[1].split()[0])
    return 0

"""Asks a server as fast as it answers, with wrk, and what came of it."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from bench.servers.running import ASKING, pin_to
from bot.rendering.misses import render_busy

SCRIPT = Path(__file__).parent / "signed.lua"
# Seconds that Slack waits for an answer.
PATIENCE = 3
# As many as Slack may keep to one process.
CONNECTIONS = 16
BUSY = render_busy().text.splitlines()[0]


@dataclass(frozen=True, slots=True)
class Load:
    """What one run of wrk measured: milliseconds, and how many answers were none.

    A `busy` answer is the bot's sentence that it has too much to do.
    """

    requests: int
    rate: float
    p50: float
    p99: float
    refused: int
    lost: int
    busy: int


def load(port: int, signed: Path, seconds: int, connections: int = CONNECTIONS) -> Load:
    """Send the signed commands in turn for so many seconds."""
    done = subprocess.run(
        [
            *("wrk", "-t1", f"-c{connections}", f"-d{seconds}s", f"--timeout={PATIENCE}s"),
            *("-s", str(SCRIPT), f"http://127.0.0.1:{port}", "--", str(signed), BUSY),
        ],
        check=True,
        capture_output=True,
        text=True,
        timeout=seconds + 30,
        preexec_fn=lambda: pin_to(ASKING),
    )
    line = next(line for line in done.stdout.splitlines() if line.startswith("measured "))
    requests, duration, p50, p99, refused, lost, busy = map(int, line.split()[1:])
    rate = requests / (duration / 1e6)
    return Load(requests, rate, p50 / 1000, p99 / 1000, refused, lost, busy)

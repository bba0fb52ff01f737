"""wrk, one for each web process, as there is no balancer between."""

import asyncio
import json
import os
from dataclasses import dataclass
from pathlib import Path
from shutil import which

SCRIPT = Path(__file__).parent / "requests.lua"


@dataclass(frozen=True, slots=True)
class Pressed:
    """What one wrk tells: requests and those that failed, seconds, and milliseconds."""

    requests: int
    failed: int
    seconds: float
    p50: float
    p99: float


def there() -> bool:
    """Whether wrk is installed."""
    return which("wrk") is not None


async def press(port: int, requests: Path, connections: int, seconds: int) -> Pressed:
    """Ask that port for so long over so many connections, each at once again."""
    command = ("wrk", "-t", "1", "-c", str(connections), "-d", f"{seconds}s", "-s", str(SCRIPT))
    process = await asyncio.create_subprocess_exec(
        *(*command, f"http://127.0.0.1:{port}/"),
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "REQUESTS": str(requests)},
    )
    printed, _ = await process.communicate()
    told = next(line for line in printed.decode().splitlines() if line.startswith("told "))
    return Pressed(**json.loads(told.removeprefix("told ")))

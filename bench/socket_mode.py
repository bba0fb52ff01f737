"""Socket Mode: how many commands one connection acknowledges in a second, and how late.

python -m bench.socket_mode
"""

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bench.reports import Figure, Report, Size, Table, percentile, run
from bench.servers.asking import PEOPLE, questions
from bench.servers.running import ASKING, ROOT, SERVING, pin_to
from tests.support.socket_slack import Link, SocketSlack, envelope

REPEATED = 450
STARTING = 30
AT_A_TIME = {"full": (1, 4, 16, 64), "small": (1, 16)}
MEASURED = {"full": 4.0, "small": 0.5}
_TOLD = (
    "One process on one core, and on another a Slack that serves apps.connections.open, sends"
    " slash commands over one WebSocket and waits for their acknowledgements, so many under way at"
    " a time. Each acknowledgement holds the whole answer. Dropped: the connection was closed"
    " without a word, and this is the time until there was another."
)


def measure(size: Size) -> Report:
    """Step by step, then without the connection."""
    pin_to(ASKING)
    return asyncio.run(_measured(size))


async def _measured(size: Size) -> Report:
    slack, rows, best = SocketSlack(), [], 0.0
    await slack.listen()
    async with _bot(slack) as link:
        await _asked(link, 16, MEASURED[size] / 2)
        for width in AT_A_TIME[size]:
            times, seconds = await _asked(link, width, MEASURED[size])
            rate, p99 = len(times) / seconds, percentile(times, 0.99)
            rows.append((width, rate, 1000 * statistics.median(times), 1000 * p99))
            best = max(best, rate)
        began = time.perf_counter()
        link.drop()
        await asyncio.wait_for(slack.links.get(), STARTING)
        away = time.perf_counter() - began
    await slack.close()
    columns = ("under way at a time", "acknowledgements/s", "p50 ms", "p99 ms")
    return Report(
        _TOLD,
        (Table("Socket Mode, one connection", columns, tuple(rows)),),
        (
            Figure("acknowledgements over one connection", best, "1/s", better="higher"),
            Figure("p50 of one at a time", rows[0][2], "ms"),
            Figure("connected again after it was dropped", away, "s"),
        ),
    )


@asynccontextmanager
async def _bot(slack: SocketSlack) -> AsyncIterator[Link]:
    """The connection that the bot, started on the first core, has opened."""
    with tempfile.TemporaryDirectory() as folder:
        environ = {
            **os.environ,
            **{"SLACK_API_URL": slack.api_url, "SLACK_BOT_TOKEN": "xoxb-bench"},
            **{"SLACK_APP_TOKEN": "xapp-bench", "RATE_LIMIT_PER_MINUTE": "0"},
            **{"DATABASE_URL": f"sqlite:///{Path(folder) / 'alliance.db'}", "LOG_LEVEL": "ERROR"},
        }
        bot = subprocess.Popen(
            [sys.executable, "-m", "bot", "socket"],
            cwd=ROOT,
            env=environ,
            stdout=subprocess.DEVNULL,
            preexec_fn=lambda: pin_to(SERVING),
        )
        try:
            yield await asyncio.wait_for(slack.links.get(), STARTING)
        finally:
            bot.terminate()
            await asyncio.to_thread(bot.wait, 40)


async def _asked(link: Link, width: int, seconds: float) -> tuple[list[float], float]:
    """The seconds of each, and in all; the next is sent when one comes back."""
    texts, times = questions()[:REPEATED], []
    sent: dict[str, float] = {}
    began = time.perf_counter()
    for number in range(1_000_000):
        if number >= width:
            answer = await asyncio.wait_for(link.heard(), STARTING)
            assert answer["payload"]["blocks"], answer
            times.append(time.perf_counter() - sent.pop(answer["envelope_id"]))
        if time.perf_counter() - began > seconds:
            break
        link.send(envelope(number, texts[number % REPEATED], f"U{number % PEOPLE}"))
        sent[f"e{number}"] = time.perf_counter()
    taken = time.perf_counter() - began
    while sent:
        answer = await asyncio.wait_for(link.heard(), STARTING)
        sent.pop(answer["envelope_id"], None)
    return times, taken


if __name__ == "__main__":
    run(measure)

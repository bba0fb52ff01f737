"""From 1 to 256 connections: how much is answered, how late, and what then happens.

python -m bench.concurrency
"""

import tempfile
from importlib.util import find_spec
from pathlib import Path

from bench.reports import Cell, Figure, Plot, Report, Size, Table, run
from bench.servers import running
from bench.servers.asking import questions, write_signed
from bench.servers.loading import PATIENCE, Load, load
from bench.servers.running import BARE, OURS, Server

STEPS = {"full": (1, 2, 4, 8, 16, 32, 64, 128, 256), "small": (1, 256)}
REPEATED = 450
# The bytes that a usual answer of ours has.
USUAL = 5_700
_TOLD = (
    "A signed /alliance to one process on one core, asked by wrk from another over more and more"
    " connections, 450 questions again and again. Busy: the bot told the person at once that it"
    " has too much to do. Late: no answer within Slack's {patience} s. It bends where the core is"
    " used up. From there on more connections wait longer; on a machine so slow that the last"
    " of many would not be answered in time, some are told so at once."
)


def measure(size: Size) -> Report:
    """Ours, and a bare app that looks nothing up, step by step."""
    if lacking := running.missing(["wrk"]):
        return Report(f"Left out, for want of {lacking[0]}: Debian's package of that name has it.")
    seconds = 4 if size == "full" else 1
    with tempfile.TemporaryDirectory() as folder, running.quiet_slack() as api_url:
        found = {
            server.name: _steps(server, Path(folder), api_url, STEPS[size], seconds)
            for server in (OURS, BARE)
            if server is OURS or all(map(find_spec, ("uvicorn", "uvloop", "httptools")))
        }
    told = _TOLD.format(patience=PATIENCE)
    return Report(told, (_table(found),), _figures(found[OURS.name]), _plots(found))


def _steps(
    server: Server, folder: Path, api_url: str, steps: tuple[int, ...], seconds: int
) -> dict[int, Load]:
    with running.serving(server, api_url, f"sqlite:///{folder}/alliance.db", USUAL) as port:
        signed = write_signed(questions()[:REPEATED], folder / "signed")
        load(port, signed, 1)
        return {step: load(port, signed, seconds, step) for step in steps}


def _table(found: dict[str, dict[int, Load]]) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (name, step, done.rate, done.p50, done.p99, done.busy, done.refused + done.lost)
        for name, steps in found.items()
        for step, done in steps.items()
    ]
    columns = ("server", "connections", "requests/s", "p50 ms", "p99 ms", "busy", "failed or late")
    return Table("From few connections to many", columns, tuple(rows))


def _figures(ours: dict[int, Load]) -> tuple[Figure, ...]:
    most = max(ours)
    peak = max(done.rate for done in ours.values())
    return (
        Figure(f"p99 at {most} connections", ours[most].p99, "ms", most=1000 * PATIENCE),
        Figure(f"failed or late at {most} connections", ours[most].refused + ours[most].lost, ""),
        Figure(f"told to be busy at {most} connections", ours[most].busy, ""),
        Figure(
            *(f"requests/s at {most} connections, of the most", ours[most].rate / peak, "times"),
            better="higher",
        ),
    )


def _plots(found: dict[str, dict[int, Load]]) -> tuple[Plot, ...]:
    rates, late = {}, {}
    for name, steps in found.items():
        rates[name] = [(step, done.rate) for step, done in steps.items()]
        late[f"{name}, p50"] = [(step, done.p50) for step, done in steps.items()]
        late[f"{name}, p99"] = [(step, done.p99) for step, done in steps.items()]
    return (
        Plot("How much is answered", "connections", "requests/s", rates),
        Plot("How late", "connections", "ms", late, logarithmic=True),
    )


if __name__ == "__main__":
    run(measure)

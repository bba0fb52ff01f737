"""A signed /alliance answered whole, by one process on one core, beside what it could be.

Ours is the bot as it is served; the others look nothing up. wrk asks them in turn from the other
core over 16 connections, several rounds, and a ratio is one of two neighbours in a round.

python -m bench.peers
"""

import json
import statistics
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from bench.reports import Cell, Figure, Report, Size, Table, run, spread
from bench.servers import running
from bench.servers.asking import SAMPLE, expected, never_twice, questions, words_in, write_signed
from bench.servers.loading import Load, load
from bench.servers.running import BARE, EMPTY_AS_OURS, EMPTY_JAVASCRIPT, EMPTY_USUAL, OURS, Server

# How many questions are repeated: more than a few, so that no answer stays in a processor's cache.
REPEATED = 450
FIRST, REPEAT = "ours, each question for the first time", "ours, 450 questions again and again"
_TOLD = (
    "Requests per second of one process on one core, asked by wrk from another over 16 connections."
    " Every request is signed. The first time: a fresh process is asked the labelled questions of"
    " tests/relevance and then the same with a letter too few, so that none comes twice. Of ours,"
    " {sample} answers a round are read: each begins with the passage that it must. No answer that"
    " is an error, or says that the bot is busy, is counted: there were none."
)
Round = Mapping[str, Load]


def measure(size: Size) -> Report:
    """Every server in turn, one round after the other."""
    if lacking := running.missing(["wrk"]):
        return Report(f"Left out, for want of {lacking[0]}: Debian's package of that name has it.")
    peers, absent = _peers(size)
    rounds, seconds = (5, 3) if size == "full" else (1, 1)
    with tempfile.TemporaryDirectory() as folder, running.quiet_slack() as api_url:
        done = [_round(Path(folder), api_url, peers, seconds) for _ in range(rounds)]
    return Report(_TOLD.format(sample=SAMPLE), (_table(done, absent),), tuple(_figures(done)))


def _peers(size: Size) -> tuple[list[Server], list[str]]:
    """Those that can be started, and the names of those that cannot, with what they want."""
    peers, absent = [EMPTY_AS_OURS], []
    if all(map(find_spec, ("uvicorn", "uvloop", "httptools"))):
        peers.insert(0, BARE)
    else:
        absent.append(f"{BARE.name}: wants requirements-bench.txt")
    if find_spec("gunicorn"):
        peers.append(EMPTY_USUAL)
    else:
        absent.append(f"{EMPTY_USUAL.name}: wants requirements-bench.txt")
    if wanted := _without_javascript(size):
        absent.append(f"{EMPTY_JAVASCRIPT.name}: {wanted}")
    else:
        peers.append(EMPTY_JAVASCRIPT)
    return peers, absent


def _without_javascript(size: Size) -> str:
    """Why Bolt for JavaScript is left out, if it is; it is installed where it is missing."""
    if lacking := running.missing(["node", "npm"]):
        return f"wants {' and '.join(lacking)}"
    if running.NODE_MODULES.exists():
        return ""
    if size == "small":
        return "is installed by a run at full size"
    running.install_javascript()
    return ""


def _round(folder: Path, api_url: str, peers: Sequence[Server], seconds: int) -> Round:
    """Each server once; ours first, for the others answer as many bytes."""
    found: dict[str, Load] = {}
    repeated = questions()[:REPEATED]
    with tempfile.TemporaryDirectory(dir=folder) as fresh:
        database = f"sqlite:///{fresh}/alliance.db"
        with running.serving(OURS, api_url, database) as port:
            fresh_ones = never_twice()
            found[FIRST] = _loaded(port, write_signed(fresh_ones, folder / "never"), seconds)
            assert found[FIRST].requests <= len(fresh_ones), "some came twice"
            length = _checked(port, repeated)
            again = write_signed(repeated, folder / "again")
            _warmed(port, again, seconds)
            found[REPEAT] = _loaded(port, again, seconds)
        for peer in peers:
            with running.serving(peer, api_url, database, length) as port:
                again = write_signed(repeated, folder / "again")
                _warmed(port, again, seconds)
                found[peer.name] = _loaded(port, again, seconds)
    return found


def _warmed(port: int, signed: Path, seconds: int) -> None:
    """Let caches fill and compilers finish; at the smallest size no time is believed anyway."""
    if seconds > 1:
        load(port, signed, 1)


def _loaded(port: int, signed: Path, seconds: int) -> Load:
    done = load(port, signed, seconds)
    assert not (done.refused or done.lost or done.busy), done
    return done


def _checked(port: int, texts: Sequence[str]) -> int:
    """The bytes of a usual answer; raises AssertionError where one is not what it must be."""
    lengths = []
    for text, words in islice(expected(texts), SAMPLE):
        status, answered = running.ask(port, text)
        assert status == 200 and words in words_in(json.loads(answered)), text
        lengths.append(len(answered))
    return int(statistics.median(lengths))


def _table(rounds: Sequence[Round], absent: Sequence[str]) -> Table:
    by_name: defaultdict[str, list[Load]] = defaultdict(list)
    for each in rounds:
        for name, done in each.items():
            by_name[name].append(done)
    rows: list[tuple[Cell, ...]] = [_row(name, done) for name, done in by_name.items()]
    rows += [(f"(left out) {name}", "", "", "", "") for name in absent]
    columns = ("server", "requests/s", "least-most", "p50 ms", "p99 ms")
    return Table("One process, one core, 16 connections", columns, tuple(rows))


def _row(name: str, done: Sequence[Load]) -> tuple[Cell, ...]:
    least, rate, most = spread([each.rate for each in done])
    p50, p99 = (statistics.median(values) for values in zip(*map(_times, done), strict=True))
    return name, rate, f"{least:,.0f}-{most:,.0f}", p50, p99


def _times(done: Load) -> tuple[float, float]:
    return done.p50, done.p99


def _figures(rounds: Sequence[Round]) -> Iterator[Figure]:
    """Each the median of the rounds' ratios."""
    wanted = (
        ("again, of empty Bolt for JavaScript", REPEAT, EMPTY_JAVASCRIPT, 1.2),
        ("again, of empty Bolt for Python with its defaults", REPEAT, EMPTY_USUAL, 8.0),
        ("again, of empty Bolt for Python on our server", REPEAT, EMPTY_AS_OURS, 0.70),
        ("again, of the bare ASGI app", REPEAT, BARE, 0.40),
        ("for the first time, of the bare ASGI app", FIRST, BARE, 0.25),
    )
    for name, ours, peer, least in wanted:
        if peer.name in rounds[0]:
            value = statistics.median(each[ours].rate / each[peer.name].rate for each in rounds)
            yield Figure(f"requests/s {name}", value, "times", least=least, better="higher")
    if BARE.name in rounds[0]:
        value = statistics.median(each[REPEAT].p99 / each[BARE.name].p99 for each in rounds)
        yield Figure("p99 again, of the bare ASGI app", value, "times", most=3.0)


if __name__ == "__main__":
    run(measure)

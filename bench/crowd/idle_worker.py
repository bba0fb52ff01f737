"""A worker that has nothing to do, in a process of its own: what it costs to wait.

python -m bench.crowd.idle_worker WARMING SECONDS
Its settings are in the environment; it prints what it took, as JSON.
"""

import json
import os
import sys
import time
from itertools import count
from pathlib import Path

from sqlalchemy import Engine, event

from bot.assembly.worker import beside, database, delivering
from bot.library.reading import read_statements
from bot.settings import load


def main() -> None:
    warming, seconds = map(float, sys.argv[1:])
    statements = count()
    event.listen(Engine, "before_cursor_execute", lambda *_: next(statements))
    settings = load(os.environ, "worker")
    engine = database(settings)
    with delivering(settings, engine, read_statements()[0]) as worker, beside(worker):
        time.sleep(warming)
        before, used = next(statements), time.process_time()
        time.sleep(seconds)
        used = time.process_time() - used
        asked = next(statements) - before - 1
        told = {"statements": 60 * asked / seconds, "percent": 100 * used / seconds}
        print(json.dumps({**told, "megabytes": _resident()}), flush=True)


def _resident() -> float:
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


if __name__ == "__main__":
    main()

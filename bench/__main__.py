"""Runs every program of bench/, one after the other.

python -m bench                      each at full size and kept; then all is published
python -m bench --small              each at its smallest size, to see that it still works
python -m bench lookup relevance     only these
"""

import argparse
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from bench.programs import programs

# Seconds after which a program at its smallest size is hung, and how many run at once: no times are
# looked at then.
PATIENCE, AT_ONCE = 120, 2


def main() -> int:
    """Run them; 1 where one of them fails."""
    told = argparse.ArgumentParser()
    told.add_argument("programs", nargs="*", default=programs())
    told.add_argument("--small", action="store_true", help="keep and publish nothing")
    given = told.parse_args()
    with ThreadPoolExecutor(AT_ONCE if given.small else 1) as running:
        done = list(running.map(works if given.small else measured, given.programs))
    failed = [program for program, well in zip(given.programs, done, strict=True) if not well]
    if failed:
        print(f"failed: {', '.join(failed)}")
    elif not given.small:
        failed = [] if measured("publish") else ["publish"]
    return int(bool(failed))


def measured(program: str) -> bool:
    """Run it at full size and keep what it found; false where it fails."""
    print(f"==> bench.{program}", flush=True)
    keep = () if program == "publish" else ("--keep",)
    return subprocess.run([sys.executable, "-m", f"bench.{program}", *keep]).returncode == 0


def works(program: str) -> bool:
    """Run it at its smallest size, and show what it says only where it fails."""
    began = time.monotonic()
    command = [sys.executable, "-m", f"bench.{program}", "--small"]
    try:
        done = subprocess.run(
            command,
            timeout=PATIENCE,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
    except subprocess.TimeoutExpired as late:
        status, said = "hangs", late.output or b""
    else:
        status, said = "works" if done.returncode == 0 else "fails", done.stdout
    print(f"bench.{program} {status}, {time.monotonic() - began:.1f} s", flush=True)
    if status != "works":
        print(said.decode(errors="replace"))
    return status == "works"


if __name__ == "__main__":
    sys.exit(main())

"""Two revisions of the bot on disk, and a figure of one of them."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
PROGRAM = Path(__file__).parent / "core_figures.py"
PATIENCE = 300


@contextmanager
def checked_out(revision: str) -> Iterator[Path]:
    """A working tree of that revision, which is gone at the end; raises CalledProcessError."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "base"
        _git("worktree", "add", "--detach", str(tree), revision)
        try:
            yield tree
        finally:
            _git("worktree", "remove", "--force", str(tree))


def figure(tree: Path, name: str, questions: Path) -> Any | None:
    """What core_figures finds with that tree's bot; None where that bot has not got it."""
    return _json([sys.executable, "-P", str(PROGRAM), name, str(questions)], tree)


def cold_start(tree: Path) -> dict[str, float] | None:
    """The seconds from a command in the shell to its first answer."""
    start = time.perf_counter()
    done = _ran([sys.executable, "-m", "bot", "ask", "climate"], tree)
    taken = time.perf_counter() - start
    return {"alliance ask, cold, s": taken} if done.returncode == 0 else None


def _json(command: list[str], tree: Path) -> Any | None:
    done = _ran(command, tree)
    return json.loads(done.stdout.splitlines()[-1]) if done.returncode == 0 else None


def _ran(command: list[str], tree: Path) -> "subprocess.CompletedProcess[str]":
    environ = {**os.environ, "PYTHONPATH": str(tree)}
    return subprocess.run(
        command, cwd=tree, env=environ, capture_output=True, text=True, timeout=PATIENCE
    )


def _git(*words: str) -> None:
    subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True)

"""The command line in a process of its own, with nothing of this environment's settings."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
# Where whoever starts first keeps the index that the others open.
KEPT = {"CACHE_DIR": str(ROOT / ".pytest_cache" / "indexes")}
BARE = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **KEPT}
# A statement of four paragraphs, which is read at once, for whoever asks nothing of the real one.
SMALL = {"KNOWLEDGE_DIR": str(ROOT / "tests" / "data")}


def command(*arguments: str) -> list[str]:
    """`alliance` with these arguments."""
    return [sys.executable, "-m", "bot", *arguments]

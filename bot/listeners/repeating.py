"""Whole answers kept for a while, ready to be sent: people ask what others have asked before.

The words themselves are not kept; an answer is found again by a checksum of them.
"""

import json
from dataclasses import dataclass
from hashlib import blake2b
from threading import Lock

from cachetools import LRUCache

from bot.core.answering import Answer, lasting
from bot.core.statement import Language
from bot.rendering.answers import render
from bot.rendering.message import payload_of

# All of it in bytes; about 850 answers.
MOST_BYTES = 4_194_304
# What an answer takes beside its body: its matches, its keys, and its places in the cache.
BESIDE = 1_000


@dataclass(frozen=True, slots=True)
class Ready:
    """An answer, and the response's body that brings it to one person: JSON, all ASCII."""

    answer: Answer
    body: str


class Repeats:
    """The answers that were given last, as many as `most` bytes hold; safe among threads."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self._held: LRUCache[tuple[bytes, Language], Ready] = LRUCache(most, getsizeof=_bytes)
        self._lock = Lock()

    def find(self, text: str, language: Language) -> Ready | None:
        """What these words were answered with in that language, if it is still held."""
        with self._lock:
            return self._held.get(_key(text, language))

    def keep(self, text: str, language: Language, ready: Ready) -> None:
        """Hold it, unless the same words are answered otherwise the next time."""
        if lasting(ready.answer):
            with self._lock:
                self._held[_key(text, language)] = ready


def ready(answer: Answer, language: Language) -> Ready:
    """The answer, rendered and encoded once."""
    payload = {"response_type": "ephemeral", **payload_of(render(answer, language))}
    return Ready(answer, json.dumps(payload, separators=(",", ":")))


def _key(text: str, language: Language) -> tuple[bytes, Language]:
    # Over Socket Mode half a surrogate pair may come in.
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest(), language


def _bytes(ready: Ready) -> int:
    return len(ready.body) + BESIDE

"""How the stand-in fails when it is told to, for tests and for people who want to see it."""

import json
from collections import defaultdict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

EVERY, REQUEST = "*", "request"


@dataclass(frozen=True, slots=True)
class Fault:
    """How one call fails: with a status, without any answer, or too late."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    closes: bool = False
    hangs: bool = False
    kind: str = "fault"


def rate_limited(seconds: int = 0) -> Fault:
    """https://docs.slack.dev/apis/web-api/rate-limits"""
    body = b'{"ok": false, "error": "ratelimited"}'
    return Fault(429, body, {"Retry-After": str(seconds)}, kind="429")


def refused(error: str) -> Fault:
    """An answer of Slack's that says no."""
    return Fault(body=json.dumps({"ok": False, "error": error}).encode(), kind=error)


SERVER_ERROR = Fault(500, b"<html>oops</html>", kind="500")
CLOSED = Fault(closes=True, kind="drop")
HANGING = Fault(hangs=True, kind="slow")
OF_CALLS: Mapping[str, Callable[[], Fault]] = {
    "429": lambda: rate_limited(1),
    "500": lambda: SERVER_ERROR,
    "slow": lambda: HANGING,
    "drop": lambda: CLOSED,
    "token_revoked": lambda: refused("token_revoked"),
}
# What happens to what Slack sends to the bot.
OF_REQUESTS: Mapping[str, Callable[[], Fault]] = {
    kind: lambda kind=kind: Fault(kind=kind)  # type: ignore[misc]
    for kind in ("twice", "late", "drop", "out_of_order")
}


class Faults:
    """The faults to come, for each method and for all."""

    def __init__(self) -> None:
        self._to_come: defaultdict[str, deque[Fault]] = defaultdict(deque)
        self._lock = Lock()
        self._held: list[Callable[[], None]] = []

    def hold(self, work: Callable[[], None]) -> None:
        """Keep something back that is to be done after the next of its kind."""
        with self._lock:
            self._held.append(work)

    def released(self) -> list[Callable[[], None]]:
        """What was kept back, which is not any more."""
        with self._lock:
            held, self._held = self._held, []
        return held

    def fail(self, method: str, *faults: Fault) -> None:
        """Let the next calls of the method fail, one each."""
        with self._lock:
            self._to_come[method].extend(faults)

    def choose(self, method: str, kind: str | None, times: int) -> bool:
        """Let the next calls fail in that way, or with None in none; False where it cannot be."""
        kinds = OF_REQUESTS if method == REQUEST else OF_CALLS
        with self._lock:
            if kind is None:
                self._to_come.pop(method, None)
            elif kind in kinds:
                self._to_come[method] = deque([kinds[kind]()] * times)
        return kind is None or kind in kinds

    def take(self, method: str, *kinds: str) -> Fault | None:
        """The fault of this call, if it has one; where `kinds` are given, others wait on."""
        with self._lock:
            for named in (method, EVERY) if method != REQUEST else (method,):
                waiting = self._to_come[named]
                if waiting and (not kinds or waiting[0].kind in kinds):
                    return waiting.popleft()
        return None

    def clear(self) -> None:
        """Let nothing fail any more."""
        with self._lock:
            self._to_come.clear()
            self._held.clear()

    def face(self) -> list[dict[str, Any]]:
        """What is to come, for the page."""
        with self._lock:
            return [
                {"method": method, "kind": faults[0].kind, "times": len(faults)}
                for method, faults in self._to_come.items()
                if faults
            ]

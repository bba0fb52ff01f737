"""The paths for whoever operates the bot: is it up, is it ready, what does it measure.

Numbers are for this machine, or for whoever brings the token.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from hmac import compare_digest
from http import HTTPStatus
from typing import TYPE_CHECKING

from prometheus_client.exposition import CONTENT_TYPE_LATEST

from bot.measuring.measures import Measures
from bot.measuring.readiness import Readiness
from bot.web.replies import Reply, plain, typed

if TYPE_CHECKING:
    from wsgiref.types import WSGIEnvironment

_HERE = frozenset(("127.0.0.1", "::1"))
_BEARER = "Bearer "
_JSON = "application/json"


def _staying() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Operating:
    """Answers /healthz, /readyz and /metrics."""

    measures: Measures
    readiness: Readiness
    metrics_token: str = field(default="", repr=False)
    leaving: Callable[[], bool] = _staying

    def reply(self, environ: "WSGIEnvironment") -> Reply | None:
        """The answer, or None where the path is another one."""
        match environ.get("PATH_INFO"):
            case "/healthz" | "/readyz" if self.leaving():
                return plain(HTTPStatus.SERVICE_UNAVAILABLE, "stopping\n")
            case "/healthz":
                return plain(HTTPStatus.OK, "up\n")
            case "/readyz":
                return self._ready()
            case "/metrics" if self._may_see(environ):
                return typed(CONTENT_TYPE_LATEST, self.measures.text())
            case "/metrics":
                return plain(HTTPStatus.UNAUTHORIZED, "Send METRICS_TOKEN as a bearer token.\n")
            case _:
                return None

    def _ready(self) -> Reply:
        found = self.readiness.found()
        status = HTTPStatus.OK if all(found.values()) else HTTPStatus.SERVICE_UNAVAILABLE
        return typed(_JSON, f"{json.dumps(dict(found))}\n".encode(), status)

    def _may_see(self, environ: "WSGIEnvironment") -> bool:
        """A proxy on this machine speaks for others, and says so."""
        if self.metrics_token:
            brought = str(environ.get("HTTP_AUTHORIZATION", ""))
            wanted = f"{_BEARER}{self.metrics_token}"
            return compare_digest(brought.encode(), wanted.encode())
        forwarded = "HTTP_X_FORWARDED_FOR" in environ or "HTTP_FORWARDED" in environ
        return environ.get("REMOTE_ADDR") in _HERE and not forwarded

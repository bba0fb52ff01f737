"""The WSGI application: one path for Slack, a sentence for people, nothing else.

It knows neither the settings' source nor how the App was built.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from threading import BoundedSemaphore
from time import perf_counter
from typing import TYPE_CHECKING

from slack_bolt import App, BoltRequest
from slack_sdk.signature import SignatureVerifier

from bot.listeners.failures import Failures, shown_at_once
from bot.rendering.misses import render_busy
from bot.web.flowing import Flow
from bot.web.operating import Operating
from bot.web.reading import Refused, headers_in, request_in
from bot.web.replies import Reply, passed_on, plain, typed

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

    from bot.installing.door import InstallDoor

EVENTS = "/slack/events"
# How many requests are answered at a time, if nobody says otherwise; how many may wait for each of
# them, and how many threads there are for each, or more. Those that are left refuse at once what is
# too much: if all waited, requests would grow old in the server's queue, and none be in time. While
# answers flow all of them may wait, for then the queue is short in time, however long it is: of 256
# connections three in four were refused that would have been answered within 0.3 s
# (bench.concurrency). Fewer threads took as much of the processor for each request, within 10 %.
AT_A_TIME, WAITING, THREADS = 4, 12, 16
# Seconds that a request waits for its turn; Slack waits for three.
PATIENCE = 1.5
_KINDS = frozenset(
    "command event_callback block_actions block_suggestion view_submission view_closed shortcut"
    " message_action".split()
)
_ROOT = f"The alliance bot is running. Slack sends its requests to {EVENTS}.\n"


def _with_room() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Door:
    """A WSGI application round a Bolt App, which answers so many requests at a time.

    While it is `full`, what is to be answered after the acknowledgement would be dropped. The
    `verifier` lets it turn away what is long and not Slack's before it is read.
    """

    app: App
    room: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(AT_A_TIME))
    line: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(AT_A_TIME * WAITING))
    patience: float = PATIENCE
    flow: Flow = field(default_factory=Flow)
    full: Callable[[], bool] = _with_room
    operating: Operating | None = None
    installing: "InstallDoor | None" = None
    verifier: SignatureVerifier | None = None

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        reply = self._reply(environ)
        length = ("content-length", str(len(reply.body)))
        headers = [*reply.headers, length, *self._parting()]
        start_response(f"{reply.status.value} {reply.status.phrase}", headers)
        return [b"" if environ.get("REQUEST_METHOD") == "HEAD" else reply.body]

    def _parting(self) -> tuple[tuple[str, str], ...]:
        """Whoever keeps the connection would else send on it what nobody hears any more."""
        leaving = self.operating and self.operating.leaving()
        return (("connection", "close"),) if leaving else ()

    def _reply(self, environ: "WSGIEnvironment") -> Reply:
        where = (environ.get("REQUEST_METHOD"), environ.get("PATH_INFO"))
        try:
            if where == ("POST", EVENTS):
                return self._dispatched(request_in(environ, self.verifier))
            if where[0] in ("GET", "HEAD") and (page := self._page(environ)):
                return page
            raise Refused(HTTPStatus.NOT_FOUND, "There is nothing here.")
        except Refused as refused:
            return plain(refused.status, f"{refused.why}\n")

    def _page(self, environ: "WSGIEnvironment") -> Reply | None:
        path = environ.get("PATH_INFO", "")
        if path == "/":
            return plain(HTTPStatus.OK, _ROOT)
        if self.installing and path in self.installing.paths:
            query, headers = environ.get("QUERY_STRING", ""), headers_in(environ)
            return passed_on(self.installing.answer(path, query, headers))
        return self.operating.reply(environ) if self.operating else None

    def _dispatched(self, request: BoltRequest) -> Reply:
        started = perf_counter()
        reply = self._answered(request)
        if self.operating:
            seconds = perf_counter() - started
            self.operating.measures.acknowledged(_kind(request), reply.status.value, seconds)
        return reply

    def _answered(self, request: BoltRequest) -> Reply:
        if not self._admitted(request):
            self._unanswered("busy")
            return _busy(request)
        entered = self.flow.entered()
        try:
            response = self.app.dispatch(request)
        except Exception as error:
            return _apologized(Failures(self._unanswered).logged(error))
        finally:
            self.room.release()
            self.flow.left(entered)
        return passed_on(response)

    def _unanswered(self, why: str) -> None:
        if self.operating:
            self.operating.measures.unanswered(why)

    def _admitted(self, request: BoltRequest) -> bool:
        """Whether it is its turn, in time; an event that could not be answered comes again."""
        if self.full() and request.body.get("type") == "event_callback":
            return False
        if self.room.acquire(blocking=False):
            return True
        if not self.line.acquire(blocking=False):
            return self.flow.quick() and self.room.acquire(timeout=self.patience)
        try:
            return self.room.acquire(timeout=self.patience)
        finally:
            self.line.release()


def _kind(request: BoltRequest) -> str:
    """What Slack sent, as the numbers name it: whoever can sign must not make up more."""
    kind = "command" if "command" in request.body else request.body.get("type")
    return kind if isinstance(kind, str) and kind in _KINDS else "other"


def _apologized(id: str) -> Reply:
    """An apology with the id that the error is logged under."""
    why = f"Something went wrong here, not with your request ({id}).\n"
    return plain(HTTPStatus.INTERNAL_SERVER_ERROR, why)


def _busy(request: BoltRequest) -> Reply:
    """A sentence where Slack shows one; an event is refused, for Slack sends it again later.

    https://docs.slack.dev/apis/events-api/#retries
    """
    if request.body.get("type") == "event_callback":
        return plain(HTTPStatus.SERVICE_UNAVAILABLE, "Busy; please send it again.\n")
    if shown := shown_at_once(render_busy(), request.body):
        return typed("application/json;charset=utf-8", json.dumps(shown).encode())
    return plain(HTTPStatus.OK, "")

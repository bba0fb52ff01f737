"""Sends signed requests to the bot, waits three seconds for each, and repeats events.

https://docs.slack.dev/apis/events-api
"""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar
from urllib.parse import urlencode

from bot.playground import limits
from bot.playground.agenda import Agenda
from bot.playground.faults import REQUEST, Faults
from bot.playground.ledger import Entry, Ledger, readable
from bot.playground.refusals import Refused
from bot.playground.sending import Heard, Unanswered, posted, signed

_FORM, _JSON = "application/x-www-form-urlencoded", "application/json"
LATE_SECONDS = 60
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Request:
    """What is sent: its name for the ledger, its content, and its body."""

    name: str
    kind: str
    shown: Mapping[str, Any]
    body: bytes


@dataclass(frozen=True, slots=True)
class Delivery:
    """Everything that goes to the bot at one address; `patience` is in seconds."""

    address: Callable[[], str]
    secret: str
    ledger: Ledger
    faults: Faults
    agenda: Agenda
    patience: float = limits.ACK_SECONDS

    def form(self, fields: Mapping[str, str], read: Callable[[Heard], T]) -> T:
        """Send a slash command; raises Unanswered, and what `read` raises for the answer."""
        body = urlencode(fields).encode()
        return self._once(Request(fields["command"], _FORM, fields, body), read)

    def interaction(self, payload: Mapping[str, Any], read: Callable[[Heard], T]) -> T:
        """Send what was pressed; raises Unanswered, and what `read` raises for the answer."""
        body = urlencode({"payload": json.dumps(payload)}).encode()
        return self._once(Request(payload["type"], _FORM, payload, body), read)

    def event(self, envelope: Mapping[str, Any]) -> None:
        """Send an event, and again where it is not acknowledged, as the agenda comes to it."""
        body = json.dumps(envelope).encode()
        request = Request(envelope["event"]["type"], _JSON, envelope, body)
        attempt = partial(self._attempt, request, 0, "")
        held = self.faults.released()
        fault = None if held else self.faults.take(REQUEST)
        match fault and fault.kind:
            case "twice":
                attempt()
                attempt()
            case "late":
                self.agenda.after(LATE_SECONDS, attempt)
            case "out_of_order":
                self.faults.hold(attempt)
                self.agenda.after(LATE_SECONDS, self._release)
            case "drop":
                self._again(request, 0, self._dropped(request).reason)
            case _:
                attempt()
        for work in held:
            work()

    def _release(self) -> None:
        """An event that waits for the next one does not wait for ever."""
        for work in self.faults.released():
            work()

    def _once(self, request: Request, read: Callable[[Heard], T]) -> T:
        """Send a command or a press, which Slack neither repeats nor delays; raises Unanswered."""
        if self.faults.take(REQUEST, "drop"):
            raise self._dropped(request)
        return self._send(request, {}, read)

    def _dropped(self, request: Request) -> Unanswered:
        self._note(request, {}, time.perf_counter(), 0, {}, "fault: drop")
        return Unanswered("connection_failed")

    def _attempt(self, request: Request, number: int, reason: str) -> None:
        """The first attempt is number 0; https://docs.slack.dev/apis/events-api/#retries"""
        retry = {"x-slack-retry-num": str(number), "x-slack-retry-reason": reason}
        try:
            heard = self._send(request, retry if number else {}, lambda heard: heard)
        except Unanswered as unanswered:
            self._again(request, number, unanswered.reason)
        else:
            if not 200 <= heard.status < 300 and heard.headers.get("x-slack-no-retry") != "1":
                self._again(request, number, "http_error")

    def _again(self, request: Request, number: int, reason: str) -> None:
        if number < len(limits.RETRY_DELAYS):
            delay = limits.RETRY_DELAYS[number]
            self.agenda.after(delay, lambda: self._attempt(request, number + 1, reason))

    def _send(self, request: Request, more: Mapping[str, str], read: Callable[[Heard], T]) -> T:
        """What `read` makes of the answer; why it refuses it stands in the ledger."""
        headers = {"content-type": request.kind, **signed(request.body, self.secret), **more}
        started = time.perf_counter()
        try:
            heard = posted(self.address(), request.body, headers, self.patience)
        except Unanswered as unanswered:
            self._note(request, more, started, 0, {}, unanswered.reason)
            raise
        verdict = "ok" if heard.status == 200 else f"http_error: {heard.status}"
        try:
            return read(heard)
        except Refused as refused:
            verdict = refused.verdict
            raise
        finally:
            self._note(request, more, started, heard.status, readable(heard.body), verdict)

    def _note(
        self,
        request: Request,
        more: Mapping[str, str],
        started: float,
        status: int,
        response: Mapping[str, Any],
        verdict: str,
    ) -> None:
        took = round(1000 * (time.perf_counter() - started), 1)
        shown = {**request.shown, **more}
        self.ledger.add(Entry("to bot", request.name, status, took, shown, response, verdict))

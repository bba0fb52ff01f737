"""Sends signed requests to the bot, waits three seconds for each, and repeats events.

https://docs.slack.dev/apis/events-api and https://docs.slack.dev/authentication/verifying-requests-from-slack
"""

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from typing import Any, TypeVar
from urllib.parse import urlencode, urlsplit

from slack_sdk.signature import SignatureVerifier

from bot.playground import limits
from bot.playground.agenda import Agenda
from bot.playground.faults import REQUEST, Faults
from bot.playground.ledger import Entry, Ledger, readable
from bot.playground.refusals import Refused

_FORM, _JSON = "application/x-www-form-urlencoded", "application/json"
LATE_SECONDS = 60
T = TypeVar("T")


class Unanswered(Exception):
    """The bot did not answer; `reason` is what Slack's retry header calls it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    @property
    def word(self) -> str:
        """What Slack calls it where a person waits."""
        return "operation_timeout" if self.reason == "http_timeout" else "dispatch_failed"


@dataclass(frozen=True, slots=True)
class Heard:
    """What the bot answered."""

    status: int
    body: bytes
    headers: Mapping[str, str]

    def accepted(self) -> None:
        """Take it for a bare acknowledgement, whatever it says; raises Refused for an error."""
        if self.status != 200:
            raise Refused(f"http_error: {self.status}")

    def json(self) -> dict[str, Any]:
        """What it says beyond the acknowledgement, `{}` where it says nothing; raises Refused."""
        self.accepted()
        try:
            said = json.loads(self.body.strip() or b"{}")
        except ValueError:
            said = None
        if not isinstance(said, dict):
            raise Refused("invalid_response")
        return said


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
        fault = self.faults.take(REQUEST)
        match fault and fault.kind:
            case "twice":
                self._attempt(request, 0, "")
                self._attempt(request, 0, "")
            case "late":
                self.agenda.after(LATE_SECONDS, lambda: self._attempt(request, 0, ""))
            case "drop":
                self._again(request, 0, self._dropped(request).reason)
            case _:
                self._attempt(request, 0, "")

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
        headers = {"content-type": request.kind, **self._signed(request.body), **more}
        started = time.perf_counter()
        try:
            heard = _posted(self.address(), request.body, headers, self.patience)
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

    def _signed(self, body: bytes) -> dict[str, str]:
        # The real time, not the workspace's: the bot refuses what is older than five minutes.
        stamp = str(int(time.time()))
        signature = SignatureVerifier(self.secret).generate_signature(timestamp=stamp, body=body)
        return {"x-slack-request-timestamp": stamp, "x-slack-signature": signature or ""}


def _posted(address: str, body: bytes, headers: Mapping[str, str], patience: float) -> Heard:
    where = urlsplit(address)
    connection = HTTPConnection(where.hostname or "", where.port, timeout=patience)
    try:
        connection.request("POST", where.path, body, dict(headers))
        response = connection.getresponse()
        lowered = {name.lower(): value for name, value in response.getheaders()}
        return Heard(response.status, response.read(), lowered)
    except TimeoutError:
        raise Unanswered("http_timeout") from None
    except (OSError, HTTPException):
        raise Unanswered("connection_failed") from None
    finally:
        connection.close()

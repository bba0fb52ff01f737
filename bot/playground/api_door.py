"""The Web API and the response_urls over HTTP: arguments in, answers out, faults between."""

import json
import time
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl

from bot.playground.faults import Fault, Faults, rate_limited
from bot.playground.ledger import Entry, Ledger, readable
from bot.playground.pace import Pace
from bot.playground.refusals import Refused
from bot.playground.responding import Responses
from bot.playground.web_api import WebApi, WebApis

API, RESPONSES = "/api/", "/responses/"
RESPONSE_URL = "response_url"
# https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks#handling_errors
_STATUSES = {
    "invalid_token": HTTPStatus.FORBIDDEN,
    "expired_url": HTTPStatus.NOT_FOUND,
    "used_url": HTTPStatus.NOT_FOUND,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One HTTP request of the bot's."""

    path: str
    query: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Answered:
    """What goes back over HTTP."""

    status: int
    body: bytes
    kind: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ApiDoor:
    """Where the bot speaks to Slack."""

    web_apis: WebApis
    responses: Responses
    faults: Faults
    ledger: Ledger
    pace: Pace | None = None

    def answer(self, asked: Asked) -> Answered | Fault:
        """What Slack answers, or how it fails; written into the ledger before it leaves."""
        started = time.perf_counter()
        name = _name(asked.path)
        read = _arguments(asked)
        answered: Answered | Fault
        if fault := self.faults.take(name):
            answered, verdict = fault, f"fault: {fault.kind}"
        elif read is None:
            answered, verdict = _illegible(name)
        elif seconds := self._too_fast(name, read):
            answered, verdict = rate_limited(seconds), "ratelimited"
        elif name == RESPONSE_URL:
            answered, verdict = self._responded(asked, read)
        else:
            answered, verdict = self._called(name, asked, read)
        took = round(1000 * (time.perf_counter() - started), 1)
        shown = readable(answered.body)
        self.ledger.add(Entry("from bot", name, answered.status, took, read or {}, shown, verdict))
        return answered

    def _too_fast(self, name: str, read: Mapping[str, Any]) -> int:
        """How many seconds the bot has to wait."""
        if self.pace is None or name != "chat.postMessage":
            return 0
        return self.pace.wait(str(read.get("channel")))

    def _called(self, name: str, asked: Asked, read: Mapping[str, Any]) -> tuple[Answered, str]:
        kind, _, told = asked.headers.get("authorization", "").partition(" ")
        token = told if kind == "Bearer" else str(read.get("token", ""))
        given = {**read, **_client(told)} if kind == "Basic" else read
        api = self.web_apis.of(given, token)
        try:
            answer = api.call(name, given, token)
        except Refused as refused:
            return _told(refused.answer, api), refused.verdict
        return _told(answer, api), "ok"

    def _responded(self, asked: Asked, read: Mapping[str, Any]) -> tuple[Answered, str]:
        try:
            self.responses.take(asked.path.removeprefix(RESPONSES), read)
        except Refused as refused:
            status = _STATUSES.get(refused.word, HTTPStatus.BAD_REQUEST)
            return Answered(status, refused.word.encode(), "text/plain"), refused.verdict
        return Answered(200, b"ok", "text/plain"), "ok"


def _told(answer: Mapping[str, Any], api: WebApi) -> Answered:
    """An answer, with the scopes that the token has: https://docs.slack.dev/authentication"""
    scopes = ",".join(sorted(api.workspace.app.scopes))
    return Answered(200, json.dumps(answer).encode(), headers={"x-oauth-scopes": scopes})


def _client(basic: str) -> dict[str, str]:
    """An app's id and secret, which the header holds where it has no token yet."""
    try:
        id, _, secret = b64decode(basic).decode().partition(":")
    except ValueError:
        return {}
    return {"client_id": id, "client_secret": secret}


def _illegible(name: str) -> tuple[Answered, str]:
    if name == RESPONSE_URL:
        return Answered(HTTPStatus.BAD_REQUEST, b"invalid_payload", "text/plain"), "invalid_payload"
    return _json({"ok": False, "error": "invalid_json"}), "invalid_json"


def _name(path: str) -> str:
    return RESPONSE_URL if path.startswith(RESPONSES) else path.removeprefix(API)


def _arguments(asked: Asked) -> dict[str, Any] | None:
    """The arguments of the query and of the body, a form or JSON; None where it is not legible.

    https://docs.slack.dev/apis/web-api/#methods
    """
    arguments: dict[str, Any] = dict(parse_qsl(asked.query))
    if "json" in asked.headers.get("content-type", ""):
        try:
            body = json.loads(asked.body or b"{}")
        except ValueError:
            return None
        return {**arguments, **body} if isinstance(body, dict) else None
    form = parse_qsl(asked.body.decode(errors="replace"), keep_blank_values=True)
    return {**arguments, **dict(form)}


def _json(answer: Mapping[str, Any]) -> Answered:
    return Answered(200, json.dumps(answer).encode())

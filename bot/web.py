"""The HTTP door: Slack's requests come in at one path and leave for Bolt; nothing else is here.

It knows neither the settings' source nor how the App was built.
"""

import errno
import os
import re
import signal
import socket
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from slack_bolt import App, BoltRequest

from bot.core.errors import BadSettings
from bot.listeners.failures import Failures
from bot.settings import Settings

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

EVENTS = "/slack/events"
# Slack's own payloads stay far below; what is larger is not Slack's.
LARGEST_BODY = 1_048_576
# Seconds that a stopping worker has: longer than one call to Slack, shorter than a host's patience
# with the whole bot (https://devcenter.heroku.com/articles/dynos#shutdown: 30).
GRACE = 25
_ROOT = f"The alliance bot is running. Slack sends its requests to {EVENTS}.\n"
_STAMP = re.compile(r"[0-9]{1,12}")


class Refused(Exception):
    """A request that never reaches Bolt: the status, and why in plain words."""

    def __init__(self, status: HTTPStatus, why: str) -> None:
        super().__init__(why)
        self.status = status
        self.why = why


@dataclass(frozen=True, slots=True)
class Reply:
    """What goes back over HTTP."""

    status: HTTPStatus
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class Door:
    """A WSGI application round a Bolt App."""

    app: App

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        reply = self._reply(environ)
        length = ("content-length", str(len(reply.body)))
        start_response(f"{reply.status.value} {reply.status.phrase}", [*reply.headers, length])
        return [b"" if environ.get("REQUEST_METHOD") == "HEAD" else reply.body]

    def _reply(self, environ: "WSGIEnvironment") -> Reply:
        where = (environ.get("REQUEST_METHOD"), environ.get("PATH_INFO"))
        try:
            if where in (("GET", "/"), ("HEAD", "/")):
                return _plain(HTTPStatus.OK, _ROOT)
            if where != ("POST", EVENTS):
                raise Refused(HTTPStatus.NOT_FOUND, "There is nothing here.")
            return self._dispatched(_request(environ))
        except Refused as refused:
            return _plain(refused.status, f"{refused.why}\n")

    def _dispatched(self, request: BoltRequest) -> Reply:
        try:
            response = self.app.dispatch(request)
        except Exception as error:
            return _failed(error)
        headers = ((name, value) for name, values in response.headers.items() for value in values)
        kept = tuple(header for header in headers if header[0].lower() != "content-length")
        return Reply(HTTPStatus(response.status), kept, response.body.encode())


def _failed(error: Exception) -> Reply:
    """An apology with the id that the error is logged under."""
    why = f"Something went wrong here, not with your request ({Failures().logged(error)}).\n"
    return _plain(HTTPStatus.INTERNAL_SERVER_ERROR, why)


def _plain(status: HTTPStatus, text: str) -> Reply:
    return Reply(status, (("content-type", "text/plain; charset=utf-8"),), text.encode())


def _request(environ: "WSGIEnvironment") -> BoltRequest:
    try:
        body = _body(environ).decode()
    except UnicodeDecodeError:
        raise Refused(HTTPStatus.BAD_REQUEST, "The body is not UTF-8.") from None
    headers = _headers(environ)
    try:
        return BoltRequest(body=body, query=environ.get("QUERY_STRING", ""), headers=headers)
    # Bolt reads the payload before it checks the signature, so this text may be anybody's: a list
    # for an object, a number for a name. Whatever it trips over is malformed.
    except Exception:
        raise Refused(HTTPStatus.BAD_REQUEST, "The body is malformed.") from None


def _body(environ: "WSGIEnvironment") -> bytes:
    """The whole body; without a declared length (chunked) no more than the limit is read."""
    declared = environ.get("CONTENT_LENGTH") or str(LARGEST_BODY + 1)
    if not (declared.isascii() and declared.isdigit()):
        raise Refused(HTTPStatus.BAD_REQUEST, "The content-length is not a number.")
    length = int(declared[:20])
    if environ.get("CONTENT_LENGTH") and length > LARGEST_BODY:
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The body is over 1 MiB.")
    body: bytes = environ["wsgi.input"].read(length)
    if len(body) > LARGEST_BODY:
        raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "The body is over 1 MiB.")
    return body


def _headers(environ: "WSGIEnvironment") -> dict[str, str | Sequence[str]]:
    headers = {
        key[5:].lower().replace("_", "-"): value
        for key, value in environ.items()
        if key.startswith("HTTP_")
    }
    # The SDK's verifier raises on such a stamp, and Bolt takes that for an error of ours.
    if not _STAMP.fullmatch(headers.get("x-slack-request-timestamp", "0")):
        raise Refused(HTTPStatus.UNAUTHORIZED, "The timestamp is not a number.")
    return {**headers, "content-type": environ.get("CONTENT_TYPE", "")}


def listen(door: str, settings: Settings) -> None:
    """Serve the door that `module:factory` names in one worker, until SIGTERM or SIGINT.

    One worker: an answered event_id is remembered in its memory. Raises BadSettings where the
    port is taken or the address is not this machine's.
    """
    from granian.constants import Interfaces
    from granian.server import Server

    # A worker inherits Granian's own answer to SIGTERM and would not hear one until it is ready.
    os.register_at_fork(after_in_child=lambda: signal.signal(signal.SIGTERM, signal.SIG_DFL))
    Server(
        door,
        address=_free_address(settings),
        port=settings.port,
        interface=Interfaces.WSGI,
        factory=True,
        blocking_threads=settings.threads,
        websockets=False,
        workers_kill_timeout=GRACE,
        # Granian's own lines join ours: same stream, same format.
        log_dictconfig={
            "formatters": {},
            "handlers": {},
            "loggers": {"_granian": {"propagate": True}, "granian.access": {"propagate": True}},
        },
    ).serve()


def _free_address(settings: Settings) -> str:
    """The host as an IP address that can be listened on; Granian itself ends in a stack trace."""
    try:
        (family, _, _, _, address), *_ = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM
        )
        with socket.socket(family) as listening:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(address)
    except OSError as error:
        raise BadSettings((_told(error, settings),)) from None
    return str(address[0])


def _told(error: OSError, settings: Settings) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"PORT {settings.port} is taken: stop what listens there, or set another."
    if error.errno == errno.EACCES:
        return f"PORT {settings.port} is not allowed to this user: set one above 1023."
    return f"HOST {settings.host} is no address of this machine: correct it, or leave it out."

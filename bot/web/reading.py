"""A WSGI request as Bolt takes it, or why it is refused before Bolt sees it."""

import re
from collections.abc import Sequence
from copy import copy
from http import HTTPStatus
from typing import TYPE_CHECKING, Self

from slack_bolt import BoltRequest

if TYPE_CHECKING:
    from wsgiref.types import WSGIEnvironment

# Slack's own payloads stay far below; what is larger is not Slack's.
LARGEST_BODY = 1_048_576
_STAMP = re.compile(r"[0-9]{1,12}")


class Refused(Exception):
    """A request that never reaches Bolt: the status, and why in plain words."""

    def __init__(self, status: HTTPStatus, why: str) -> None:
        super().__init__(why)
        self.status = status
        self.why = why


class Received(BoltRequest):
    """A request that a lazy listener shares with the acknowledgement, but for its context.

    Before it acknowledges, Bolt would parse the body once more for the lazy listener, and copy all
    that is in it: for a press in a Home longer than everything else. Nobody changes a body.
    """

    def to_copyable(self) -> "Received":
        twin = copy(self)
        twin.context = self.context.to_copyable()
        return twin

    def __deepcopy__(self, memo: object) -> Self:
        return self


def request_in(environ: "WSGIEnvironment") -> BoltRequest:
    """The request; raises Refused where it cannot be Slack's."""
    try:
        body = _body(environ).decode()
    except UnicodeDecodeError:
        raise Refused(HTTPStatus.BAD_REQUEST, "The body is not UTF-8.") from None
    headers = headers_in(environ)
    try:
        return Received(body=body, query=environ.get("QUERY_STRING", ""), headers=headers)
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


def headers_in(environ: "WSGIEnvironment") -> dict[str, str | Sequence[str]]:
    """The headers by their names in lower case; raises Refused where the stamp is none."""
    headers = {
        key[5:].lower().replace("_", "-"): value
        for key, value in environ.items()
        if key.startswith("HTTP_")
    }
    # The SDK's verifier raises on such a stamp, and Bolt takes that for an error of ours.
    if not _STAMP.fullmatch(headers.get("x-slack-request-timestamp", "0")):
        raise Refused(HTTPStatus.UNAUTHORIZED, "The timestamp is not a number.")
    return {**headers, "content-type": environ.get("CONTENT_TYPE", "")}

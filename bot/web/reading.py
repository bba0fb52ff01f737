"""A WSGI request as Bolt takes it, or why it is refused before Bolt sees it."""

import re
from copy import copy
from http import HTTPStatus
from typing import TYPE_CHECKING, Self

from slack_bolt import BoltRequest
from slack_sdk.signature import SignatureVerifier

if TYPE_CHECKING:
    from wsgiref.types import WSGIEnvironment

# Slack's own payloads stay far below; what is larger is not Slack's.
LARGEST_BODY = 1_048_576
# Bolt reads a body before it verifies who has sent it. For one as long as this that takes no longer
# than an answer; a MiB of fields takes a fifth of a second, and must be Slack's before it is read.
READ_UNSIGNED = 8_192
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


def request_in(
    environ: "WSGIEnvironment", verifier: SignatureVerifier | None = None
) -> BoltRequest:
    """The request; raises Refused where it cannot be Slack's. Bolt verifies what is not long."""
    raw = _body(environ)
    headers = headers_in(environ)
    try:
        body = raw.decode()
    except UnicodeDecodeError:
        raise Refused(HTTPStatus.BAD_REQUEST, "The body is not UTF-8.") from None
    if verifier and len(raw) > READ_UNSIGNED and not verifier.is_valid_request(body, headers):
        raise Refused(HTTPStatus.UNAUTHORIZED, "The signature is not Slack's.")
    try:
        return Received(body=body, query=environ.get("QUERY_STRING", ""), headers={**headers})
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


def headers_in(environ: "WSGIEnvironment") -> dict[str, str]:
    """The headers by their names in lower case; raises Refused where one of Slack's cannot be."""
    headers = {
        key[5:].lower().replace("_", "-"): value
        for key, value in environ.items()
        if key.startswith("HTTP_")
    }
    # The SDK's verifier raises on such ones, and Bolt takes that for an error of ours.
    if not _STAMP.fullmatch(headers.get("x-slack-request-timestamp", "0")):
        raise Refused(HTTPStatus.UNAUTHORIZED, "The timestamp is not a number.")
    if not headers.get("x-slack-signature", "").isascii():
        raise Refused(HTTPStatus.UNAUTHORIZED, "The signature is not Slack's.")
    headers["content-type"] = environ.get("CONTENT_TYPE", "")
    return headers

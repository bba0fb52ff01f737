"""What goes back over HTTP."""

from dataclasses import dataclass
from http import HTTPStatus

from slack_bolt import BoltResponse

PLAIN = "text/plain; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Reply:
    """A status, headers and a body; the length is added where it leaves."""

    status: HTTPStatus
    headers: tuple[tuple[str, str], ...]
    body: bytes


def passed_on(response: BoltResponse) -> Reply:
    """What Bolt answers; the length of its body is counted here."""
    headers = ((name, value) for name, values in response.headers.items() for value in values)
    kept = tuple(header for header in headers if header[0].lower() != "content-length")
    return Reply(HTTPStatus(response.status), kept, response.body.encode())


def plain(status: HTTPStatus, text: str) -> Reply:
    """A sentence for whoever reads it."""
    return typed(PLAIN, text.encode(), status)


def typed(kind: str, body: bytes, status: HTTPStatus = HTTPStatus.OK) -> Reply:
    """A body of that content type."""
    return Reply(status, (("content-type", kind),), body)

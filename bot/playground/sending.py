"""One signed request to the bot over HTTP, and its answer.

https://docs.slack.dev/authentication/verifying-requests-from-slack
"""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from typing import Any
from urllib.parse import urlsplit

from slack_sdk.signature import SignatureVerifier

from bot.playground.refusals import Refused


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


def signed(body: bytes, secret: str) -> dict[str, str]:
    """The headers that Slack signs a body with."""
    # The real time, not the workspace's: the bot refuses what is older than five minutes.
    stamp = str(int(time.time()))
    signature = SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body)
    return {"x-slack-request-timestamp": stamp, "x-slack-signature": signature or ""}


def posted(address: str, body: bytes, headers: Mapping[str, str], patience: float) -> Heard:
    """What the bot answers within so many seconds; raises Unanswered."""
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

"""The practical limit: an ASGI app that checks the signature, parses, and answers constant JSON.

python -m bench.servers.bare PORT BYTES
"""

import hmac
import json
import os
import sys
import time
from collections.abc import Awaitable, Callable
from hashlib import sha256
from typing import Any
from urllib.parse import parse_qs

Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]
OLDEST = 300


class Bare:
    """Answers as many bytes as it is told to."""

    def __init__(self, secret: bytes, length: int) -> None:
        self._secret = secret
        self._answer = {"response_type": "ephemeral", "text": "x" * max(0, length - 44)}

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        body, more = b"", True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
        answer = self._answered(dict(scope["headers"]), body)
        kind = (b"content-type", b"application/json")
        headers = [kind, (b"content-length", b"%d" % len(answer))]
        status = 200 if answer else 401
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": answer})

    def _answered(self, headers: dict[bytes, bytes], body: bytes) -> bytes:
        """The answer, written as JSON each time; empty where the signature is not right."""
        stamp = headers.get(b"x-slack-request-timestamp", b"0")
        if abs(time.time() - int(stamp)) > OLDEST:
            return b""
        signature = hmac.new(self._secret, b"v0:" + stamp + b":" + body, sha256).hexdigest()
        given = headers.get(b"x-slack-signature", b"").decode()
        if not hmac.compare_digest(f"v0={signature}", given):
            return b""
        return json.dumps(self._answer).encode() if parse_qs(body.decode())["text"] else b""


def main() -> None:
    import uvicorn

    secret = os.environ["SLACK_SIGNING_SECRET"].encode()
    app = Bare(secret, int(sys.argv[2]))
    uvicorn.run(
        app,
        host="127.0.0.1",
        port=int(sys.argv[1]),
        loop="uvloop",
        http="httptools",
        lifespan="off",
        log_level="warning",
        access_log=False,
    )


if __name__ == "__main__":
    main()

"""Raw HTTP over connections that are kept, and the balancer before several web processes."""

import asyncio
import hmac
import time
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256

HERE = "127.0.0.1"
# Seconds: how long Slack waits for an acknowledgement, how often a balancer looks at its servers.
PATIENCE, LOOK = 3.0, 0.25
_GONE = (ConnectionError, asyncio.IncompleteReadError, OSError)


class Refused(Exception):
    """No server takes connections; nothing was sent."""


class CutOff(Exception):
    """The request was sent, and no whole answer came."""


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back."""

    status: int
    body: bytes


@dataclass(slots=True)
class Connection:
    """One connection to a server."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def send(self, request: bytes) -> tuple[Answered, bool]:
        """The answer, and whether the connection may be used again."""
        self.writer.write(request)
        head = await self.reader.readuntil(b"\r\n\r\n")
        lowered = head.lower()
        length = int(lowered.split(b"content-length:")[1].split(b"\r\n")[0])
        body = await self.reader.readexactly(length)
        kept = b"\r\nconnection: close" not in lowered
        return Answered(int(head.split(b" ", 2)[1]), body), kept


@dataclass(slots=True)
class Server:
    """One web process, and the connections to it that wait."""

    port: int
    up: bool = False
    idle: deque[Connection] = field(default_factory=deque)

    async def connection(self) -> Connection:
        """One that is open as far as one can see; raises OSError where nobody listens."""
        while self.idle:
            kept = self.idle.pop()
            if not kept.reader.at_eof() and not kept.writer.is_closing():
                return kept
            kept.writer.close()
        return Connection(*await asyncio.open_connection(HERE, self.port))

    async def send(self, request: bytes) -> Answered:
        """The answer; raises ConnectionRefusedError before, and CutOff after it was sent."""
        connection, kept = await self.connection(), False
        try:
            answered, kept = await asyncio.wait_for(connection.send(request), PATIENCE)
            return answered
        except (*_GONE, TimeoutError) as error:
            raise CutOff(type(error).__name__) from None
        finally:
            if kept and self.up:
                self.idle.append(connection)
            else:
                connection.writer.close()

    async def look(self) -> None:
        """Find out whether requests may be sent to it; forget connections to one that leaves."""
        with suppress(CutOff, *_GONE):
            self.up = (await self.send(getting("/healthz"))).status == 200
            if not self.up:
                self.forget()
            return
        self.up = False
        self.forget()

    def forget(self) -> None:
        """Close what waits."""
        while self.idle:
            self.idle.pop().writer.close()


class Balancer:
    """Sends each request to the next server that is up, as a load balancer does.

    A request that nobody accepted goes to the next one; one that was sent is sent once.
    """

    def __init__(self, ports: Sequence[int]) -> None:
        self.servers = [Server(port) for port in ports]
        self._turn = 0

    async def post(self, body: bytes, kind: str, headers: dict[str, str]) -> Answered:
        """The answer; raises Refused or CutOff."""
        request = posting(body, {"content-type": kind, **headers})
        for server in self._in_turn():
            try:
                return await server.send(request)
            except OSError:
                server.up = False
        raise Refused

    async def look(self) -> None:
        """Look at the servers for ever."""
        while True:
            await asyncio.gather(*(server.look() for server in self.servers))
            await asyncio.sleep(LOOK)

    def close(self) -> None:
        """Close every connection that waits."""
        for server in self.servers:
            server.forget()

    def _in_turn(self) -> list[Server]:
        """Those that are up from the next one on, and the others as a last resort."""
        self._turn += 1
        first = self._turn % len(self.servers)
        turned = self.servers[first:] + self.servers[:first]
        return sorted(turned, key=lambda server: not server.up)


def signed(body: bytes, secret: str) -> dict[str, str]:
    """The headers that Slack signs a body with."""
    stamp = str(int(time.time()))
    base = b"v0:" + stamp.encode() + b":" + body
    signature = hmac.new(secret.encode(), base, sha256).hexdigest()
    return {"x-slack-request-timestamp": stamp, "x-slack-signature": f"v0={signature}"}


def posting(body: bytes, headers: dict[str, str]) -> bytes:
    """Slack's request."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    start = f"POST /slack/events HTTP/1.1\r\nhost: bot\r\ncontent-length: {len(body)}\r\n"
    return f"{start}{lines}\r\n".encode() + body


def getting(path: str) -> bytes:
    """A look at a page."""
    return f"GET {path} HTTP/1.1\r\nhost: bot\r\n\r\n".encode()

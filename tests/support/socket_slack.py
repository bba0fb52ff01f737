"""Slack's side of Socket Mode on a real WebSocket: it sends envelopes and hears acknowledgements.

https://docs.slack.dev/apis/events-api/using-socket-mode ; the frames are RFC 6455's.
"""

import asyncio
import json
import struct
from base64 import b64encode
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha1
from typing import Any

HERE = "127.0.0.1"
_TEXT, _CLOSE, _PING, _PONG = 0x1, 0x8, 0x9, 0xA
_KEY = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
_HELLO = {"type": "hello", "num_connections": 1, "connection_info": {"app_id": "A1"}}
_GONE = (ConnectionError, asyncio.IncompleteReadError, IndexError)


@dataclass(slots=True)
class Link:
    """One WebSocket that the bot opened."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    def send(self, message: Mapping[str, Any]) -> None:
        """Send it as Slack does, in one frame."""
        self._frame(_TEXT, json.dumps(message).encode())

    def drop(self) -> None:
        """Be gone without a word, as a proxy that is restarted."""
        self.writer.close()

    async def heard(self) -> Any:
        """The next message of the bot; a ping is answered meanwhile. Raises ConnectionError."""
        while True:
            kind, content = await self._received()
            if kind == _TEXT:
                return json.loads(content)
            if kind == _CLOSE:
                raise ConnectionError
            if kind == _PING:
                self._frame(_PONG, content)

    async def _received(self) -> tuple[int, bytes]:
        first, second = await self.reader.readexactly(2)
        length = second & 0x7F
        if length >= 126:
            wide, form = (2, "!H") if length == 126 else (8, "!Q")
            (length,) = struct.unpack(form, await self.reader.readexactly(wide))
        mask = await self.reader.readexactly(4)
        content = await self.reader.readexactly(length)
        over = (mask * (length // 4 + 1))[:length]
        bare = int.from_bytes(content, "big") ^ int.from_bytes(over, "big")
        return first & 0xF, bare.to_bytes(length, "big")

    def _frame(self, kind: int, content: bytes) -> None:
        length = len(content)
        short = bytes((0x80 | kind, length)) if length < 126 else b""
        head = short or struct.pack("!BBH", 0x80 | kind, 126, length)
        self.writer.write(head + content)


@dataclass(slots=True)
class SocketSlack:
    """Answers Web API calls over HTTP, apps.connections.open among them, and takes WebSockets."""

    links: "asyncio.Queue[Link]" = field(default_factory=asyncio.Queue)
    # How many of the next calls fail, as when Slack is away.
    away: int = 0
    opened: int = 0
    _port: int = 0
    _server: asyncio.Server | None = None
    _writers: list[asyncio.StreamWriter] = field(default_factory=list)

    @property
    def api_url(self) -> str:
        return f"http://{HERE}:{self._port}/api/"

    async def listen(self) -> None:
        """Take connections from now on."""
        self._server = await asyncio.start_server(self._met, HERE, 0)
        self._port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Take none any more, and end those that there are."""
        if self._server:
            self._server.close()
        for writer in self._writers:
            writer.close()
            with suppress(*_GONE):
                await writer.wait_closed()

    async def _met(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.append(writer)
        with suppress(*_GONE):
            head = await reader.readuntil(b"\r\n\r\n")
            if head.startswith(b"GET "):
                return await self._linked(head, Link(reader, writer))
            length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
            await reader.readexactly(length)
            self._answer(head, writer)
        writer.close()

    async def _linked(self, head: bytes, link: Link) -> None:
        key = head.split(b"Sec-WebSocket-Key:")[1].split(b"\r\n")[0].strip()
        accepted = b64encode(sha1(key + _KEY).digest())
        link.writer.write(
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Accept: " + accepted + b"\r\n\r\n"
        )
        link.send(_HELLO)
        await self.links.put(link)

    def _answer(self, head: bytes, writer: asyncio.StreamWriter) -> None:
        opening = head.split(b" ")[1].endswith(b"apps.connections.open")
        if opening and self.away:
            self.away -= 1
            return
        self.opened += opening
        url = f"ws://{HERE}:{self._port}/link/?ticket={self.opened}"
        body = json.dumps({"ok": True, "team_id": "T1", "url": url}).encode()
        start = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n"
        writer.write(start + b"content-length: %d\r\n\r\n" % len(body) + body)


def envelope(number: int, text: str, person: str = "U1") -> dict[str, Any]:
    """A slash command as it comes over Socket Mode."""
    return {
        "envelope_id": f"e{number}",
        "type": "slash_commands",
        "accepts_response_payload": True,
        "payload": {
            **{"command": "/alliance", "text": text, "team_id": "T1", "channel_id": "C1"},
            **{"user_id": person, "trigger_id": "1.1", "api_app_id": "A1"},
            "response_url": "https://hooks.slack.com/commands/T1/1/a",
        },
    }


def mentioned(number: int, text: str, attempt: int = 0) -> dict[str, Any]:
    """A mention as it comes over Socket Mode, for the first time or again."""
    said = {"type": "app_mention", "text": f"<@U0BOT> {text}", "user": "U1", "channel": "C1"}
    event = {"type": "event_callback", "team_id": "T1", "event_id": f"Ev{number}"}
    return {
        "envelope_id": f"e{number}",
        "type": "events_api",
        "accepts_response_payload": False,
        "retry_attempt": attempt,
        "retry_reason": "timeout" if attempt else "",
        "payload": {**event, "event": {**said, "ts": "1.1", "team": "T1"}},
    }

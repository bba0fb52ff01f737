"""The Web API of a Slack that answers at once, and knows what was said where, and how often."""

import asyncio
import json
import time
from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import count
from typing import Any
from urllib.parse import parse_qs

from tests.support.traffic.wire import HERE

Body = Mapping[str, Any]
_PERSON = {"id": "U1", "name": "one", "real_name": "One", "tz": "Asia/Seoul", "locale": "en-US"}
_ANSWERS: dict[str, dict[str, Any]] = {
    "auth.test": {"team_id": "T1", "team": "Test", "user_id": "U0BOT", "bot_id": "B0BOT"},
    "users.info": {"user": _PERSON},
}


class Hearing:
    """Takes the bot's calls; each message has a key: its thread, its response_url, its view."""

    def __init__(self) -> None:
        self.times: Counter[str] = Counter()
        self.digests: Counter[str] = Counter()
        self._first: dict[str, Body] = {}
        self._waiting: dict[str, asyncio.Future[Body]] = {}
        self._in_channels: defaultdict[str, list[Body]] = defaultdict(list)
        self._numbers = count(1)
        self._server: asyncio.Server | None = None
        self.port = 0

    @property
    def api_url(self) -> str:
        return f"http://{HERE}:{self.port}/api/"

    def response_url(self, key: str) -> str:
        """The address of answers under that key."""
        return f"http://{HERE}:{self.port}/response/{key}"

    async def listen(self) -> None:
        """Be there from now on."""
        self._server = await asyncio.start_server(self._serve, HERE, 0, backlog=1000)
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Be away from now on."""
        if self._server:
            self._server.close()
            await self._server.wait_closed()

    async def first(self, key: str, seconds: float) -> Body | None:
        """What was first said under that key, None where nothing is for so long."""
        if key in self._first:
            return self._first.pop(key)
        waiting = self._waiting[key] = asyncio.get_running_loop().create_future()
        try:
            return await asyncio.wait_for(waiting, seconds)
        except TimeoutError:
            return None
        finally:
            del self._waiting[key]

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request of a connection, which is what urllib sends."""
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
            body = _parsed(await reader.readexactly(length))
            answer = self._answer(head.split(b" ", 2)[1].decode().rsplit("/", 1), body)
            start = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n"
            writer.write(start + b"content-length: %d\r\n\r\n" % len(answer) + answer)
            await writer.drain()
        except (IndexError, ValueError, asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    def _answer(self, path: list[str], body: Body) -> bytes:
        folder, name = path
        if folder == "/response":
            self._say(name, body)
            return b"ok"
        told = _ANSWERS.get(name, {})
        match name:
            case "chat.postMessage":
                told = self._posted(body)
            case "views.open" | "views.update":
                self._say(body.get("trigger_id") or body["view_id"], _view(body))
            case "views.publish":
                self._say(body["user_id"], _view(body))
            case "conversations.history":
                told = {"messages": self._in_channels[body["channel"]], "has_more": False}
        return json.dumps({"ok": True, **told}).encode()

    def _posted(self, body: Body) -> dict[str, Any]:
        ts = f"{time.time():.0f}.{next(self._numbers):06}"
        if metadata := body.get("metadata"):
            metadata = json.loads(metadata) if isinstance(metadata, str) else metadata
            self.digests[metadata["event_payload"]["delivery"]] += 1
            self._in_channels[body["channel"]].append({"ts": ts, "metadata": metadata})
        else:
            self._say(body.get("thread_ts") or body["channel"], body)
        return {"ts": ts, "channel": body["channel"]}

    def _say(self, key: str, body: Body) -> None:
        self.times[key] += 1
        waiting = self._waiting.get(key)
        if waiting and not waiting.done():
            waiting.set_result(body)
        else:
            # It may be said before the acknowledgement has arrived.
            self._first[key] = body


def _parsed(body: bytes) -> Body:
    text = body.decode()
    if text[:1] == "{":
        return dict(json.loads(text))
    form = {name: values[0] for name, values in parse_qs(text).items()}
    return {**form, **{key: json.loads(form[key]) for key in ("view", "blocks") if key in form}}


def _view(body: Body) -> Body:
    return dict(body["view"])

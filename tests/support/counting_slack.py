"""A Slack that only counts: it answers every call after a while, quickly enough for measurements.

python -m tests.support.counting_slack 0.05
It prints its address, and at the end of its input when each channel's post arrived, as JSON.
"""

import asyncio
import json
import sys
import time
from collections import defaultdict
from urllib.parse import parse_qs


class CountingSlack:
    """Takes posts, each after so many seconds, and remembers when."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.arrivals: defaultdict[str, list[float]] = defaultdict(list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one request of a connection, which is what urllib sends."""
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
            body = await reader.readexactly(length)
            await asyncio.sleep(self.seconds)
            answer = self._answer(head.split(b" ")[1], body)
            start = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n"
            writer.write(start + b"content-length: %d\r\n\r\n" % len(answer) + answer)
            await writer.drain()
        except (IndexError, ValueError, asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    def _answer(self, path: bytes, body: bytes) -> bytes:
        if not path.endswith(b"chat.postMessage"):
            return b'{"ok": true}'
        now = time.time()
        self.arrivals[_channel(body)].append(now)
        return json.dumps({"ok": True, "ts": f"{now:.6f}"}).encode()


def _channel(body: bytes) -> str:
    text = body.decode()
    return str(json.loads(text)["channel"] if text[:1] == "{" else parse_qs(text)["channel"][0])


async def main() -> None:
    slack = CountingSlack(float(sys.argv[1]))
    server = await asyncio.start_server(slack.serve, "127.0.0.1", 0, backlog=1000)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/api/", flush=True)
    await asyncio.to_thread(sys.stdin.read)
    print(json.dumps(slack.arrivals), flush=True)


if __name__ == "__main__":
    asyncio.run(main())

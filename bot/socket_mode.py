"""The Socket Mode door: Slack's requests come over a WebSocket that the bot opens itself.

https://docs.slack.dev/apis/events-api/using-socket-mode
"""

import logging
from collections.abc import Callable
from itertools import chain, repeat
from socket import socket
from threading import Event
from time import time
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.socket_mode.internals import run_bolt_app, send_response
from slack_sdk.errors import SlackApiError
from slack_sdk.socket_mode.builtin import SocketModeClient
from slack_sdk.socket_mode.client import BaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest

from bot.credentials import code, raise_if_refused
from bot.listeners.failures import Failures
from bot.settings import APP_TOKEN, Settings

# Seconds: between two tries to connect, between two looks whether there is a connection, and
# between two pings, the first of which finds out that the other side has gone.
DELAYS = (1, 2, 4, 8, 15)
LOOK, PING = 1.0, 5.0
_CHUNK = 65_536
_LOG = logging.getLogger(__name__)


def listen(app: App, settings: Settings, stop: Event, full: Callable[[], bool]) -> None:
    """Answer over Socket Mode until `stop` is set; raises BadSettings where the token is refused.

    A connection that is lost is opened again, as often as it takes. While it is `full`, what is to
    be answered after the acknowledgement would be dropped.
    """
    client = _client(settings, app, _Answering(app, full))
    try:
        while not stop.is_set():
            _connect(client, stop)
            while client.is_connected() and not stop.wait(LOOK):
                pass
    finally:
        client.close()


def _connect(client: SocketModeClient, stop: Event) -> None:
    """Try until there is a connection, or `stop` is set."""
    for delay in chain(DELAYS, repeat(30)):
        if _connected(client):
            _LOG.info("connected to Slack over Socket Mode")
            return
        if stop.wait(delay):
            return


def _connected(client: SocketModeClient) -> bool:
    try:
        client.connect_to_new_endpoint()
    except SlackApiError as error:
        raise_if_refused(error, APP_TOKEN)
        _LOG.warning("could not connect, trying again", extra={"error": code(error)})
        return False
    except Exception as error:
        _LOG.warning("could not connect, trying again", extra={"error": type(error).__name__})
        return False
    # The SDK raises nothing where the address is given and the WebSocket is not.
    if not client.is_connected():
        _LOG.warning("could not connect, trying again", extra={"error": "no_websocket"})
    return client.is_connected()


def _client(settings: Settings, app: App, answering: "_Answering") -> "_Client":
    # The SDK's own lines hold what it received wherever it could not read it.
    quiet = logging.getLogger("bot.quiet.slack_sdk.socket_mode")
    quiet.setLevel(logging.CRITICAL)
    client = _Client(
        settings.app_token,
        logger=quiet,
        web_client=app.client,
        proxy=app.client.proxy,
        # Its own thread for that ends where Slack is away at the first try, and the bot stays deaf.
        auto_reconnect_enabled=False,
        ping_interval=PING,
    )
    client.socket_mode_request_listeners.append(answering)
    return client


class _Answering:
    """Lets the App answer, and acknowledges with what it says.

    An event that could not be answered is not acknowledged: Slack sends it again.
    """

    def __init__(self, app: App, full: Callable[[], bool]) -> None:
        self._app = app
        self._full = full

    def __call__(self, client: BaseSocketModeClient, request: SocketModeRequest) -> None:
        if request.type == "events_api" and self._full():
            return
        try:
            send_response(client, request, run_bolt_app(self._app, request), time())
        except Exception as error:
            Failures().logged(error)


class _Client(SocketModeClient):
    """The SDK's client, reading its socket frame by frame."""

    def _run_current_session(self) -> None:
        session: Any = self.current_session
        if session and session.sock and not isinstance(session.sock, _Frames):
            session.sock = _Frames(session.sock)
        super()._run_current_session()  # type: ignore[no-untyped-call]


class _Frames:
    """A socket that hands out one whole WebSocket frame at a time, and sends all or raises.

    The SDK loses its place in the stream where a frame comes in pieces with a pause in between, or
    a thousand come without one; and it reads on for ever where the other side has gone.
    """

    def __init__(self, under: socket) -> None:
        self._under = under
        self._held = bytearray()

    def recv(self, size: int) -> bytes:
        """The next frame, however large; raises TimeoutError, and ConnectionError at the end."""
        while not 0 < (length := _frame_length(self._held)) <= len(self._held):
            if not (received := self._under.recv(_CHUNK)):
                raise ConnectionResetError("Slack has closed the connection")
            self._held += received
            # The SDK leaves the last line feed of the handshake unread; no frame begins with one.
            if self._held.startswith(b"\n"):
                del self._held[0]
        frame = bytes(self._held[:length])
        del self._held[:length]
        return frame

    def send(self, content: bytes) -> None:
        self._under.sendall(content)

    def close(self) -> None:
        self._under.close()


def _frame_length(held: bytearray) -> int:
    """The bytes of the frame that begins here, 0 where that cannot be seen yet.

    https://www.rfc-editor.org/rfc/rfc6455#section-5.2 ; a server's frames have no mask.
    """
    if len(held) < 2:
        return 0
    wide = {126: 2, 127: 8}.get(short := held[1] & 0x7F, 0)
    if len(held) < 2 + wide:
        return 0
    return 2 + wide + (int.from_bytes(held[2 : 2 + wide], "big") if wide else short)

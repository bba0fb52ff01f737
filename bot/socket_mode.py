"""The Socket Mode door: Slack's requests come over a WebSocket that the bot opens itself.

https://docs.slack.dev/apis/events-api/using-socket-mode
"""

import logging
from itertools import chain, repeat
from threading import Event

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.errors import SlackApiError

from bot.credentials import code, raise_if_refused
from bot.settings import APP_TOKEN, Settings

_DELAYS = (1, 2, 4, 8, 15)
_LOG = logging.getLogger(__name__)


def listen(app: App, settings: Settings, stop: Event) -> None:
    """Answer over Socket Mode until `stop` is set; raises BadSettings where the token is refused.

    Once connected the SDK reconnects by itself; the first connection is tried until it holds.
    """
    sdk = logging.getLogger("slack_sdk.socket_mode")
    door = SocketModeHandler(app, settings.app_token, logger=sdk)
    try:
        for delay in chain(_DELAYS, repeat(30)):
            if _connected(door):
                _LOG.info("connected to Slack over Socket Mode")
                stop.wait()
            if stop.wait(delay):
                return
    finally:
        door.close()  # type: ignore[no-untyped-call]


def _connected(door: SocketModeHandler) -> bool:
    try:
        door.connect()  # type: ignore[no-untyped-call]  # the SDK's method has no annotations
    except SlackApiError as error:
        raise_if_refused(error, APP_TOKEN)
        _LOG.warning("could not connect, trying again", extra={"error": code(error)})
        return False
    except Exception as error:
        _LOG.warning("could not connect, trying again", extra={"error": type(error).__name__})
        return False
    return True

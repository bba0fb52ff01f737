"""How the bot starts in each mode, and how it ends."""

import os
import secrets
import signal
import sys
from dataclasses import replace
from threading import Event

from rich.console import Console

from bot import assembly, credentials, logs, socket_mode, web
from bot.library.reading import read_statements
from bot.playground import door
from bot.playground.envelopes import Envelopes
from bot.playground.lines import typed
from bot.playground.terminal import Terminal
from bot.settings import Settings


def http(settings: Settings) -> None:
    """Answer over HTTP until SIGTERM or SIGINT."""
    logs.configure(settings)
    read_statements(settings.knowledge_dir)  # a broken digest is told here, not by a worker
    credentials.confirm(settings)
    web.listen("bot.assembly:door", settings)


def socket(settings: Settings) -> None:
    """Answer over Socket Mode until SIGTERM or SIGINT."""
    logs.configure(settings)
    parts = assembly.assemble(settings)
    credentials.confirm(settings)
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    try:
        socket_mode.listen(parts.app, settings, stop)
    finally:
        parts.posting.end()


def local(settings: Settings) -> None:
    """Answer at a prompt in this terminal, or the lines of a pipe, through the real App."""
    logs.configure(replace(settings, log_level="WARNING", log_format="text"), sys.stderr)
    # Slack's SDK sends everything through these proxies, what goes to our own door too.
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        os.environ.pop(name, None)
    with door.opened() as mailbox:
        made_up = replace(
            settings,
            bot_token="xoxb-local",
            signing_secret=secrets.token_hex(16),
            api_url=mailbox.api_url,
        )
        envelopes = Envelopes(made_up.signing_secret, mailbox.response_url)
        app = assembly.assemble(made_up).app
        console = Console(highlight=False)
        try:
            Terminal(console, app, envelopes, mailbox).converse(typed(sys.stdin))
        except KeyboardInterrupt:
            return

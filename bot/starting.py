"""How the bot starts in each mode, and how it ends."""

import errno
import logging
import os
import secrets
import signal
import socket as socketlib
import stat
import sys
import webbrowser
from dataclasses import replace
from threading import Event
from typing import TextIO

from rich.console import Console

from bot import assembly, credentials, logs, manifest, socket_mode, web
from bot.core.errors import BadSettings
from bot.library.reading import read_statements
from bot.playground import mailbox
from bot.playground.envelopes import Envelopes
from bot.playground.lines import typed
from bot.playground.people import harbour_street, installed
from bot.playground.serving import LOOPBACK, bot_server, running
from bot.playground.standing import standing, ticking
from bot.playground.terminal import Terminal
from bot.settings import Settings

USUAL_PORT = 3033
_REAL = (
    "The playground makes up its own credentials and does not start where Slack's are set:"
    " start `alliance run`, or unset SLACK_BOT_TOKEN, SLACK_APP_TOKEN and SLACK_SIGNING_SECRET."
)


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
    try:
        socket_mode.listen(parts.app, settings, _stopped_by_signals())
    finally:
        parts.posting.end()


def terminal(settings: Settings) -> None:
    """Answer at a prompt in this terminal, or the lines of a pipe, through the real App."""
    _stay_here(settings)
    with mailbox.opened() as box:
        made_up = replace(_made_up(settings), api_url=box.api_url)
        envelopes = Envelopes(made_up.signing_secret, box.response_url)
        app = assembly.assemble(made_up).app
        console = Console(highlight=False)
        try:
            Terminal(console, app, envelopes, box).converse(typed(sys.stdin))
        except KeyboardInterrupt:
            return


def play(settings: Settings, port: int | None, browser: bool) -> None:
    """A workspace with the bot in it, in a browser, until SIGINT or SIGTERM.

    Without a port it takes the usual one, or any where that is taken.

    Raises BadSettings where Slack's credentials are set, or the port is taken.
    """
    if settings.secrets:
        raise BadSettings((_REAL,))
    _stay_here(settings)
    stop = _stopped_by_signals()
    made_up = _made_up(settings)
    app = installed(manifest.described(), made_up.bot_token, made_up.signing_secret)
    try:
        opened = standing(
            harbour_street(app.bot.id), app, _usual_or_any() if port is None else port
        )
        with opened as stand_in, ticking(stand_in.workspace.agenda):
            bot = assembly.assemble(replace(made_up, api_url=stand_in.api_url)).app
            server = bot_server(web.Door(bot))
            stand_in.bot.url = f"http://{LOOPBACK}:{server.server_port}{web.EVENTS}"
            with running(server):
                _show(stand_in.address, browser)
                stop.wait()
                # What the bot still waits for fails now, and that is no news.
                logging.disable()
    except OSError as error:
        raise BadSettings((_taken(error, port),)) from None


def _show(address: str, browser: bool) -> None:
    print(f"The playground is at {address} ; Ctrl-C ends it.", flush=True)
    # Without a screen, what opens is a browser in this very terminal.
    screen = sys.platform in ("darwin", "win32") or bool(
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    if browser and screen:
        webbrowser.open(address)


def _usual_or_any() -> int:
    with socketlib.socket() as trying:
        trying.setsockopt(socketlib.SOL_SOCKET, socketlib.SO_REUSEADDR, 1)
        try:
            trying.bind((LOOPBACK, USUAL_PORT))
        except OSError:
            return 0
    return USUAL_PORT


def _taken(error: OSError, port: int | None) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken: stop what listens there, or choose another with --port."
    return f"Port {port} cannot be listened on ({error.strerror}): choose another with --port."


def _made_up(settings: Settings) -> Settings:
    """The settings with credentials that open nothing but what is started here."""
    token = f"xoxb-playground-{secrets.token_hex(12)}"
    return replace(settings, bot_token=token, signing_secret=secrets.token_hex(16))


def _stay_here(settings: Settings) -> None:
    """Log what is wrong and no more, and send nothing through a proxy."""
    logs.configure(replace(settings, log_level="WARNING", log_format="text"), sys.stderr)
    # Slack's SDK sends everything through these proxies, what goes to our own door too.
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        os.environ.pop(name, None)


def _stopped_by_signals() -> Event:
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    return stop


def piped(source: TextIO | None) -> bool:
    """Whether somebody has put lines there to read: a pipe or a file, not a terminal or nothing."""
    try:
        mode = os.fstat(source.fileno()).st_mode if source else 0
    except (OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)

"""The bot on one's own machine, without Slack: the playground in a browser, or a prompt."""

import errno
import logging
import os
import secrets
import socket as socketlib
import stat
import sys
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from tempfile import TemporaryDirectory
from typing import TextIO

from rich.console import Console

from bot import assembly, logs, manifest, web
from bot.core.errors import BadSettings
from bot.playground import mailbox
from bot.playground.envelopes import Envelopes
from bot.playground.lines import typed
from bot.playground.people import harbour_street, installed
from bot.playground.serving import LOOPBACK, bot_server, running
from bot.playground.standing import StandIn, standing, ticking
from bot.playground.terminal import Terminal
from bot.settings import Settings
from bot.starting.signals import stopped_by_signals

USUAL_PORT = 3033
_REAL = (
    "The playground makes up its own credentials and does not start where Slack's are set:"
    " start `alliance run`, or unset SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET and"
    " SLACK_CLIENT_SECRET."
)


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
    if settings.credentials:
        raise BadSettings((_REAL,))
    _stay_here(settings)
    stop = stopped_by_signals()
    made_up = _made_up(settings)
    app = installed(manifest.described(), made_up.bot_token, made_up.signing_secret)
    try:
        opened = standing(
            harbour_street(app.bot.id), app, _usual_or_any() if port is None else port
        )
        with opened as stand_in, ticking(stand_in.workspace.agenda), TemporaryDirectory() as folder:
            here = replace(
                made_up,
                api_url=stand_in.api_url,
                database_url=f"sqlite:///{folder}/playground.db",
            )
            with _at_work(here, stand_in):
                _show(stand_in.address, browser)
                stop.wait()
                # What the bot still waits for fails now, and that is no news.
                logging.disable()
                stand_in.let_go()
    except OSError as error:
        raise BadSettings((_taken(error, port),)) from None


@contextmanager
def _at_work(settings: Settings, stand_in: StandIn) -> Iterator[None]:
    """The bot by the workspace's clock; when the workspace begins anew, its digests do too."""
    agenda = stand_in.workspace.agenda
    with assembly.answering(settings, lambda: datetime.fromtimestamp(agenda.now(), UTC)) as parts:
        if parts.digests:
            stand_in.workspace.begun_anew.append(parts.digests.clear)
        server = bot_server(web.Door(parts.app))
        stand_in.bot.url = f"http://{LOOPBACK}:{server.server_port}{web.EVENTS}"
        with running(server):
            yield


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
    secret = secrets.token_hex(16)
    return replace(settings, bot_token=token, signing_secret=secret, client_id="")


def _stay_here(settings: Settings) -> None:
    """Log what is wrong and no more, and send nothing through a proxy."""
    logs.configure(replace(settings, log_level="WARNING", log_format="text"), sys.stderr)
    # Slack's SDK sends everything through these proxies, what goes to our own door too.
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        os.environ.pop(name, None)


def piped(source: TextIO | None) -> bool:
    """Whether somebody has put lines there to read: a pipe or a file, not a terminal or nothing."""
    try:
        mode = os.fstat(source.fileno()).st_mode if source else 0
    except (OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)

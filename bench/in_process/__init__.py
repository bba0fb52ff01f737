"""The bot's door and an empty Bolt handler behind the same one, asked without a server between."""

import io
import logging
import os
import time
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from slack_bolt import Ack, App

from bot import logs, settings
from bot.core.library import Library
from bot.listeners.authorizing import Constant
from bot.listeners.speaking import quiet
from bot.measuring.measures import Measures
from bot.measuring.readiness import Readiness
from bot.web import EVENTS, Door
from bot.web.operating import Operating
from tests.support.building import the_bot
from tests.support.slack import FORM, nobody, signed
from tests.support.web_api import SECRET, TOKEN

NOWHERE = "http://[::1]/"
Environ = dict[str, Any]


def the_bots(library: Library, executor: Executor) -> Door:
    """The bot as it is served, but for the database."""
    measures = Measures()
    app = the_bot(library, look=nobody, observe=measures.answered)(NOWHERE, executor)
    return _door(app, measures)


def an_empty_one() -> Door:
    """A handler that does nothing but acknowledge, with the bot's settings of Bolt."""
    app = App(
        name="empty",
        logger=quiet("slack_bolt"),
        signing_secret=SECRET,
        authorize=Constant(TOKEN),
        process_before_response=True,
        raise_error_for_unhandled_request=True,
        attaching_conversation_kwargs_enabled=False,
    )
    app.command("/alliance")(_acknowledge)
    return _door(app, Measures())


def _acknowledge(ack: Ack) -> None:
    ack()


def _door(app: App, measures: Measures) -> Door:
    readiness = Readiness(None, lambda: datetime.now(UTC))
    return Door(app, operating=Operating(measures, readiness))


def taken(door: Door, query: str) -> float:
    """The milliseconds that the door takes for a command; it is signed before."""
    environ, statuses = command(query), list[str]()
    began = time.perf_counter()
    door(environ, lambda status, headers: statuses.append(status))  # type: ignore[arg-type]
    milliseconds = 1000 * (time.perf_counter() - began)
    assert statuses == ["200 OK"], statuses
    return milliseconds


def command(query: str) -> Environ:
    """A signed command as a WSGI server hands it over, with all the fields that Slack sends."""
    fields = {
        **{"token": "t0ken", "team_id": "T1", "team_domain": "bench", "api_app_id": "A1"},
        **{"channel_id": "C1", "channel_name": "general", "user_id": "U1", "user_name": "one"},
        **{"command": "/alliance", "text": query, "is_enterprise_install": "false"},
        **{"response_url": f"{NOWHERE}1", "trigger_id": "1.2.abc"},
    }
    body = urlencode(fields).encode()
    headers = {"user-agent": "Slackbot 1.0", "accept": "*/*", "host": "127.0.0.1", **signed(body)}
    return {
        **{"REQUEST_METHOD": "POST", "PATH_INFO": EVENTS, "QUERY_STRING": ""},
        **{"CONTENT_LENGTH": str(len(body)), "CONTENT_TYPE": FORM, "REMOTE_ADDR": "127.0.0.1"},
        "wsgi.input": io.BytesIO(body),
        **{f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()},
    }


@contextmanager
def logging_to_nowhere() -> Iterator[None]:
    """What is logged is written in full, as a server writes it, and thrown away."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    environ = {"SLACK_BOT_TOKEN": TOKEN, "SLACK_SIGNING_SECRET": SECRET}
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        logs.configure(settings.load(environ), nowhere, late=True)
        yield
        logging.shutdown()
    root.handlers[:], root.level = handlers, level

"""What Bolt for Python costs by itself: one command whose listener only acknowledges.

python -m bench.servers.empty_bolt            on our server, with our settings
gunicorn bench.servers.empty_bolt:usual()     as Bolt is by default
"""

import os

from slack_bolt import Ack, App
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_bolt.authorization import AuthorizeResult

from bot import settings as configuration
from bot import web


def ours() -> SlackRequestHandler:
    """As our own bot has it: the listener finishes before the answer leaves."""
    return _empty(at_once=True)


def usual() -> SlackRequestHandler:
    """With Bolt's defaults: the listener runs in a thread, and Bolt looks every 10 ms."""
    return _empty(at_once=False)


def _empty(at_once: bool) -> SlackRequestHandler:
    app = App(
        signing_secret=os.environ["SLACK_SIGNING_SECRET"],
        authorize=_authorized,
        process_before_response=at_once,
    )
    app.command("/alliance")(_acknowledge)
    return SlackRequestHandler(app)


def _authorized() -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="xoxb-1", bot_user_id="U0")


def _acknowledge(ack: Ack) -> None:
    ack()


if __name__ == "__main__":
    web.listen(ours, configuration.load(os.environ, "http"))

"""Gives each request the name that every line of the log about it has."""

from collections.abc import Callable
from functools import partial

from slack_bolt import App, BoltRequest, BoltResponse

from bot import tracing
from bot.listeners.payloads import Payload, request_in


class NamingApp(App):
    """A Bolt App in which all that a request does has the request's name in the log.

    A middleware could not see to that: its `next` returns before any listener has run.
    """

    def dispatch(self, req: BoltRequest) -> BoltResponse:
        return named(req.body, partial(super().dispatch, req))


def named(body: Payload, next_: Callable[[], BoltResponse]) -> BoltResponse:
    """What comes of `next_`; what is logged meanwhile is of this event or interaction."""
    token = tracing.REQUEST.set(request_in(body))
    try:
        return next_()
    finally:
        tracing.REQUEST.reset(token)

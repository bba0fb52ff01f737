"""Payloads that Bolt itself cannot read are turned away before anything else looks at them.

Bolt reads them again to call its error listener, and would raise there a second time.
"""

from collections.abc import Callable

from slack_bolt import BoltRequest, BoltResponse
from slack_bolt.middleware import Middleware
from slack_bolt.request.payload_utils import (
    to_action,
    to_command,
    to_event,
    to_message,
    to_options,
    to_shortcut,
    to_step,
    to_view,
)

_READINGS = (
    *(to_action, to_command, to_event, to_message),
    *(to_options, to_shortcut, to_step, to_view),
)


class WellFormed(Middleware):
    """Runs after the signature is verified: answers 400 to what nobody can read."""

    def process(
        self, *, req: BoltRequest, resp: BoltResponse, next: Callable[[], BoltResponse]
    ) -> BoltResponse:
        try:
            for read in _READINGS:
                read(req.body)
        except (AttributeError, IndexError, KeyError, TypeError):
            return BoltResponse(status=400, body="")
        return next()

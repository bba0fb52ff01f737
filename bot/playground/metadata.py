"""The metadata of a message: what apps say to apps.

https://docs.slack.dev/messaging/message-metadata
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from bot.playground import limits
from bot.playground.calls import Answer, Call
from bot.playground.refusals import Refused

_EVENT_TYPE = re.compile("[A-Za-z0-9_-]+")
_IGNORED = "invalid_metadata_schema"


def metadata_of(call: Call) -> tuple[Mapping[str, Any] | None, Answer]:
    """The argument `metadata`, and what the answer says of it: it may have been ignored.

    Raises `invalid_metadata_format` or `metadata_too_large`.
    """
    told = call.json("metadata")
    if not told:
        return None, {}
    shapes = {"event_type": str, "event_payload": dict}
    if not isinstance(told, dict) or not all(
        isinstance(told.get(key), shape) for key, shape in shapes.items()
    ):
        raise Refused("invalid_metadata_format")
    if len(json.dumps(told).encode()) > limits.METADATA_BYTES:
        raise Refused("metadata_too_large")
    if not _EVENT_TYPE.fullmatch(told["event_type"]):
        return None, {"warning": _IGNORED, "response_metadata": {"warnings": [_IGNORED]}}
    return told, {}

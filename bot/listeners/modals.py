"""Opens modals, puts others in their place, and says in one what no message has room for.

https://docs.slack.dev/surfaces/modals
"""

import logging
from http.client import HTTPException

from slack_bolt import Args
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.core.statement import Language
from bot.listeners.payloads import Payload, mapping, person_in, string, thread_in
from bot.listeners.speaking import Speaking, insistent, slacks_word
from bot.rendering.message import Message, payload_of
from bot.rendering.views import View, notice

# The modal was closed, or another click of the same person came first and is drawn already.
_OVERTAKEN = frozenset(("not_found", "hash_conflict"))
_LOG = logging.getLogger("bot.modals")


def in_view(click: Payload) -> bool:
    """Whether what was pressed stands in a modal or on a Home, and in no message."""
    return mapping(click, "container").get("type") == "view"


def opened(args: Args, view: View) -> bool:
    """Whether Slack opened the view, over the modal that was pressed in where there is one.

    Slack does so within three seconds of what was done, or not at all.
    """
    trigger, under = string(args.body, "trigger_id"), mapping(args.body, "view")
    try:
        if under.get("type") == "modal":
            _lay_over(args, trigger, view, string(under, "id"))
        else:
            args.client.views_open(trigger_id=trigger, view=view)
    except (SlackClientError, OSError, HTTPException) as error:
        extra = {"error": type(error).__name__, "slack": slacks_word(error)}
        _LOG.warning("modal not opened", extra=extra)
        return False
    return True


def replaced(args: Args, view: View) -> None:
    """Put the view in the place of the modal that was pressed in, if it is still the same."""
    under = mapping(args.body, "view")
    shown = {"view_id": string(under, "id"), "hash": string(under, "hash")}
    try:
        insistent(args.client).views_update(view=view, **shown)
    except SlackApiError as error:
        if slacks_word(error) not in _OVERTAKEN:
            raise


def shown(args: Args, view: View) -> bool:
    """Whether the view stands in the place of the modal, or over the Home, that was pressed in."""
    if mapping(args.body, "view").get("type") != "modal":
        return opened(args, view)
    replaced(args, view)
    return True


def told(args: Args, speaking: Speaking, message: Message, language: Language) -> None:
    """Say something to the one who pressed: under the message, or over the view."""
    if args.context.response_url:
        speaking.whisper(args.context.response_url, message, thread_in(args.body))
    else:
        noticed(args, message, language)


def noticed(args: Args, message: Message, language: Language) -> None:
    """Say it in a modal; where none can be opened any more, in a direct message."""
    if not opened(args, notice(message, language)):
        written(args, message)


def written(args: Args, message: Message) -> None:
    """Write it to the person in a direct message."""
    args.client.chat_postMessage(channel=person_in(args.body).id, **payload_of(message))


def _lay_over(args: Args, trigger: str, view: View, under: str) -> None:
    """Three modals are the most, and a click can be too old; to change a modal needs neither."""
    try:
        args.client.views_push(trigger_id=trigger, view=view)
    except SlackApiError:
        insistent(args.client).views_update(view_id=under, view=view)

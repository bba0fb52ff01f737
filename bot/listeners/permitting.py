"""Who may set up a digest or share, and where; what cannot be seen is refused, saying so.

https://docs.slack.dev/reference/methods/conversations.members needs channels:read, an optional one.
"""

from http.client import HTTPException

from slack_sdk import WebClient
from slack_sdk.errors import SlackClientError

from bot.listeners.profiles import Profile, Unseen, hasty
from bot.listeners.scopes import may
from bot.rendering.words import Absence, Refusal

_MEMBERS = 1000


def admission(seen: Profile | Unseen) -> Refusal | None:
    """Why somebody may not change digests where only admins may; None where they may."""
    match seen:
        case Profile(admin=True):
            return None
        case Profile():
            return "admins_only"
        case Unseen(forbidden=True):
            return "admins_unseen"
        case Unseen():
            return "admins_unknown"


def membership(client: WebClient, person: str, channel: str) -> Absence | None:
    """Why somebody may not act in a channel that they chose; None where they are in it.

    Of a channel with more members than one page holds, the others cannot be seen.
    """
    if channel.startswith("D"):
        return "no_conversation"
    if not may(client, "channels:read"):
        return "members_unseen"
    try:
        page = hasty(client).conversations_members(channel=channel, limit=_MEMBERS)
    except (SlackClientError, OSError, HTTPException):
        return "members_unseen"
    if person in (page.get("members") or ()):
        return None
    following = (page.get("response_metadata") or {}).get("next_cursor")
    return "members_unseen" if following else "not_member"

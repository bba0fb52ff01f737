"""Who somebody is to Slack, as far as it may be asked and answers in time.

https://docs.slack.dev/reference/methods/users.info needs users:read, which is optional.
"""

from dataclasses import dataclass
from http.client import HTTPException

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.core.statement import Language
from bot.listeners.payloads import Payload, in_one_line, mapping, string
from bot.listeners.scopes import may
from bot.listeners.speaking import quiet, slacks_word

# Seconds; a modal has to be opened, and a view acknowledged, within three.
HASTE = 1


@dataclass(frozen=True, slots=True)
class Profile:
    """A person's name, time zone, language and standing in the workspace."""

    name: str
    zone: str
    language: Language
    admin: bool


@dataclass(frozen=True, slots=True)
class Unseen:
    """Slack did not tell; `forbidden` where the bot may not ask."""

    forbidden: bool


def profile_of(client: WebClient, person: str) -> Profile | Unseen:
    """What Slack tells of a person within a second."""
    if not may(client, "users:read"):
        return Unseen(forbidden=True)
    try:
        answer = hasty(client).users_info(user=person, include_locale=True)
    except SlackApiError as error:
        return Unseen(slacks_word(error) == "missing_scope")
    except (SlackClientError, OSError, HTTPException):
        return Unseen(forbidden=False)
    return _read(answer.get("user") or {})


def hasty(client: WebClient) -> WebClient:
    """A client that waits for Slack no longer than somebody who has to be answered now."""
    return WebClient(
        client.token,
        base_url=client.base_url,
        timeout=HASTE,
        logger=quiet("slack_sdk"),
        retry_handlers=[],
    )


def _read(user: Payload) -> Profile:
    profile = mapping(user, "profile")
    names = (string(profile, "display_name"), string(user, "real_name"), string(user, "name"))
    return Profile(
        name=next(filter(None, map(in_one_line, names)), ""),
        zone=string(user, "tz"),
        language="ko" if string(user, "locale").startswith("ko") else "en",
        admin=user.get("is_admin") is True or user.get("is_owner") is True,
    )

"""The sentences of the pages on which the bot is installed, and of the first message after it."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InstallWords:
    """All that is said in one language; pages take raw text, messages escaped mrkdwn."""

    # The page with the button
    add: str
    lead: str  # title
    points: tuple[str, ...]
    optional: str
    granted: Mapping[str, str]  # by scope: what it is for
    privacy: str
    switch: str  # the name of the other language, in that language

    # What came of it
    installed: str  # where
    organisation_next: str
    choose_workspaces: str
    next: str
    steps: tuple[str, ...]
    open_slack: str
    left_out: str
    declined: Mapping[str, str]  # by scope: what is switched off without it
    declined_other: str  # scope
    add_later: str
    cancelled: str
    cancelled_why: str
    expired: str
    expired_why: str
    failed: str
    failed_why: str  # id
    again: str

    # The first message
    welcome: str  # title, theme
    welcome_ask: str
    welcome_digest: str
    welcome_help: str

    # Where there is no installation
    not_installed: str  # address
    storage_away: str

"""What a workspace holds that its people and the bot have made; a reset forgets it all."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.playground import limits
from bot.playground.people import Channel
from bot.playground.posts import Post, Posts

View = dict[str, Any]


@dataclass(slots=True)
class ResponseUrl:
    """Where the bot may answer one interaction for a while; `ts` is the message it stood under."""

    channel: str
    person: str
    expires: float
    ts: str | None = None
    thread: str | None = None
    left: int = limits.RESPONSES


@dataclass(slots=True)
class Trigger:
    """What lets the bot open one view for the person who did something."""

    person: str
    expires: float
    used: bool = False


@dataclass(slots=True)
class Code:
    """What an installation is exchanged for, once: by whom it is, and with which of the scopes."""

    installer: str
    scopes: frozenset[str]
    redirect: str = ""
    organisation: str = ""
    used: bool = False


@dataclass(slots=True)
class Step:
    """One run of a workflow's step that the app does; `outcome` is empty while it is running."""

    function: str
    inputs: Mapping[str, Any] = field(default_factory=dict)
    outcome: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Rooms:
    """All of it; the caller holds the workspace's lock."""

    channels: dict[str, Channel]
    posts: Posts = field(default_factory=Posts)
    urls: dict[str, ResponseUrl] = field(default_factory=dict)
    triggers: dict[str, Trigger] = field(default_factory=dict)
    homes: dict[str, View] = field(default_factory=dict)
    modals: defaultdict[str, list[View]] = field(default_factory=lambda: defaultdict(list))
    typing: dict[tuple[str, str], tuple[str, float]] = field(default_factory=dict)
    # A title and prompts, by direct message.
    prompts: dict[str, dict[str, Any]] = field(default_factory=dict)
    functions: dict[str, Step] = field(default_factory=dict)
    shared_links: dict[str, Post] = field(default_factory=dict)
    codes: dict[str, Code] = field(default_factory=dict)
    token_revoked: bool = False
    uninstalled: bool = False

"""What the Web API's methods share: a call's arguments, and the rules that many of them keep."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from bot.playground.people import Channel
from bot.playground.posts import Blocks, Post
from bot.playground.refusals import Refused
from bot.playground.workspace import Workspace

Answer = dict[str, Any]


class Call:
    """One call of a method, in a workspace, by the bot."""

    def __init__(self, workspace: Workspace, arguments: Mapping[str, Any]) -> None:
        self.workspace = workspace
        self.rooms = workspace.rooms
        self.bot = workspace.app.bot.id
        self._arguments = arguments

    def text(self, name: str) -> str:
        """The argument as a text, empty where it is missing; raises `invalid_arguments`."""
        value = self._arguments.get(name)
        if value is None:
            return ""
        if isinstance(value, str | int | float):
            return str(value)
        raise _invalid(f"must be a string: {name}")

    def needed(self, name: str) -> str:
        """The argument as a text; raises `invalid_arguments` where it is missing."""
        if value := self.text(name):
            return value
        raise _invalid(f"missing required field: {name}")

    def has(self, name: str) -> bool:
        """Whether the argument was given."""
        return self._arguments.get(name) is not None

    def flag(self, name: str) -> bool:
        """Whether the argument says yes."""
        return self.text(name).lower() in ("true", "1")

    def json(self, name: str) -> Any:
        """The argument as JSON, which forms carry as a text; None where it is missing."""
        value = self._arguments.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise _invalid(f"must be valid JSON: {name}") from None

    def blocks(self) -> Blocks:
        """The argument `blocks`, empty where it is missing; what it holds is not looked at."""
        found = self.json("blocks")
        return found if found is not None else []

    def number(self, name: str, default: int, most: int) -> int:
        """The argument as a number from 1 to `most`; raises `invalid_limit`."""
        value = self.text(name) or str(default)
        if not (value.isascii() and value.isdigit() and 1 <= int(value[:9]) <= most):
            raise Refused("invalid_limit")
        return int(value)

    def needs(self, *scopes: str) -> None:
        """Raise `missing_scope` unless the token has any of the scopes."""
        held = self.workspace.app.scopes
        if scopes and not held & set(scopes):
            more = {"needed": ",".join(scopes), "provided": ",".join(sorted(held))}
            raise Refused("missing_scope", more)

    def channel(self) -> Channel:
        """The channel that is named and that the bot may know of; raises `channel_not_found`."""
        found = self.workspace.channel(self.needed("channel"))
        if found is None or (found.kind == "im" and self.bot not in found.members):
            raise Refused("channel_not_found")
        return found

    def channel_to_write(self) -> Channel:
        """A channel that the bot may write in; raises `is_archived` or `not_in_channel`."""
        found = self.channel()
        if found.is_archived:
            raise Refused("is_archived")
        if self.bot not in found.members:
            raise Refused("not_in_channel")
        return found

    def channel_to_read(self, what: str) -> Channel:
        """A channel whose `read` or `history` the token's scopes open; raises `missing_scope`."""
        every = [f"{kind}:{what}" for kind in ("channels", "groups", "im", "mpim")]
        self.needs(*every)
        found = self.channel()
        self.needs(f"im:{what}" if found.kind == "im" else f"channels:{what}")
        return found

    def own_post(self, channel: Channel, refusal: str) -> Post:
        """A message of the bot's, at `ts`; raises `message_not_found` or the refusal given."""
        post = self.rooms.posts.find(channel.id, self.needed("ts"))
        if post is None or post.only_for:
            raise Refused("message_not_found")
        if post.user != self.bot or post.subtype:
            raise Refused(refusal)
        return post

    def person(self, name: str = "user") -> str:
        """The id of somebody in the workspace; raises `user_not_found`."""
        id = self.needed(name)
        if id not in self.workspace.people:
            raise Refused("user_not_found")
        return id


def page_of(call: Call, everything: Iterable[Any], most: int) -> tuple[list[Any], Answer]:
    """One page of a list and what leads to the next, as Slack's cursors do."""
    rows, size = list(everything), call.number("limit", 100, most)
    cursor = call.text("cursor") or "0"
    if not cursor.isdecimal():
        raise Refused("invalid_cursor")
    start = int(cursor)
    following = str(start + size) if start + size < len(rows) else ""
    return rows[start : start + size], {"response_metadata": {"next_cursor": following}}


def _invalid(reason: str) -> Refused:
    return Refused("invalid_arguments", {"response_metadata": {"messages": [f"[ERROR] {reason}"]}})

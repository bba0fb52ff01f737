"""Messages, channels and people as Slack's Web API and its events show them."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.playground.people import Channel, Person
from bot.playground.posts import Blocks, Post
from bot.playground.workspace import Workspace

Face = dict[str, Any]


def numbered(blocks: Blocks) -> Blocks:
    """The blocks, each with the block_id that Slack gives where the app gave none."""
    return [{"block_id": f"b{place}", **block} for place, block in enumerate(blocks)]


def message_face(workspace: Workspace, post: Post, whole: bool = True) -> Face:
    """https://docs.slack.dev/reference/objects/message-object ; `whole` with all its metadata."""
    face: Face = {
        "type": "message",
        "user": post.user,
        "ts": post.ts,
        "text": post.text,
        "team": workspace.people[post.user].team or workspace.town.team.id,
    }
    if post.subtype:
        face["subtype"] = post.subtype
    if post.blocks:
        face["blocks"] = numbered(post.blocks)
    if post.thread:
        face["thread_ts"] = post.thread
    if post.user == workspace.app.bot.id and not post.subtype:
        face |= {"bot_id": workspace.app.bot_id, "app_id": workspace.app.app}
    if post.edited:
        face["edited"] = {"user": post.user, "ts": post.ts}
    if post.metadata:
        told = post.metadata if whole else {"event_type": post.metadata["event_type"]}
        face["metadata"] = dict(told)
    return face


def channel_face(workspace: Workspace, channel: Channel) -> Face:
    """https://docs.slack.dev/reference/objects/conversation-object"""
    bot = workspace.app.bot.id
    common = {"id": channel.id, "is_archived": channel.is_archived}
    if channel.kind == "im":
        (person,) = channel.members - {bot}
        return {**common, "is_im": True, "user": person, "is_channel": False}
    return {
        **common,
        "name": channel.name,
        "is_channel": True,
        "is_im": False,
        "is_private": False,
        "is_member": bot in channel.members,
        "is_ext_shared": workspace.is_shared(channel.id),
        "topic": {"value": channel.topic, "creator": "", "last_set": 0},
        "num_members": len(channel.members),
    }


def person_face(workspace: Workspace, person: Person, locale: bool) -> Face:
    """https://docs.slack.dev/reference/objects/user-object"""
    offset = datetime.fromtimestamp(workspace.now(), ZoneInfo(person.tz)).utcoffset()
    face: Face = {
        "id": person.id,
        "team_id": person.team or workspace.town.team.id,
        "name": person.name,
        "real_name": person.real_name,
        "deleted": False,
        "color": person.color,
        "is_bot": person.is_bot,
        "is_admin": person.is_admin,
        "is_owner": person.is_owner,
        # A workspace here has one owner at most.
        "is_primary_owner": person.is_owner,
        "is_stranger": workspace.is_stranger(person),
        "tz": person.tz,
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "profile": {"real_name": person.real_name, "display_name": person.name},
    }
    return {**face, "locale": person.locale} if locale else face

"""The methods that only look: auth, conversations and users.

https://docs.slack.dev/reference/methods
"""

import re
from decimal import Decimal

from bot.playground.calls import Answer, Call, page_of
from bot.playground.faces import channel_face, message_face, person_face
from bot.playground.people import Channel
from bot.playground.posts import Post
from bot.playground.refusals import Refused

_TS = re.compile(r"[0-9]{1,12}(\.[0-9]{1,6})?")


def auth_test(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/auth.test"""
    team, app = call.workspace.town.team, call.workspace.app
    return {
        "url": f"https://{team.domain}.slack.com/",
        "team": team.name,
        "team_id": team.id,
        "user": app.bot.name,
        "user_id": app.bot.id,
        "bot_id": app.bot_id,
        "is_enterprise_install": False,
    }


def api_test(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/api.test"""
    return {}


def conversation(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/conversations.info"""
    return {"channel": channel_face(call.workspace, call.channel_to_read("read"))}


def conversation_members(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/conversations.members"""
    members, following = page_of(call, sorted(call.channel_to_read("read").members), 1000)
    return {"members": members, **following}


def conversations(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/conversations.list"""
    kinds = (call.text("types") or "public_channel").split(",")
    wanted = {"public_channel": "channel", "im": "im", "private_channel": "", "mpim": ""}
    if not set(kinds) <= set(wanted):
        raise Refused("invalid_types")
    for kind in kinds:
        call.needs(
            {"public_channel": "channels", "private_channel": "groups"}.get(kind, kind) + ":read"
        )
    hidden = call.flag("exclude_archived")
    rows = [
        channel_face(call.workspace, channel)
        for channel in call.rooms.channels.values()
        if channel.kind in {wanted[kind] for kind in kinds} and not (hidden and channel.is_archived)
    ]
    channels, following = page_of(call, rows, 1000)
    return {"channels": channels, **following}


def conversation_history(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/conversations.history"""
    channel = _readable(call)
    shown = [post for post in call.rooms.posts.public(channel.id) if not post.is_reply]
    return _messages(call, list(reversed(shown)), 999)


def conversation_replies(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/conversations.replies"""
    channel, ts = _readable(call), call.needed("ts")
    inside = [post for post in call.rooms.posts.public(channel.id) if ts in (post.ts, post.thread)]
    if not inside:
        raise Refused("thread_not_found")
    return _messages(call, inside, 1000)


def _readable(call: Call) -> Channel:
    channel = call.channel_to_read("history")
    if call.bot not in channel.members:
        raise Refused("not_in_channel")
    return channel


def _messages(call: Call, posts: list[Post], most: int) -> Answer:
    """One page of those between `oldest` and `latest`, their metadata whole only on request."""
    oldest, latest = _moment(call, "oldest"), _moment(call, "latest")
    bounds = {oldest, latest} if call.flag("inclusive") else set()
    within = [
        message_face(call.workspace, post, call.flag("include_all_metadata"))
        for post in posts
        if (oldest or 0) < (ts := Decimal(post.ts)) < (latest or Decimal("inf")) or ts in bounds
    ]
    messages, following = page_of(call, within, most)
    more = bool(following["response_metadata"]["next_cursor"])
    return {"messages": messages, "has_more": more, **following}


def _moment(call: Call, name: str) -> Decimal | None:
    told = call.text(name)
    if told and not _TS.fullmatch(told):
        raise Refused(f"invalid_ts_{name}")
    return Decimal(told) if told else None


def user(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/users.info"""
    person = call.workspace.people[call.person()]
    return {"user": person_face(call.workspace, person, call.flag("include_locale"))}

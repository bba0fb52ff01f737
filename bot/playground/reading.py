"""The methods that only look: auth, conversations and users.

https://docs.slack.dev/reference/methods
"""

from bot.playground.calls import Answer, Call, page_of
from bot.playground.faces import channel_face, message_face, person_face
from bot.playground.refusals import Refused


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


def conversation(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/conversations.info"""
    return {"channel": channel_face(call.channel_to_read("read"), call.bot)}


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
    hidden = call.text("exclude_archived").lower() == "true"
    rows = [
        channel_face(channel, call.bot)
        for channel in call.rooms.channels.values()
        if channel.kind in {wanted[kind] for kind in kinds} and not (hidden and channel.is_archived)
    ]
    channels, following = page_of(call, rows, 1000)
    return {"channels": channels, **following}


def conversation_history(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/conversations.history"""
    channel = call.channel_to_read("history")
    if call.bot not in channel.members:
        raise Refused("not_in_channel")
    shown = [post for post in call.rooms.posts.public(channel.id) if not post.is_reply]
    faces = [message_face(call.workspace, post) for post in reversed(shown)]
    messages, following = page_of(call, faces, 999)
    more = bool(following["response_metadata"]["next_cursor"])
    return {"messages": messages, "has_more": more, **following}


def conversation_replies(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/conversations.replies"""
    channel, ts = call.channel_to_read("history"), call.needed("ts")
    if call.bot not in channel.members:
        raise Refused("not_in_channel")
    inside = [post for post in call.rooms.posts.public(channel.id) if ts in (post.ts, post.thread)]
    if not inside:
        raise Refused("thread_not_found")
    messages, following = page_of(call, [message_face(call.workspace, one) for one in inside], 1000)
    more = bool(following["response_metadata"]["next_cursor"])
    return {"messages": messages, "has_more": more, **following}


def user(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/users.info"""
    person = call.workspace.people[call.person()]
    with_locale = call.text("include_locale").lower() in ("true", "1")
    return {"user": person_face(call.workspace, person, with_locale)}

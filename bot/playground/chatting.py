"""The chat methods of the Web API: https://docs.slack.dev/reference/methods?family=chat"""

from bot.playground import limits
from bot.playground.calls import Answer, Call
from bot.playground.faces import message_face
from bot.playground.metadata import metadata_of
from bot.playground.people import Channel
from bot.playground.posts import COMPOSER, Post
from bot.playground.refusals import Refused, check_blocks, check_message
from bot.playground.writing import links_to


def post_message(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/chat.postMessage"""
    channel, text, blocks = call.channel_to_write(), call.text("text"), call.blocks()
    check_message(text, blocks)
    metadata, warned = metadata_of(call)
    thread = _thread(call, channel)
    post = call.workspace.post(
        channel.id, call.bot, text, blocks=blocks, thread=thread, metadata=metadata
    )
    face = message_face(call.workspace, post)
    return {"channel": channel.id, "ts": post.ts, "message": face, **warned}


def _thread(call: Call, channel: Channel) -> str | None:
    """The thread that is named; where it is gone Slack posts in the channel, and does not say so.

    Only the answer tells, which then has no thread_ts: https://github.com/slack-go/slack/issues/1571
    """
    ts = call.text("thread_ts")
    within = [post for post in call.rooms.posts.public(channel.id) if ts in (post.ts, post.thread)]
    if any(post.subtype for post in within):
        raise Refused("cannot_reply_to_message")
    return ts if within else None


def post_ephemeral(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/chat.postEphemeral"""
    channel, text, blocks = call.channel_to_write(), call.text("text"), call.blocks()
    person = call.needed("user")
    if person not in channel.members:
        raise Refused("user_not_in_channel")
    check_message(text, blocks)
    thread = _thread(call, channel)
    post = call.workspace.post(
        channel.id, call.bot, text, blocks=blocks, thread=thread, only_for=person
    )
    return {"message_ts": post.ts}


def update(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/chat.update"""
    channel = call.channel()
    post = call.own_post(channel, "cant_update_message")
    text, blocks = call.text("text"), call.blocks()
    check_message(text, blocks, limits.UPDATED_TEXT)
    metadata, warned = metadata_of(call)
    # What is left out stays, and `{}` takes it away.
    if call.has("metadata"):
        post.metadata = metadata
    call.workspace.change(post, text, blocks, edited=True)
    face = message_face(call.workspace, post)
    return {"channel": channel.id, "ts": post.ts, "text": text, "message": face, **warned}


def delete(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/chat.delete"""
    channel = call.channel()
    post = call.own_post(channel, "cant_delete_message")
    call.workspace.remove(post)
    return {"channel": channel.id, "ts": post.ts}


def get_permalink(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/chat.getPermalink"""
    channel, ts = call.channel(), call.needed("message_ts")
    post = call.rooms.posts.find(channel.id, ts)
    if post is None or post.only_for:
        raise Refused("message_not_found")
    domain = call.workspace.town.team.domain
    address = f"https://{domain}.slack.com/archives/{channel.id}/p{ts.replace('.', '')}"
    thread = f"?thread_ts={post.thread}&cid={channel.id}" if post.is_reply else ""
    return {"channel": channel.id, "permalink": address + thread}


def unfurl(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/chat.unfurl"""
    unfurls = call.json("unfurls")
    if not isinstance(unfurls, dict) or not unfurls:
        raise Refused("missing_unfurls")
    post = _with_links(call)
    for address, shown in unfurls.items():
        _check_unfurl(call, post, address, shown)
    call.workspace.unfold(post, unfurls)
    return {}


def _with_links(call: Call) -> Post:
    """The message that unfurl_id and source name, or channel and ts, even while it is written."""
    if call.has("unfurl_id"):
        if call.text("source") not in ("composer", "conversations_history"):
            raise Refused("invalid_source")
        post = call.rooms.shared_links.get(call.text("unfurl_id"))
    else:
        place = COMPOSER if call.text("channel") == COMPOSER else call.channel().id
        post = call.rooms.posts.find(place, call.needed("ts"))
    if post is None:
        raise Refused("invalid_unfurl_id" if call.has("unfurl_id") else "cannot_find_message")
    return post


def _check_unfurl(call: Call, post: Post, address: str, shown: object) -> None:
    """Only a link of the message to a domain of the app can be unfolded, and only with blocks."""
    if address not in links_to(call.workspace.app.domains, post.text):
        raise Refused("cannot_unfurl_url")
    check_blocks(shown.get("blocks", []) if isinstance(shown, dict) else None, "unfurl")

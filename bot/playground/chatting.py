"""The chat methods of the Web API: https://docs.slack.dev/reference/methods?family=chat"""

from bot.playground import limits
from bot.playground.calls import Answer, Call
from bot.playground.faces import message_face
from bot.playground.posts import Post
from bot.playground.refusals import Refused, check_blocks, check_message


def post_message(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/chat.postMessage"""
    channel, text, blocks = call.channel_to_write(), call.text("text"), call.blocks()
    check_message(text, blocks)
    post = call.workspace.post(
        channel.id,
        call.bot,
        text,
        blocks=blocks,
        thread=call.text("thread_ts") or None,
        metadata=call.json("metadata"),
    )
    face = message_face(call.workspace, post)
    return {"channel": channel.id, "ts": post.ts, "message": face}


def post_ephemeral(call: Call) -> Answer:
    """https://docs.slack.dev/reference/methods/chat.postEphemeral"""
    channel, text, blocks = call.channel_to_write(), call.text("text"), call.blocks()
    person = call.needed("user")
    if person not in channel.members:
        raise Refused("user_not_in_channel")
    check_message(text, blocks)
    thread = call.text("thread_ts") or None
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
    if not call.has("blocks") and call.has("text"):
        blocks = []
    call.workspace.change(post, text, blocks, edited=True)
    face = message_face(call.workspace, post)
    return {"channel": channel.id, "ts": post.ts, "text": text, "message": face}


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
    """https://docs.slack.dev/reference/methods/chat.unfurl ; no composer previews here."""
    unfurls = call.json("unfurls")
    if not isinstance(unfurls, dict) or not unfurls:
        raise Refused("missing_unfurls")
    channel = call.channel()
    post = call.rooms.posts.find(channel.id, call.needed("ts"))
    if post is None:
        raise Refused("cannot_find_message")
    for address, shown in unfurls.items():
        _check_unfurl(post, address, shown)
    post.unfurls = {**post.unfurls, **unfurls}
    call.workspace.bell.ring("messages", channel=channel.id)
    return {}


def _check_unfurl(post: Post, address: str, shown: object) -> None:
    """Only an address that stands in the message can be unfolded, and only with blocks."""
    if address not in post.text:
        raise Refused("cannot_unfurl_url")
    check_blocks(shown.get("blocks", []) if isinstance(shown, dict) else None, "unfurl")

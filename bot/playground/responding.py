"""A response_url: the bot's later words on one interaction.

https://docs.slack.dev/interactivity/handling-user-interaction#message_responses
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.playground.posts import Post
from bot.playground.refusals import Refused, check_blocks
from bot.playground.rooms import ResponseUrl
from bot.playground.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Responses:
    """Takes what is posted to the response_urls of one workspace."""

    workspace: Workspace

    def take(self, key: str, body: Mapping[str, Any]) -> None:
        """Post, replace or delete as the body says; raises Refused, and then nothing is used up."""
        with self.workspace.lock:
            url = self._living(key)
            if body.get("delete_original"):
                self._delete(url)
            else:
                self._say(url, body)
            url.left -= 1

    def _living(self, key: str) -> ResponseUrl:
        url = self.workspace.rooms.urls.get(key)
        if url is None:
            raise Refused("invalid_token")
        if self.workspace.now() > url.expires:
            raise Refused("expired_url")
        if url.left <= 0:
            raise Refused("used_url")
        return url

    def _original(self, url: ResponseUrl) -> Post | None:
        return self.workspace.rooms.posts.find(url.channel, url.ts) if url.ts else None

    def _delete(self, url: ResponseUrl) -> None:
        if original := self._original(url):
            self.workspace.remove(original)

    def _say(self, url: ResponseUrl, body: Mapping[str, Any]) -> None:
        original = self._original(url)
        if body.get("replace_original") and original:
            text, blocks = checked(body)
            self.workspace.change(original, text, blocks, edited=not original.only_for)
        else:
            thread = body.get("thread_ts") or url.thread
            say(self.workspace, url.channel, url.person, {**body, "thread_ts": thread})


def say(
    workspace: Workspace,
    channel: str,
    person: str,
    body: Mapping[str, Any],
    command: str | None = None,
) -> Post:
    """The bot's answer to a person's interaction: ephemeral unless it says `in_channel`."""
    text, blocks = checked(body)
    kind = body.get("response_type") or "ephemeral"
    if kind not in ("ephemeral", "in_channel"):
        raise Refused("invalid_response_type")
    only_for = person if kind == "ephemeral" else None
    thread, bot = body.get("thread_ts"), workspace.app.bot.id
    return workspace.post(
        channel, bot, text, blocks=blocks, thread=thread, only_for=only_for, command=command
    )


def checked(body: Mapping[str, Any]) -> tuple[str, list[dict[str, Any]]]:
    """Text and blocks of an answer; the limit of all text together does not hold here.

    https://github.com/slackapi/bolt-js/issues/2867
    """
    text, blocks = body.get("text") or "", body.get("blocks") or []
    if not isinstance(text, str) or not (text.strip() or blocks):
        raise Refused("no_text")
    check_blocks(blocks)
    return text, list(blocks)

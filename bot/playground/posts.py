"""The messages of one workspace, in their order; their ts are unique and rise."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Blocks = list[dict[str, Any]]
# Where a message is while it is being written; its ts then is its unfurl_id:
# https://docs.slack.dev/changelog/2021-08-changes-to-unfurls
COMPOSER = "COMPOSER"


@dataclass(slots=True)
class Post:
    """One message; with `only_for` it is ephemeral, and that person alone sees it."""

    ts: str
    channel: str
    user: str
    text: str
    blocks: Blocks = field(default_factory=list)
    thread: str | None = None
    only_for: str | None = None
    edited: bool = False
    error: str | None = None
    command: str | None = None
    subtype: str | None = None
    metadata: Mapping[str, Any] | None = None
    unfurls: Mapping[str, Any] = field(default_factory=dict)

    def seen_by(self, person: str) -> bool:
        """Whether that person sees it."""
        return self.only_for in (None, person)

    @property
    def is_reply(self) -> bool:
        """Whether it stands in a thread without having started it."""
        return self.thread not in (None, self.ts)


class Posts:
    """Every channel's messages; the caller holds the workspace's lock."""

    def __init__(self) -> None:
        self._channels: defaultdict[str, list[Post]] = defaultdict(list)
        self._last = 0

    def stamp(self, now: float) -> str:
        """A ts at that moment, or a microsecond after the last one."""
        self._last = max(self._last + 1, round(now * 1_000_000))
        return f"{self._last // 1_000_000}.{self._last % 1_000_000:06d}"

    def add(self, post: Post) -> Post:
        """Append it to its channel."""
        self._channels[post.channel].append(post)
        return post

    def remove(self, post: Post) -> None:
        """Take it out of its channel."""
        self._channels[post.channel].remove(post)

    def find(self, channel: str, ts: str) -> Post | None:
        """The message of that ts."""
        return next((post for post in self._channels[channel] if post.ts == ts), None)

    def seen(self, channel: str, person: str, thread: str | None = None) -> Iterator[Post]:
        """What a person sees of a channel, or of one thread with the message that started it."""
        for post in self._channels[channel]:
            inside = thread in (post.ts, post.thread) if thread else not post.is_reply
            if post.seen_by(person) and inside:
                yield post

    def replies(self, channel: str, ts: str, person: str) -> int:
        """How many answers of its thread a person sees."""
        return sum(post.is_reply for post in self.seen(channel, person, ts))

    def every(self, channel: str) -> list[Post]:
        """All of a channel, in its threads too, oldest first."""
        return list(self._channels[channel])

    def public(self, channel: str) -> list[Post]:
        """What everybody in the channel sees, oldest first."""
        return [post for post in self._channels[channel] if post.only_for is None]

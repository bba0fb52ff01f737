"""A link is told while its message is still being written, and a preview of it shown to its author.

https://docs.slack.dev/changelog/2021-08-changes-to-unfurls
"""

from typing import Any
from urllib.parse import urlencode

import pytest
from slack_sdk.errors import SlackApiError

from bot.playground.standing import StandIn
from tests.playground.conftest import Bot
from tests.playground.test_door import JORDAN, MINA, read
from tests.playground.test_web_api import client

LINK, KEPT = "https://www.a.example/?a=1&b=2", "https://www.a.example/?a=1&amp;b=2"
SHOWN = {
    KEPT: {
        "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "Whales."}}],
        "preview": {"title": {"type": "plain_text", "text": "Whales"}},
    }
}


def compose(stand_in: StandIn, text: str, who: str = MINA) -> Any:
    return read(stand_in, "/play/compose", {"person": who, "text": text})["draft"]


def previews(stand_in: StandIn, draft: str, who: str = MINA) -> Any:
    asked = urlencode({"person": who, "id": draft})
    return read(stand_in, f"/play/draft?{asked}")["unfurls"]


def test_a_link_that_is_being_written_is_told_without_its_place(
    stand_in: StandIn, bot: Bot
) -> None:
    draft = compose(stand_in, f"see {LINK} and https://b.example/")
    (told,) = bot.got
    event = told["event"]
    assert draft.startswith(f"{MINA}-") and event.pop("event_ts")
    assert event == {
        "type": "link_shared",
        "channel": "COMPOSER",
        "is_bot_user_member": True,
        "user": MINA,
        "message_ts": draft,
        "unfurl_id": draft,
        "source": "composer",
        "links": [{"domain": "a.example", "url": KEPT}],
        "user_locale": "ko-KR",
    }


@pytest.mark.parametrize("by_id", [True, False])
def test_its_author_alone_sees_the_preview(stand_in: StandIn, bot: Bot, by_id: bool) -> None:
    draft = compose(stand_in, LINK)
    assert previews(stand_in, draft) == {}
    by_place = {"channel": "COMPOSER", "ts": draft}
    named = {"unfurl_id": draft, "source": "composer"} if by_id else by_place
    with stand_in.workspace.bell.listening() as changes:
        given = {**named, "unfurls": SHOWN}
        assert client(stand_in).api_call("chat.unfurl", json=given)["ok"]
        assert changes.get(timeout=5) == {"changed": ["drafts"], "channel": "COMPOSER"}
    assert previews(stand_in, draft) == SHOWN
    assert previews(stand_in, draft, JORDAN) == {}
    read(stand_in, "/play/reset", {})
    assert previews(stand_in, draft) == {}


def test_sent_it_is_told_again_with_its_place(stand_in: StandIn, bot: Bot) -> None:
    compose(stand_in, LINK)
    read(stand_in, "/play/say", {"person": MINA, "channel": "C0GENERAL", "text": LINK})
    told = [(one["event"]["source"], one["event"]["channel"]) for one in bot.got]
    assert told == [("composer", "COMPOSER"), ("conversations_history", "C0GENERAL")]


@pytest.mark.parametrize("text", ["", "whales", "https://b.example/", f"/alliance {LINK}"])
def test_nothing_else_that_is_being_written_is_told(stand_in: StandIn, bot: Bot, text: str) -> None:
    assert compose(stand_in, text) is None
    assert bot.got == []


@pytest.mark.parametrize(
    ("named", "word"),
    [
        ({"unfurl_id": "U0MINA-1", "source": "composer"}, "invalid_unfurl_id"),
        ({"channel": "COMPOSER", "ts": "U0MINA-1"}, "cannot_find_message"),
    ],
)
def test_what_nobody_is_writing_has_no_preview(
    stand_in: StandIn, bot: Bot, named: dict[str, str], word: str
) -> None:
    compose(stand_in, LINK)
    with pytest.raises(SlackApiError) as refused:
        client(stand_in).api_call("chat.unfurl", json={**named, "unfurls": SHOWN})
    assert refused.value.response["error"] == word


def test_what_is_being_written_is_no_message_to_other_methods(stand_in: StandIn, bot: Bot) -> None:
    draft = compose(stand_in, LINK)
    with pytest.raises(SlackApiError) as refused:
        client(stand_in).chat_getPermalink(channel="COMPOSER", message_ts=draft)
    assert refused.value.response["error"] == "channel_not_found"
    seen = read(stand_in, "/play/act", {"person": MINA, "channel": "COMPOSER", "ts": draft})
    assert seen["ok"] is False

"""A person lets others see a passage that they found."""

import json
from collections.abc import Mapping
from threading import Event
from time import monotonic
from typing import Any

import pytest

from bot.core.library import Library
from bot.playground.faults import CLOSED, SERVER_ERROR, Fault, rate_limited, refused
from bot.storage.in_memory import EventsInMemory
from tests.support.building import the_bot
from tests.support.slack import Slack
from tests.support.statements import FERRIES, KEEPER, WHALES
from tests.support.visiting import Visitor, visiting

GONE = "I cannot find what this leads to any more. Please ask again."
SHARED = "Shared: everybody here sees the passage now."
UNINVITED = (
    "I am not in that channel, so nothing was shared. Type `/invite @alliance` in it, then share"
    " again."
)
DIRECT = "D0JORDAN"


def posted(person: Visitor, channel: str = "C0POLICY") -> list[str]:
    """The bot's messages that everybody sees in a channel."""
    posts = person.stand_in.workspace.rooms.posts.public(channel)
    return [post.text for post in posts if post.user == "U0ALLIANCE" and not post.subtype]


def test_what_was_whispered_is_shared_with_the_channel_and_who_shared_it(jordan: Visitor) -> None:
    jordan.say("/alliance lamplighter")
    assert posted(jordan) == []
    jordan.press("Share")
    assert jordan.posts[0].text == SHARED
    rosa = jordan.other("U0ROSA")
    assert rosa.reply.quote == KEEPER
    assert rosa.reply.text.startswith(
        "Shared by jordan from “Joint Statement on the Harbour”, word for word\n"
        "*Lanterns &lt;&amp; lights&gt;* · 등불\n> The &lt;old&gt; keeper"
    )
    assert "Archived copy: <https://archive.example/harbour/|archive.example>" in rosa.reply.text
    assert rosa.reply.labels == ["Read in context", "Cite"]
    assert len(posted(jordan)) == 1


def test_it_is_shared_in_the_language_it_was_found_in(mina: Visitor) -> None:
    mina.say("/alliance 배편")
    mina.press("공유")
    assert mina.posts[0].text == "공유했습니다. 이제 이곳의 모든 사람이 이 구절을 볼 수 있습니다."
    assert mina.reply.text.startswith(
        "mina 님이 ‘항구 공동성명’의 구절을 원문 그대로 공유했습니다.\n*여객선* · Ferries\n"
    )


def test_what_was_whispered_in_a_thread_is_shared_in_it(jordan: Visitor) -> None:
    jordan.say("@alliance contents")
    asked = jordan.posts[0]
    jordan.pick("pick_theme", "Whales")
    jordan.press("Share")
    shared = jordan.posts[-1]
    assert (shared.thread, shared.only_for) == (asked.ts, None)
    assert shared.text.startswith("Shared by jordan")
    assert [post.text for post in jordan.posts if post.only_for] == [SHARED]


def test_from_a_direct_message_it_is_asked_where(jordan: Visitor) -> None:
    direct = jordan.among(DIRECT)
    direct.say("ferries")
    direct.press("Share")
    assert direct.view.title == "Share this passage"
    assert direct.view.quote == FERRIES
    assert direct.submit({"channel": "C0GENERAL"}) == {}
    assert direct.view.words == ["Shared: everybody in <#C0GENERAL> sees the passage now."]
    assert posted(jordan, "C0GENERAL")[0].startswith("Shared by jordan from")
    direct.close()
    assert not direct.has_modal


def test_it_is_asked_in_korean(mina: Visitor) -> None:
    direct = mina.among("D0MINA")
    direct.say("고래")
    direct.press("공유")
    assert direct.view.title == "구절 공유"
    faults = direct.submit({"channel": "C0DIGEST"})
    assert faults["channel"].startswith("제가 그 채널에 없어서 공유하지 못했습니다.")
    direct.submit({"channel": "C0POLICY"})
    assert direct.view.words == [
        "공유했습니다. 이제 <#C0POLICY> 채널의 모든 사람이 이 구절을 볼 수 있습니다."
    ]
    direct.refused()


def test_where_the_bot_is_not_it_says_how_to_invite_it(jordan: Visitor) -> None:
    there = jordan.among("C0DIGEST")
    there.say("/alliance lamplighter")
    there.press("Share")
    assert there.reply.text == UNINVITED
    assert there.refused() == ["chat.postMessage: not_in_channel"]
    there.say("/invite @alliance")
    there.press("Share")
    assert there.posts[0].text == SHARED
    assert len(posted(jordan, "C0DIGEST")) == 1


def test_a_channel_is_chosen_again_until_it_can_be(jordan: Visitor) -> None:
    direct = jordan.among(DIRECT)
    direct.say("ferries")
    direct.press("Share")
    assert direct.submit({"channel": "C0DIGEST"}) == {"channel": UNINVITED}
    assert direct.submit({"channel": "C0GENERAL"}) == {}
    assert len(posted(jordan, "C0GENERAL")) == 1
    direct.refused()


def test_who_is_in_a_shared_channel_only_shares_there(jordan: Visitor) -> None:
    aiko = jordan.other("U0AIKO")
    aiko.say("/alliance ferries")
    aiko.press("Share")
    assert posted(jordan)[0].startswith("Shared by aiko from")


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (refused("is_archived"), "That channel is archived, so nothing was shared."),
        (refused("channel_not_found"), UNINVITED),
        (refused("restricted_action"), "Slack did not let me post there, so nothing was shared."),
        (SERVER_ERROR, "Slack did not say whether the passage was posted."),
        (CLOSED, "Slack did not say whether the passage was posted."),
    ],
)
def test_what_slack_refuses_is_told_and_can_be_tried_again(
    jordan: Visitor, fault: Fault, sentence: str
) -> None:
    jordan.say("/alliance ferries")
    jordan.stand_in.faults.fail("chat.postMessage", fault)
    jordan.press("Share")
    assert jordan.reply.text.startswith(sentence)
    assert posted(jordan) == []
    jordan.refused()
    jordan.press("Share")
    assert len(posted(jordan)) == 1


def test_where_the_modal_cannot_be_opened_it_is_said(jordan: Visitor) -> None:
    direct = jordan.among(DIRECT)
    direct.say("ferries")
    direct.stand_in.faults.fail("views.open", refused("expired_trigger_id"))
    direct.press("Share")
    assert direct.reply.text == ("I could not open that in time. Please try again.")
    direct.refused()


def test_a_message_that_is_gone_has_been_shared_all_the_same(jordan: Visitor) -> None:
    jordan.say("/alliance ferries")
    jordan.stand_in.faults.fail("response_url", Fault(404, b"expired_url", kind="404"))
    jordan.press("Share")
    assert len(posted(jordan)) == 1
    assert jordan.refused() == ["response_url: fault: 404"]


BUTTON = {"type": "button", "action_id": "share", "value": "harbour/ferries-cross/en"}


def whispered(ts: str = "1.1") -> dict[str, Any]:
    told = {"type": "message", "channel_id": "C1", "is_ephemeral": True, "message_ts": ts}
    return {"container": told}


def shared(slack: Slack) -> int:
    return [call.name for call in slack.heard()].count("chat.postMessage")


def test_a_second_click_and_a_repeated_payload_share_nothing_more(slack: Slack) -> None:
    for trigger in ("1.1", "1.1", "1.2"):
        slack.press(BUTTON, **whispered(), trigger_id=trigger)
    assert shared(slack) == 1
    slack.press(BUTTON, **whispered("1.2"), trigger_id="1.3")
    assert shared(slack) == 2


def test_a_payload_that_failed_is_not_shared_by_its_repetition(slack: Slack) -> None:
    slack.api.stand_in.faults.fail("chat.postMessage", SERVER_ERROR)
    for trigger in ("1.1", "1.1"):
        slack.press(BUTTON, **whispered(), trigger_id=trigger)
    assert shared(slack) == 1
    slack.press(BUTTON, **whispered(), trigger_id="1.2")
    assert shared(slack) == 2


@pytest.mark.parametrize(
    "value", ["harbour/no-such/en", "another/ferries-cross/en", "<!channel>", "", None, 7]
)
def test_a_button_that_names_nothing_shares_nothing(slack: Slack, value: object) -> None:
    assert slack.click({**BUTTON, "value": value}, **whispered()).text == GONE


def submitted(slack: Slack, channel: object, remembers: object, **more: Any) -> Mapping[str, Any]:
    """What is answered to a submission that somebody may have forged."""
    chosen = {"type": "conversations_select", "selected_conversation": channel}
    view = {
        "type": "modal",
        "id": "V1",
        "callback_id": "share",
        "private_metadata": remembers,
        "state": {"values": {"channel": {"channel": chosen}}},
    }
    payload = {
        "type": "view_submission",
        "team": {"id": "T1"},
        "user": {"id": "U1", "team_id": "T1", "name": "one"},
        "trigger_id": "1.1",
        "view": view,
        **more,
    }
    answer: dict[str, Any] = json.loads(slack.form({"payload": json.dumps(payload)}).body)
    return answer


@pytest.mark.parametrize("channel", [None, "", 7, "general", "C1 <!channel>", ["C1"]])
def test_a_channel_that_is_none_is_asked_for_again(slack: Slack, channel: object) -> None:
    answer = submitted(slack, channel, "harbour/ferries-cross/en")
    assert answer["errors"] == {"channel": "Please choose a channel."}
    assert slack.heard() == []


def test_a_channel_whose_members_cannot_be_seen_is_refused(slack: Slack) -> None:
    answer = submitted(slack, "C0SECRET", "harbour/ferries-cross/en")
    assert answer["errors"]["channel"].startswith("I cannot see whether you are in that channel.")
    assert submitted(slack, "D7", "harbour/ferries-cross/en")["errors"] == {
        "channel": "I can share to channels only. Please choose one."
    }
    assert shared(slack) == 0


@pytest.mark.parametrize("remembers", ["", None, 7, "harbour/no-such/en"])
def test_a_modal_that_names_nothing_is_replaced_by_a_sentence(
    slack: Slack, remembers: object
) -> None:
    answer = submitted(slack, "C1", remembers)
    assert answer["response_action"] == "update"
    assert GONE in json.dumps(answer)


def test_a_channel_the_person_is_not_in_is_refused(jordan: Visitor) -> None:
    direct = jordan.among(DIRECT)
    direct.say("whales")
    direct.press("Share")
    assert direct.view.quote == WHALES
    others = Fault(body=b'{"ok": true, "members": ["U0ROSA", "U0ALLIANCE"]}')
    jordan.stand_in.faults.fail("conversations.members", others)
    faults = direct.submit({"channel": "C0GENERAL"})
    assert faults == {"channel": "You are not a member of that channel."}
    assert posted(jordan, "C0GENERAL") == []
    jordan.refused()


class Stuck(EventsInMemory):
    """A database that is not reached for as long as it lasts."""

    def __init__(self) -> None:
        super().__init__()
        self.lasts = Event()

    def claim(self, event_id: str) -> bool:
        if event_id.startswith("T"):
            self.lasts.wait(20)
        return super().claim(event_id)


def test_a_database_that_is_not_reached_is_not_waited_for_in_a_modal(harbour: Library) -> None:
    stuck = Stuck()
    with visiting(the_bot(harbour, seen=stuck)) as mina:
        direct = mina.other("U0JORDAN").among(DIRECT)
        direct.say("ferries")
        direct.press("Share")
        view = direct.view.told
        chosen = {"channel": {"channel": {"selected_conversation": "C0GENERAL"}}}
        began = monotonic()
        direct.stand_in.stage.submit("U0JORDAN", view["id"], chosen)
        took = monotonic() - began
        stuck.lasts.set()
        direct.settle()
        assert took < 3
        assert posted(direct, "C0GENERAL")[0].startswith("Shared by jordan from")


def test_a_storm_is_not_waited_for_in_a_modal(jordan: Visitor) -> None:
    direct = jordan.among(DIRECT)
    direct.say("whales")
    direct.press("Share")
    direct.stand_in.faults.fail("chat.postMessage", rate_limited(30))
    faults = direct.submit({"channel": "C0GENERAL"})
    assert faults["channel"].startswith("Slack did not let me post there")
    direct.refused()

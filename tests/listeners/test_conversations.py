"""Conversations that go on: in a direct message, in its threads, and in the thread of a mention."""

import pytest
import sqlalchemy as sa

from bot.core.continuing import Turn
from bot.core.library import Library
from bot.playground.posts import Post
from bot.storage.in_memory import TurnsInMemory
from bot.storage.turns import TurnStore
from tests.support.digests import NOW
from tests.support.slack import Slack, workspace
from tests.support.statements import FERRIES, KEEPER, LANTERNS, PARAGRAPHS, WHALES
from tests.support.visiting import Visitor

BOT = "U0ALLIANCE"


def begun(visitor: Visitor) -> str:
    """The thread of the last message at top level that the person wrote."""
    return [post for post in visitor.posts if post.user != BOT and not post.is_reply][-1].ts


def answers(visitor: Visitor) -> list[Post]:
    return [post for post in visitor.posts if post.user == BOT]


def test_at_the_top_of_a_direct_message_it_goes_on_from_the_last_answer(jordan: Visitor) -> None:
    jordan = jordan.among("D0JORDAN")
    jordan.say("lamplighter")
    assert jordan.reply.quote == KEEPER
    jordan.say("more")
    assert jordan.reply.quote == LANTERNS
    jordan.say("more")
    assert "every passage that fits" in jordan.reply.text
    assert jordan.reply.menu["1. On the Water"] == ["Ferries", "Whales"]
    jordan.say("next")
    assert jordan.reply.quote == KEEPER
    jordan.say("Go on, please")
    assert jordan.reply.quote == FERRIES
    jordan.say("the whole paragraph")
    assert jordan.reply.quote == FERRIES
    jordan.say("What about humpbacks?")
    assert jordan.reply.quote == WHALES
    jordan.say("next")
    assert "the last passage of the statement" in jordan.reply.text
    jordan.say("thanks!")
    assert "You are welcome" in jordan.reply.text
    jordan.say("previous")
    assert jordan.reply.quote == FERRIES


def test_the_same_in_korean(mina: Visitor) -> None:
    mina = mina.among("D0MINA")
    mina.say("등지기")
    assert mina.reply.quote == KEEPER
    mina.say("문단 전체 보여 주세요")
    assert mina.reply.quote == PARAGRAPHS[0]
    mina.say("다른 것")
    assert mina.reply.quote == LANTERNS
    mina.say("다른 것도 있나요?")
    assert "모두 보여 드렸습니다" in mina.reply.text
    mina.say("그럼 여객선은?")
    assert mina.reply.quote == FERRIES
    mina.say("다음은요?")
    assert mina.reply.quote == WHALES
    assert "*고래*" in mina.reply.prose
    mina.say("이전")
    assert mina.reply.quote == FERRIES
    mina.say("고맙습니다")
    assert mina.reply.text.startswith("도움이 되었다니 기쁩니다.")


def test_every_answer_stands_in_the_thread_of_what_it_answers(jordan: Visitor) -> None:
    jordan = jordan.among("D0JORDAN")
    for words in ("boats", "next", "more", "thanks"):
        jordan.say(words)
        assert answers(jordan)[-1].thread == begun(jordan)


def test_each_thread_of_a_direct_message_goes_on_by_itself(jordan: Visitor) -> None:
    jordan = jordan.among("D0JORDAN")
    jordan.say("lamplighter")
    first = begun(jordan)
    jordan.say("boats")
    second = begun(jordan)
    jordan.say("previous", first)
    assert jordan.reply.quote == LANTERNS
    jordan.say("next", second)
    assert jordan.reply.quote == WHALES
    jordan.say("next", first)
    assert jordan.reply.quote == KEEPER
    jordan.say("next")
    assert jordan.reply.quote == FERRIES


def test_people_share_the_turn_of_a_mentions_thread(jordan: Visitor, mina: Visitor) -> None:
    jordan.say("@alliance lantern")
    lamps = begun(jordan)
    jordan.say("@alliance boats")
    boats = begun(jordan)
    mina.say("@alliance 다음", lamps)
    assert mina.reply.quote == KEEPER
    jordan.say("@alliance next", lamps)
    assert jordan.reply.quote == FERRIES
    mina.say("@alliance 그럼 고래는?", boats)
    assert mina.reply.quote == WHALES
    jordan.say("@alliance previous", boats)
    assert jordan.reply.quote == FERRIES
    assert [post.thread for post in answers(jordan)] == [lamps, boats, lamps, lamps, boats, boats]


def test_without_an_answer_it_says_what_more_needs(mina: Visitor, jordan: Visitor) -> None:
    jordan.say("@alliance boats")
    jordan.say("@alliance more")
    assert jordan.reply.text.startswith(
        "`more`, `next`, `previous` and `the whole paragraph` follow"
    )
    mina.say("@alliance 다른 구절")
    assert mina.reply.text.startswith("이 대화에서 드린 답이 아직 없어")
    # A direct message knows nothing of what was said in a channel.
    jordan = jordan.among("D0JORDAN")
    jordan.say("next")
    assert "there is none in this conversation yet" in jordan.reply.text
    jordan.say("what about boats?")
    assert jordan.reply.quote == FERRIES


def test_what_quotes_nothing_leaves_the_conversation_where_it_was(jordan: Visitor) -> None:
    jordan = jordan.among("D0JORDAN")
    jordan.say("boats")
    for words in ("quantum physics", "contents", "help"):
        jordan.say(words)
    jordan.say("next")
    assert jordan.reply.quote == WHALES


def test_what_was_picked_in_a_direct_message_is_what_follows_goes_on_from(jordan: Visitor) -> None:
    jordan = jordan.among("D0JORDAN")
    jordan.say("contents")
    jordan.pick("pick_theme", "Ferries")
    assert jordan.reply.quote == FERRIES
    jordan.say("next", begun(jordan))
    assert jordan.reply.quote == WHALES
    jordan.say("lantern")
    jordan.press("Lanterns <& lights> ¶1")
    assert jordan.reply.quote == KEEPER
    jordan.say("next")
    assert jordan.reply.quote == FERRIES


def test_what_one_picks_in_a_channel_moves_nothing_for_the_others(
    jordan: Visitor, mina: Visitor
) -> None:
    jordan.say("@alliance lantern")
    thread = begun(jordan)
    mina.press("Lanterns <& lights> ¶1")
    assert mina.reply.quote == KEEPER
    jordan.say("@alliance next", thread)
    assert jordan.reply.quote == KEEPER


def test_a_question_that_begins_like_a_follow_up_is_a_question(slack: Slack) -> None:
    slack.message("boats")
    reply = slack.message("next generation of keepers")
    assert "as far as I can find" in reply.prose


def test_a_digest_does_not_interrupt_a_conversation(jordan: Visitor) -> None:
    jordan = jordan.among("D0JORDAN")
    jordan.say("boats")
    jordan.say("digest status")
    assert "digest" in jordan.reply.text
    jordan.say("next")
    assert jordan.reply.quote == WHALES


def test_a_file_without_words_is_answered_with_the_help(slack: Slack) -> None:
    file = {"subtype": "file_share", "files": [{"id": "F1"}]}
    assert slack.message("", **file).text == slack.command("help").text
    assert slack.message("boats", **file).quote == FERRIES
    assert slack.message("").menu == slack.command("").menu


def test_a_message_that_comes_again_moves_nothing(slack: Slack) -> None:
    slack.message("lantern")
    said = {"type": "message", "channel_type": "im", "channel": "D1", "user": "U1", "ts": "2.2"}
    for _ in range(3):
        slack.event({**said, "text": "next"}, event_id="Ev0AGAIN")
    assert slack.message("next").quote == FERRIES


def test_a_turn_of_an_older_release_leads_to_a_sentence(harbour: Library) -> None:
    turns = TurnsInMemory()
    turns.keep("T1", "D1", ("",), Turn("harbour", "no-more", ("nor-this",)))
    with workspace(harbour, turns=turns) as slack:
        assert "there is none in this conversation yet" in slack.message("next").text
        assert "every passage that fits" in slack.message("more").text


def test_without_the_database_each_message_is_answered_by_itself(
    harbour: Library, caplog: pytest.LogCaptureFixture
) -> None:
    nowhere = TurnStore(sa.create_engine("sqlite:////nowhere/at/all.db"), lambda: NOW)
    with workspace(harbour, turns=nowhere) as slack:
        assert slack.message("boats").quote == FERRIES
        assert "there is none in this conversation yet" in slack.message("more").text
    assert [line.message for line in caplog.records if line.levelname == "WARNING"] == [
        "turn not kept",
        "turn not read",
    ]


@pytest.mark.parametrize("thread", [7, ["1.1"], {}, "", "'--", "1" * 300])
def test_a_forged_thread_breaks_nothing(slack: Slack, thread: object) -> None:
    assert slack.message("boats").quote == FERRIES
    said = {"type": "message", "channel_type": "im", "channel": "D1", "user": "U1", "ts": "2.2"}
    assert slack.event({**said, "text": "next", "thread_ts": thread}).status == 200

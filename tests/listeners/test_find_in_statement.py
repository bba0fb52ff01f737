"""The shortcut on a message: what it is about, for the one who chose it alone."""

import json
import logging
from typing import Any

import pytest

from bot.listeners.message_words import words_of
from bot.playground.faults import SERVER_ERROR
from bot.playground.posts import Post
from tests.support.replies import Reply
from tests.support.slack import Slack
from tests.support.statements import FERRIES, KEEPER, WHALES
from tests.support.visiting import Visitor

CHAT = """
sorry for the noise in here today, and thanks to whoever fixed the door
Rosa asked me whether both towns did commit to protect the whales of the sound, or only one. I did
not remember it, so if somebody has the wording please send it to her
lunch is at one, the soup is pumpkin
"""
NOISE = """
sorry for the noise in here today, and thanks to whoever fixed the door
lunch is at one, the soup is pumpkin
could somebody water the plant in room 4? it was a present
"""
NO_WORDS = "There are no words in this message that I could look up."
NOTHING = "Nothing in this message is in *Joint Statement on the Harbour*, as far as I can find."


def posted(person: Visitor, text: str, **more: Any) -> Post:
    """A message of Rosa's in #policy."""
    return person.stand_in.workspace.post("C0POLICY", "U0ROSA", text, **more)


@pytest.mark.parametrize(
    ("person", "title", "notes"), [("U0JORDAN", "Whales", "¶3"), ("U0MINA", "고래", "물 위에서")]
)
def test_a_long_message_is_answered_in_the_language_of_the_one_who_asks(
    mina: Visitor, person: str, title: str, notes: str
) -> None:
    visitor = mina.other(person)
    visitor.shortcut("find_in_statement", on=posted(mina, CHAT))
    assert visitor.reply.quote == WHALES
    assert title in visitor.reply.prose
    assert notes in visitor.reply.prose
    assert WHALES not in [post.text for post in mina.other("U0ROSA").posts]
    assert mina.other("U0ROSA").posts[-1].text == CHAT


def test_a_short_message_is_taken_for_a_question(jordan: Visitor) -> None:
    jordan.shortcut("find_in_statement", on=posted(jordan, "<@U0ALLIANCE> boats?"))
    assert jordan.reply.quote == FERRIES


def test_in_a_thread_the_answer_stands_in_it(jordan: Visitor) -> None:
    first = posted(jordan, "morning")
    second = posted(jordan, "boats?", thread=first.ts)
    jordan.shortcut("find_in_statement", on=second)
    answer = jordan.posts[-1]
    assert (answer.thread, answer.only_for) == (first.ts, "U0JORDAN")


def test_a_message_without_answers_is_no_thread_yet(jordan: Visitor) -> None:
    """Slack shows nothing that is whispered in a thread before it has begun."""
    jordan.shortcut("find_in_statement", on=posted(jordan, "boats?"))
    answer = jordan.posts[-1]
    assert (answer.thread, answer.only_for) == (None, "U0JORDAN")


@pytest.mark.parametrize("words", [NOISE, "thanks!", "help", "random", "good night"])
def test_a_message_about_something_else_is_declined(jordan: Visitor, words: str) -> None:
    jordan.shortcut("find_in_statement", on=posted(jordan, words))
    assert jordan.reply.prose.startswith(NOTHING)


def test_it_is_declined_in_korean_too(mina: Visitor) -> None:
    mina.shortcut("find_in_statement", on=posted(mina, NOISE))
    assert mina.reply.text.startswith(
        "‘항구 공동성명’에서는 이 메시지와 관련된 내용을 확인하지 못했습니다."
    )


def test_a_document_that_people_confuse_with_it_is_named(jordan: Visitor) -> None:
    jordan.shortcut("find_in_statement", on=posted(jordan, "what about the foghorn rules"))
    assert "*Fog Accord*" in jordan.reply.text


def test_the_bots_own_answer_leads_to_its_passage(jordan: Visitor) -> None:
    jordan.say("@alliance lamplighter")
    own = jordan.posts[-1]
    jordan.shortcut("find_in_statement", on=own)
    assert jordan.reply.quote == KEEPER


def test_what_stands_in_blocks_and_attachments_is_read_where_there_is_no_text(
    slack: Slack,
) -> None:
    attached = [{"fallback": "x", "fields": [{"value": "boats"}]}]
    typed = {"blocks": [rich(text("boats?"))]}
    for message in (typed, {"blocks": [ALERT]}, {"attachments": attached}):
        assert told(slack, {"text": "", **message})["blocks"][1]["elements"][0]["elements"] == [
            {"type": "text", "text": FERRIES}
        ]


def rich(*elements: dict[str, Any]) -> dict[str, Any]:
    """What somebody typed, as Slack keeps it beside the text."""
    section = {"type": "rich_text_section", "elements": list(elements)}
    return {"type": "rich_text", "elements": [section]}


def text(said: str, **more: Any) -> dict[str, Any]:
    return {"type": "text", "text": said, **more}


def quoted(slack: Slack, message: object) -> str:
    """The passage that is quoted to somebody who looks the message up."""
    return Reply(told(slack, message)).quote


WHOSE = "did both towns commit to protect the whales?"
FORWARDED: dict[str, Any] = {"is_share": True, "is_msg_unfurl": True, "from_url": "https://x/p1"}
ALERT = {"type": "section", "text": {"type": "mrkdwn", "text": "*boats*"}}
BUTTONS = {"type": "actions", "elements": [{"type": "button", "text": text("lantern")}]}


def test_what_stands_in_a_card_and_in_a_plan_is_read(slack: Slack) -> None:
    card = {"type": "card", "title": {"text": "Report"}, "body": {"text": WHOSE}}
    task = {"type": "task_card", "title": "Read", "details": rich(text(WHOSE))}
    plan = {"type": "plan", "title": "Report", "tasks": [task]}
    for block in (card, plan):
        assert quoted(slack, {"text": "Report", "blocks": [block]}) == WHALES


@pytest.mark.parametrize(
    "attached",
    [
        {**FORWARDED, "text": WHOSE, "fallback": f"[May 1st] rosa: {WHOSE}"},
        {**FORWARDED, "fallback": WHOSE},
        {**FORWARDED, "message_blocks": [{"message": {"blocks": [rich(text(WHOSE))]}}]},
        {
            **FORWARDED,
            "text": WHOSE,
            "message_blocks": [{"team": "T1", "message": {"blocks": [rich(text(WHOSE))]}}],
        },
        {"blocks": [rich(text(WHOSE))], "fallback": "[no preview available]"},
        {"title": WHOSE, "fallback": "x"},
        {"fields": [{"title": "7", "value": WHOSE}]},
    ],
)
def test_what_is_forwarded_with_a_comment_is_looked_up_too(slack: Slack, attached: object) -> None:
    assert quoted(slack, {"text": "fyi", "attachments": [attached]}) == WHALES


def test_of_a_forwarded_message_nothing_is_read_twice() -> None:
    comment = {"text": "fyi", "blocks": [rich(text("fyi"))]}
    attached = {
        **FORWARDED,
        "text": "boats?",
        "fallback": "[May 1st] rosa: boats?",
        "message_blocks": [{"message": {"blocks": [rich(text("boats?"))], "text": "boats?"}}],
    }
    assert words_of({**comment, "attachments": [attached]}) == "fyi\nboats?"


def test_what_an_apps_blocks_show_counts_and_not_what_it_notifies_with(slack: Slack) -> None:
    assert quoted(slack, {"text": "New lantern alert", "blocks": [ALERT, BUTTONS]}) == FERRIES
    assert quoted(slack, {"text": "boats", "blocks": [BUTTONS]}) == FERRIES


def test_what_somebody_typed_is_read_as_they_typed_it() -> None:
    """Slack keeps it in pieces: words in bold, links, people, code."""
    told = {"type": "text", "text": "a & <b>", "style": {"bold": True}}
    link = {"type": "link", "url": "https://x.example/", "text": "here"}
    bare, name = {"type": "link", "url": "https://y.example/"}, {"type": "user", "user_id": "U1"}
    code = text("zqx", style={"code": True})
    block = {"type": "rich_text_preformatted", "elements": [text("SELECT 1")]}
    typed = rich(text("See "), told, text(" "), link, text(", "), bare, text(" "), name, code)
    message = {"text": "x", "blocks": [{**typed, "elements": [*typed["elements"], block]}]}
    assert words_of(message) == (
        "See a &amp; &lt;b&gt; <https://x.example/|here>, <https://y.example/>"
    )


def test_what_a_link_previews_is_not_what_the_message_says(slack: Slack) -> None:
    page = {"from_url": "https://x.example", "title": "Lantern news", "text": "lanterns"}
    card = {"app_unfurl_url": "https://x.example", "blocks": [ALERT]}
    message = {"text": "boats? <https://x.example>", "attachments": [page, card]}
    assert words_of(message) == "boats? <https://x.example>"
    assert quoted(slack, message) == FERRIES


def test_a_bold_word_does_not_cut_a_sentence(slack: Slack) -> None:
    lines = CHAT.strip().replace("protect", "\0").split("\0")
    blocks = [rich(text(lines[0]), text("protect", style={"bold": True}), text(lines[1]))]
    assert quoted(slack, {"text": CHAT, "blocks": blocks}) == WHALES


def told(slack: Slack, message: object, **more: object) -> dict[str, Any]:
    """What is answered to a message_action with that message."""
    before = len(slack.api.calls)
    payload = {
        "type": "message_action",
        "callback_id": "find_in_statement",
        "team": {"id": "T1"},
        "user": {"id": "U1", "team_id": "T1"},
        "channel": {"id": "C1"},
        "message_ts": "1.1",
        "message": message,
        "trigger_id": "1.2.trigger",
        "response_url": slack.api.response_url,
        **more,
    }
    assert slack.form({"payload": json.dumps(payload)}).status == 200
    (call,) = slack.heard()[before:]
    assert call.name == "response_url"
    return dict(call.body)


DEEP: dict[str, Any] = {"elements": []}
for _ in range(90):
    DEEP = {"elements": [DEEP]}


@pytest.mark.parametrize(
    "message",
    [
        None,
        7,
        {},
        {"text": 7, "files": [{"id": "F1", "title": "scan.pdf"}]},
        {"text": "  ", "blocks": "forged", "attachments": [7, None]},
        {"text": ":tada: :+1:"},
        {"text": "```SELECT 1```"},
        {"text": "<https://x.example/whales>"},
        {"text": "!?…"},
        {"text": "", "blocks": [DEEP]},
        {"text": "", "attachments": [{"message_blocks": [7, {"message": {"blocks": [DEEP]}}]}]},
        {"text": "", "attachments": [{"fallback": "[no preview available]"}, {"title": [7]}]},
        {"text": "", "subtype": "tombstone"},
    ],
)
def test_a_message_without_words_gets_a_sentence(slack: Slack, message: object) -> None:
    assert told(slack, message)["text"] == NO_WORDS


def test_a_stranger_is_answered_like_everybody(slack: Slack) -> None:
    user = {"id": "U9", "team_id": "T9"}
    assert "Ferries cross" in told(slack, {"text": "boats"}, user=user)["text"]


def test_what_slack_does_not_take_is_logged_without_the_messages_words(
    jordan: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    post = posted(jordan, "boats `zqx`")
    jordan.stand_in.faults.fail("response_url", SERVER_ERROR)
    jordan.shortcut("find_in_statement", on=post)
    assert [line for line in caplog.records if line.name == "bot.failures"]
    assert "zqx" not in caplog.text + json.dumps([str(vars(line)) for line in caplog.records])
    assert jordan.refused()


def test_it_leaves_one_line_of_ids(slack: Slack, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    told(slack, {"text": "boats `zqx`"})
    (line,) = (vars(line) for line in caplog.records if line.name == "bot.answers")
    assert (line["door"], line["outcome"], line["passage"]) == (
        *("shortcut", "found", "ferries-cross"),
    )
    assert "zqx" not in str(line)
